"""How far a request is, by its needs; and cursors that only we can read."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.places.rules import to_wgs84
from api.requests import rules
from api.requests.schemas import Place
from api.vocabulary import Arrival, Datum, RequestStatus

OPEN, OFFERED, TAKEN, DONE, PARTLY, UNMET, CANCELLED = map(
    RequestStatus, ("open", "offered", "taken", "done", "partly", "unmet", "cancelled")
)
STATUSES = st.sets(st.sampled_from(RequestStatus), min_size=1)


@pytest.mark.parametrize(
    ("needs", "status"),
    [
        ([OPEN, TAKEN, DONE], OPEN),
        ([OFFERED, TAKEN, DONE], OFFERED),
        ([TAKEN, DONE, CANCELLED], TAKEN),
        ([DONE, DONE], DONE),
        ([DONE, CANCELLED], DONE),
        ([CANCELLED, CANCELLED], CANCELLED),
        ([DONE, PARTLY], PARTLY),
        ([DONE, UNMET], PARTLY),
        ([UNMET], UNMET),
    ],
)
def test_a_request_is_as_far_as_its_least_advanced_need(needs, status):
    """At its end: as its needs ended together, without those that were cancelled."""
    assert rules.derive_status(needs) is status


@given(STATUSES)
def test_a_request_has_ended_when_all_its_needs_have(needs):
    """And never before."""
    assert (rules.derive_status(needs) in rules.GOING) == bool(needs & set(rules.GOING))


def test_a_request_without_needs_is_none():
    """There is nothing to be far with."""
    with pytest.raises(ValueError, match="at least one need"):
        rules.derive_status([])


@pytest.mark.parametrize(
    ("needs", "arrival", "after"),
    [
        ([TAKEN], Arrival.DONE, DONE),
        ([DONE], Arrival.PARTLY, PARTLY),
        ([DONE], Arrival.NO, None),
        ([OPEN], Arrival.DONE, DONE),
        ([OPEN, OFFERED, CANCELLED], Arrival.PARTLY, None),
    ],
)
def test_what_a_resident_says_is_what_needs_become(needs, arrival, after):
    """Help that nobody brought cannot have come in part; what did not come stays as it is."""
    assert rules.after_arrival(needs, arrival) is after


def test_a_resident_speaks_of_what_somebody_took():
    """Of all of it, if nobody took any: a friend may have come."""
    assert rules.confirmed_of([OPEN, TAKEN]) == (TAKEN, DONE, PARTLY)
    assert rules.confirmed_of([OPEN, OFFERED]) == rules.WAITING


@given(st.datetimes(timezones=st.just(UTC)), st.uuids().map(str))
def test_a_cursor_comes_back_as_it_went(moment, request_id):
    """To the microsecond: no request is on two pages, none on no page."""
    assert rules.read_cursor(rules.cursor_of(moment, request_id)) == (moment, request_id)


@given(st.text(max_size=60))
def test_what_is_no_cursor_is_refused_and_breaks_nothing(text):
    """Whatever somebody puts there."""
    try:
        moment, _ = rules.read_cursor(text)
    except ValueError:
        return
    assert isinstance(moment, datetime)


def test_a_place_of_a_chinese_map_is_moved_once():
    """Its own words stay; what is WGS-84 already stays where it is."""
    place = Place(text="gate", latitude=31.2, longitude=121.4, datum=Datum.GCJ02)
    moved = rules.wgs84(place)
    assert (moved.latitude, moved.longitude) == to_wgs84(31.2, 121.4, Datum.GCJ02)
    assert (moved.text, moved.datum, rules.wgs84(moved)) == ("gate", Datum.WGS84, moved)
    assert rules.point_of(Place(text="somewhere", datum=Datum.GCJ02)) is None
