"""When a new request waits for intake to reopen."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.intake.rules import Pause, holding
from api.vocabulary import Urgency
from tests.api.district import DAY, HOME, NOW
from tests.api.matching.sides import square

HERE = Pause("here", [square()], NOW, NOW + DAY)
ALL = Pause("all", None, NOW, NOW + 2 * DAY)
FAR = (HOME[0] + 1, HOME[1])
PATIENT = (Urgency.WEEK, Urgency.LATER)


@pytest.mark.parametrize("urgency", [Urgency.NOW, Urgency.TODAY])
@given(st.timedeltas(timedelta(), 9 * DAY))
def test_what_is_urgent_waits_for_no_pause(urgency, later):
    """Whatever is paused, wherever it is and whenever it came."""
    assert holding([HERE, ALL], urgency, HOME, NOW + later) is None


@pytest.mark.parametrize("urgency", PATIENT)
def test_a_new_request_in_the_area_waits_and_one_elsewhere_does_not(urgency):
    """Nor does one whose place nobody knows, unless everything is paused."""
    assert holding([HERE], urgency, HOME, NOW) is HERE
    assert holding([HERE], urgency, FAR, NOW) is None
    assert holding([HERE], urgency, None, NOW) is None
    assert holding([ALL], urgency, None, NOW) is ALL


def test_who_came_before_the_pause_is_not_held_by_it():
    """What was promised to them stays."""
    assert holding([HERE, ALL], Urgency.WEEK, HOME, NOW - timedelta(microseconds=1)) is None


def test_of_several_pauses_the_one_that_reopens_last_is_named():
    """So the date that is said is true."""
    assert holding([ALL, HERE], Urgency.WEEK, HOME, NOW) is ALL
