"""How a call is held, how soon, and what is promised: for any combination."""

from datetime import UTC, datetime, timedelta
from itertools import chain, combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.calls.rules import OnDuty, choose_by, family, heed, lead, more_urgent
from api.calls.rules.urgent import WEIGHT
from api.settings import Settings
from api.vocabulary import (
    TALKING,
    Accommodation,
    CallBy,
    CallReason,
    Channel,
    SafeContact,
    Urgency,
)

ZONES = ("UTC", "Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe")

ways = st.builds(
    dict,
    asked=st.none() | st.sampled_from(CallBy),
    accommodations=st.sets(st.sampled_from(TALKING)),
    has_voice_number=st.booleans(),
    channel=st.none() | st.sampled_from(Channel),
    safe_contact=st.sets(st.sampled_from(SafeContact)),
)
hours = st.builds(
    OnDuty,
    st.integers(0, 1439),
    st.integers(0, 1440),
    st.sampled_from(ZONES).map(ZoneInfo),
)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the bounds of Hypothesis are naive
waits = st.timedeltas(timedelta(), timedelta(days=3))


def chosen(**changed):
    """The way for somebody with a number who wrote from Telegram, with some facts changed."""
    facts = {
        "asked": None,
        "accommodations": set(),
        "has_voice_number": True,
        "channel": Channel.TELEGRAM,
        "safe_contact": set(),
    }
    return choose_by(**facts | changed)


@given(ways)
def test_no_phone_calls_is_never_called_by_voice(way):
    """Whatever they asked for, whatever else they need, whatever number we know."""
    needs = {*way["accommodations"], Accommodation.NO_PHONE_CALLS}
    assert choose_by(**way | {"accommodations": needs}) is not CallBy.VOICE


def test_no_phone_calls_is_never_called_by_voice_for_any_needs_at_all():
    """Every set of needs in talking, not only those a search happens to try."""
    others = [need for need in TALKING if need is not Accommodation.NO_PHONE_CALLS]
    for needs in chain.from_iterable(combinations(others, n) for n in range(len(others) + 1)):
        for asked in (None, *CallBy):
            known = {*needs, Accommodation.NO_PHONE_CALLS}
            assert chosen(asked=asked, accommodations=known) is not CallBy.VOICE


@given(st.sampled_from(CallBy), st.sets(st.sampled_from(TALKING)))
def test_a_call_queued_before_we_knew_heeds_what_we_know_now(by, needs):
    """The law holds for calls already in the queue, and changes no other way."""
    heeded = heed(by, needs)
    refused = Accommodation.NO_PHONE_CALLS in needs
    assert heeded is (CallBy.TEXT if by is CallBy.VOICE and refused else by)


@given(ways)
def test_a_phone_does_not_ring_unasked_unless_that_is_safe_or_needed(way):
    """Somebody reached in writing is written to: a ringing phone may be heard by others."""
    by = choose_by(**way | {"asked": None, "channel": Channel.WEB, "safe_contact": set()})
    needs_voice = Accommodation.NO_TEXT in way["accommodations"]
    assert needs_voice or by in {CallBy.TEXT, CallBy.INTERPRETER}


@pytest.mark.parametrize(
    ("needs", "by"),
    [
        ({Accommodation.SIGN_LANGUAGE}, CallBy.INTERPRETER),
        ({Accommodation.INTERPRETER}, CallBy.INTERPRETER),
        ({Accommodation.SIGN_LANGUAGE, Accommodation.NO_PHONE_CALLS}, CallBy.TEXT),
        ({Accommodation.NO_TEXT}, CallBy.VOICE),
        ({Accommodation.NO_TEXT, Accommodation.SPEECH}, CallBy.RELAY),
        ({Accommodation.NO_TEXT, Accommodation.HARD_OF_HEARING}, CallBy.RELAY),
        ({Accommodation.NO_TEXT, Accommodation.SIGN_LANGUAGE}, CallBy.INTERPRETER),
        ({Accommodation.NO_PHONE_CALLS}, CallBy.TEXT),
        (set(), CallBy.TEXT),
    ],
)
def test_needs_choose_the_way(needs, by):
    """For somebody with a number who wrote to us."""
    assert chosen(accommodations=needs) is by


@pytest.mark.parametrize("asked", CallBy)
def test_what_a_person_asks_for_is_done_where_it_can_be(asked):
    """They know best how they can talk."""
    assert chosen(asked=asked) is asked


def test_without_a_number_a_call_is_by_text():
    """Even for somebody who asked to be rung."""
    assert chosen(asked=CallBy.VOICE, has_voice_number=False) is CallBy.TEXT


def test_where_ringing_is_marked_safe_the_phone_rings():
    """Hearing and speech decide whether with a relay operator."""
    assert chosen(safe_contact={SafeContact.CALL}) is CallBy.VOICE
    needs = {Accommodation.HARD_OF_HEARING}
    assert chosen(safe_contact={SafeContact.CALL}, accommodations=needs) is CallBy.RELAY


def test_who_is_reached_nowhere_in_writing_is_rung():
    """Their messenger is gone; the number is what is left."""
    assert chosen(channel=None) is CallBy.VOICE
    assert chosen(channel=Channel.PHONE) is CallBy.VOICE


@given(hours, moments, waits)
def test_a_promise_lies_in_the_hours_on_duty_and_not_in_the_past(duty, now, wait):
    """A promise for the middle of the night would be broken."""
    promised = duty.promise(now, now + wait)
    assert duty.covers(promised)
    assert promised >= now + wait


@given(hours, moments, waits, waits)
def test_what_is_due_later_is_never_promised_earlier(duty, now, wait, more):
    """Urgent calls are promised first."""
    assert duty.promise(now, now + wait) <= duty.promise(now, now + wait + more)


@given(moments, waits)
def test_around_the_clock_a_promise_is_when_it_is_due(now, wait):
    """Nothing is added when somebody is always there."""
    assert OnDuty(0, 0, UTC).promise(now, now + wait) == now + wait
    assert OnDuty(0, 1440, UTC).promise(now, now + wait) == now + wait


@pytest.mark.parametrize(
    ("now", "wait", "promised"),
    [
        ("2026-03-02 10:00", 60, "2026-03-02 11:00"),
        ("2026-03-02 22:00", 0, "2026-03-03 08:00"),
        ("2026-03-02 03:00", 60, "2026-03-02 09:00"),
        ("2026-03-02 19:30", 60, "2026-03-03 08:30"),
        ("2026-03-02 20:00", 0, "2026-03-02 20:00"),
    ],
)
def test_waiting_passes_only_on_duty(now, wait, promised):
    """On duty from 8 to 20 in Shanghai; times are of that clock."""
    shanghai = ZoneInfo("Asia/Shanghai")
    at, until = (datetime.fromisoformat(text).replace(tzinfo=shanghai) for text in (now, promised))
    assert OnDuty(480, 1200, shanghai).promise(at, at + timedelta(minutes=wait)) == until


def test_the_hours_follow_the_clock_on_the_wall_through_a_change():
    """Berlin puts its clocks forward in the night of 29 March 2026: 8 o'clock is 6:00 UTC then."""
    berlin = OnDuty(480, 1200, ZoneInfo("Europe/Berlin"))
    evening = datetime(2026, 3, 28, 21, 0, tzinfo=UTC)
    assert berlin.promise(evening, evening) == datetime(2026, 3, 29, 6, 0, tzinfo=UTC)


def test_hours_may_go_past_midnight():
    """From 22 to 6: on duty at 3, not at noon."""
    nights = OnDuty(22 * 60, 6 * 60, UTC)
    assert nights.covers(datetime(2026, 3, 2, 3, 0, tzinfo=UTC))
    assert not nights.covers(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))


@pytest.mark.parametrize(("opens", "closes"), [(-1, 60), (1440, 60), (0, 1441)])
def test_minutes_that_are_no_time_of_a_day_are_refused(opens, closes):
    """A wrong setting is found at the start, not at night."""
    with pytest.raises(ValueError, match="1440"):
        OnDuty(opens, closes, UTC)


def test_the_hours_come_from_the_settings():
    """Minutes of the day and the time zone."""
    settings = Settings(on_duty=(60, 120), time_zone="Asia/Shanghai")
    assert OnDuty.of(settings) == OnDuty(60, 120, ZoneInfo("Asia/Shanghai"))


def test_every_reason_has_a_weight_and_danger_the_most():
    """No reason is forgotten; danger is due at once, however urgent the request."""
    assert set(WEIGHT) == set(CallReason)
    assert {more_urgent(CallReason.DANGER, reason) for reason in CallReason} == {CallReason.DANGER}
    assert lead(CallReason.DANGER, Urgency.LATER) == timedelta()


def test_an_unfinished_request_of_unknown_urgency_is_urgent():
    """Nobody knows yet that it could wait."""
    unknown = lead(CallReason.UNFINISHED, None)
    assert unknown == lead(CallReason.UNFINISHED, Urgency.NOW) < lead(CallReason.ASKED, None)


def test_only_leaders_have_calls_of_their_own_kind():
    """A resident has one call about everything."""
    kinds = {reason: family(reason) for reason in CallReason}
    assert [reason for reason in kinds if kinds[reason] == "leader"] == [CallReason.PHONE_ONLY]
