"""One person is invited once; a number alone never says who somebody is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.invites.rules import came_to, is_there
from api.vocabulary import CallOutcome, InviteStatus

NAMES = st.lists(st.text(max_size=6), max_size=4)


@given(NAMES, st.text(min_size=1, max_size=6))
def test_a_number_is_one_persons_until_a_coordinator_says_otherwise(names, name):
    """Whoever is there makes the number known, whatever they are called."""
    assert is_there(names, name, somebody_else=False) == bool(names)


@given(NAMES, st.text(alphabet="abÀ é", min_size=1, max_size=6))
def test_somebody_else_is_not_added_a_second_time(names, name):
    """Sent twice, the second one finds the first: capitals and spaces make no difference."""
    assert is_there([*names, name.swapcase()], f" {name}  ", somebody_else=True)


@pytest.mark.parametrize("known", [["Mei"], ["Mei", ""]])
def test_a_household_shares_a_number(known):
    """Another name at the same number is another person, once a coordinator says so."""
    assert not is_there(known, "Chen", somebody_else=True)


@pytest.mark.parametrize("outcome", [*CallOutcome, None])
def test_who_was_spoken_with_and_did_not_join_said_no(outcome):
    """All others were not reached, or nobody rang in time."""
    talked = outcome in {"completed", "partly", "no_help_wanted"}
    assert came_to(outcome) is (InviteStatus.DECLINED if talked else InviteStatus.OVER)
