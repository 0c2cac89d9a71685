"""Whom to ask to take a call: for any callers, any call and any past."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.cards.rules import (
    AT_ONCE,
    Caller,
    Past,
    Wanted,
    look_again,
    may_take,
    whom_to_ask,
)
from api.vocabulary import Accommodation, CallBy, CardStatus

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
AFTER = timedelta(minutes=5)
NAMES = "abcdefghi"

MOMENTS = st.integers(-600, 0).map(lambda seconds: NOW + timedelta(seconds=seconds))
CALLERS = st.builds(
    Caller,
    person_id=st.sampled_from(NAMES),
    languages=st.frozensets(st.sampled_from(["en", "zh"])),
    takes_calls=st.frozensets(st.sampled_from(["by_phone", "by_text"])),
    able=st.frozensets(st.sampled_from([Accommodation.SIGN_LANGUAGE, Accommodation.INTERPRETER])),
    hours=st.sampled_from([(), ("mornings",), ("nights",)]),
    paused_until=st.sampled_from([None, NOW - AFTER, NOW + AFTER]),
    has_card=st.booleans(),
    has_call=st.booleans(),
    carded_at=st.none() | MOMENTS,
)
CALLS = st.builds(
    Wanted,
    by=st.sampled_from(CallBy),
    language=st.sampled_from(["", "en", "zh"]),
    accommodations=st.frozensets(st.sampled_from(Accommodation), max_size=3),
    urgent=st.booleans(),
    apart=st.frozensets(st.sampled_from(NAMES), max_size=2),
)
PAST = st.lists(
    st.builds(
        Past,
        person_id=st.sampled_from(NAMES),
        status=st.sampled_from(CardStatus),
        sent_at=MOMENTS,
        current=st.booleans(),
    ),
    max_size=6,
)
ABLE = Caller("a", frozenset({"en"}), frozenset({"by_phone", "by_text"}))
TEXT = Wanted(CallBy.TEXT, "en")


def asked(call, callers, past=()):
    """Who gets a card now."""
    return whom_to_ask(call, callers, past, NOW, AFTER)


def crowd(*names, **changed):
    """Callers who can take every call in English."""
    return [Caller(name, ABLE.languages, ABLE.takes_calls, **changed) for name in names]


@given(CALLS, st.lists(CALLERS, max_size=12), PAST)
def test_nobody_is_asked_who_may_not_be(call, callers, past):
    """Not whom it is with, not who is apart, busy, paused, or gave it back; each person once."""
    chosen = asked(call, callers, past)
    assert len(set(chosen)) == len(chosen)
    assert not set(chosen) & call.apart
    gave_back = {one.person_id for one in past if one.status is CardStatus.GIVEN_BACK}
    assert not set(chosen) & gave_back
    for person_id in chosen:
        theirs = [one for one in callers if one.person_id == person_id]
        assert any(may_take(one, call, NOW) for one in theirs)


@given(CALLS, CALLERS)
def test_who_may_take_a_call_can_talk_with_whom_it_is_with(call, caller):
    """By a way both have, in a language both have, or with one who can interpret."""
    if not may_take(caller, call, NOW):
        return
    assert not caller.has_call
    assert caller.paused_until is None or caller.paused_until <= NOW
    assert call.urgent or not caller.has_card
    if call.by is CallBy.INTERPRETER:
        needs = {Accommodation.SIGN_LANGUAGE, Accommodation.INTERPRETER} & call.accommodations
        assert caller.able >= needs
        assert caller.able
    else:
        assert not call.language or call.language in caller.languages
        assert ("by_text" if call.by is CallBy.TEXT else "by_phone") in caller.takes_calls


@given(CALLS, st.lists(CALLERS, max_size=12), PAST)
def test_no_more_than_three_wait_at_a_time_but_in_danger(call, callers, past):
    """With those who were asked less than five minutes ago."""
    fresh = [
        one
        for one in past
        if one.current and one.status is CardStatus.SENT and one.sent_at + AFTER > NOW
    ]
    if not call.urgent:
        assert len(asked(call, callers, past)) <= max(0, AT_ONCE - len(fresh))


@given(CALLS, st.lists(CALLERS, min_size=1, max_size=12))
def test_if_anybody_may_take_a_call_somebody_is_asked(call, callers):
    """The first time, whatever else is so."""
    able = any(may_take(one, call, NOW) for one in callers)
    assert bool(asked(call, callers)) == able


def test_the_longest_without_a_card_come_first():
    """Who never had one before all others."""
    long_ago, lately = NOW - timedelta(days=2), NOW - timedelta(minutes=1)
    callers = [
        *crowd("a", carded_at=lately),
        *crowd("b", carded_at=long_ago),
        *crowd("c"),
        *crowd("d", carded_at=lately),
    ]
    assert asked(TEXT, callers) == ["c", "b", "a"]


def test_who_says_not_now_is_replaced_at_once():
    """And not asked again for it this time."""
    past = [
        Past("a", CardStatus.SENT, NOW),
        Past("b", CardStatus.NOT_NOW, NOW),
        Past("c", CardStatus.SENT, NOW),
    ]
    assert asked(TEXT, crowd(*"abcde"), past) == ["d"]


def test_three_more_are_asked_once_the_first_had_their_time():
    """Whose cards stay: a late yes still counts."""
    past = [Past(name, CardStatus.SENT, NOW - AFTER) for name in "abc"]
    assert asked(TEXT, crowd(*"abcdefgh"), past) == ["d", "e", "f"]
    early = [Past(name, CardStatus.SENT, NOW - AFTER / 2) for name in "abc"]
    assert asked(TEXT, crowd(*"abcdefgh"), early) == []


def test_when_a_call_waits_anew_those_are_asked_again_who_were_asked_before():
    """But not who gave it back."""
    past = [
        Past("a", CardStatus.NOT_NOW, NOW, current=False),
        Past("b", CardStatus.GIVEN_BACK, NOW, current=False),
        Past("c", CardStatus.TAKEN, NOW, current=False),
    ]
    assert asked(TEXT, crowd(*"abc"), past) == ["a", "c"]


def test_of_danger_everybody_hears_at_once_and_again_who_said_not_now():
    """Not in the same minute."""
    danger = Wanted(CallBy.TEXT, "en", urgent=True)
    assert asked(danger, crowd(*"abcdef")) == list("abcdef")
    past = [
        Past("a", CardStatus.NOT_NOW, NOW - AFTER),
        Past("b", CardStatus.NOT_NOW, NOW),
        Past("c", CardStatus.SENT, NOW),
    ]
    assert asked(danger, crowd(*"abc"), past) == ["a"]


@pytest.mark.parametrize(("by", "way"), [("voice", "by_phone"), ("text", "by_text")])
def test_who_only_writes_is_asked_for_no_telephone_call_and_the_other_way_round(by, way):
    """As they said."""
    call = Wanted(CallBy(by), "en")
    other = {"by_phone": "by_text", "by_text": "by_phone"}[way]
    assert may_take(Caller("a", frozenset({"en"}), frozenset({way})), call, NOW)
    assert not may_take(Caller("a", frozenset({"en"}), frozenset({other})), call, NOW)


@given(PAST)
def test_it_is_looked_again_before_anybody_waits_for_nothing(past):
    """When the first of those who were asked had their time, and in five minutes at the latest."""
    at = look_again(past, NOW, AFTER)
    assert NOW < at <= NOW + AFTER
