"""What comes of a try: another time, another way, or a coordinator; never silence."""

from datetime import timedelta

import pytest

from api.addresses import service as addresses
from api.calls import service as calls
from api.calls.schemas import CloseIn, Filters
from api.errors import Invalid
from api.notices import service as notices
from api.people import service as people
from api.people.schemas import Contact
from api.vocabulary import (
    CallBy,
    CallOutcome,
    CallReason,
    CallStatus,
    Channel,
    Role,
)
from tests.api.calls.conftest import (
    NOW,
    SETTINGS,
    alerted,
    attempt,
    queue,
    resident,
    told,
    told_coordinators,
    who,
)

PHONE = "+4930123456"
HOUR = timedelta(hours=1)
NO_ANSWER = CallOutcome.NO_ANSWER


def rung(conn, *, channel=Channel.TELEGRAM, contact=None, **more):
    """A call by voice with a resident whose number is known."""
    someone = resident(conn, channel=channel, phone=PHONE, **more)
    people.set_contact(conn, someone.person_id, contact or Contact(may_call="yes"))
    return someone, queue(conn, someone).call_id


@pytest.mark.parametrize("outcome", ["no_answer", "busy", "voicemail", "call_later"])
async def test_who_was_not_reached_goes_back_to_the_queue_for_later(store, ann, outcome):
    """The next try is at another time, and promised."""

    def unit(conn):
        contact = Contact(may_call="yes", leave_message=True)
        _, call_id = rung(conn, contact=contact)
        return attempt(conn, call_id, ann, CallOutcome(outcome))

    tried = await store.write(unit)
    assert (tried.status, tried.tries) == (CallStatus.QUEUED, 1)
    assert NOW < tried.due_at < tried.promised_at


async def test_a_try_that_reached_somebody_leaves_the_call_with_its_caller(store, ann):
    """They close it when they have talked."""
    tried = await store.write(lambda conn: attempt(conn, rung(conn)[1], ann, CallOutcome.PARTLY))
    assert (tried.status, tried.claimed_by) == (CallStatus.CLAIMED, ann.id)


async def test_nobody_answers_for_a_day_and_the_call_is_the_coordinators(store, ann):
    """Four tries at the times the queue names; each is told, and the call stays in the queue."""

    def unit(conn):
        someone, call_id = rung(conn)
        seen, at = [], NOW
        while (call := calls.get(conn, call_id)).handed_on_at is None:
            at = max(at, call.due_at)
            attempt(conn, call_id, ann, NO_ANSWER, at)
            seen.append((at, told(conn, someone), told_coordinators(conn)))
        waiting = calls.listed(conn, everything(), ann, now=at)
        return seen, calls.get(conn, call_id), waiting, alerted(conn)[-1].values["tries"]

    seen, call, listed, tried = await store.write(unit)
    assert [said for _, said, _ in seen] == [["call_tried"]] * 4
    assert [alerts for _, _, alerts in seen] == [[], [], [], ["coordinator_alert"]]
    assert tried == ["no_answer"] * 4
    assert seen[-1][0] - seen[0][0] <= timedelta(hours=24)
    assert (call.status, call.promised_at) == (CallStatus.QUEUED, None)
    assert [one.handed_on for one in listed.items] == [True]


def everything():
    """The whole queue."""
    return Filters()


async def test_who_is_heard_from_again_is_tried_anew(store, ann):
    """They are there after all: the call is anybody's again, with as many tries."""

    def unit(conn):
        someone, call_id = rung(conn)
        for hours in range(4):
            attempt(conn, call_id, ann, NO_ANSWER, NOW + hours * HOUR)
        given_up = calls.get(conn, call_id).handed_on_at
        queue(conn, someone, now=NOW + 5 * HOUR)
        asked = calls.get(conn, call_id).handed_on_at
        attempt(conn, call_id, ann, NO_ANSWER, NOW + 6 * HOUR)
        return given_up, asked, calls.get(conn, call_id).handed_on_at

    given_up, asked, tried = await store.write(unit)
    assert given_up is not None
    assert (asked, tried) == (None, None)


async def test_news_alone_does_not_take_a_call_from_the_coordinators(store, ann):
    """It says nothing of whether they can be reached now."""

    def unit(conn):
        someone, call_id = rung(conn)
        for hours in range(4):
            attempt(conn, call_id, ann, NO_ANSWER, NOW + hours * HOUR)
        queue(conn, someone, CallReason.NEWS, now=NOW + 5 * HOUR)
        return calls.get(conn, call_id)

    assert (await store.write(unit)).handed_on_at is not None


async def test_a_call_asked_for_later_comes_when_it_was_asked_for(store, ann):
    """To the minute, in any part of the day; they were spoken with, so nothing is written."""
    later = NOW + timedelta(hours=3, minutes=7)

    def unit(conn):
        someone, call_id = rung(conn)
        call = attempt(conn, call_id, ann, CallOutcome.CALL_LATER, again_at=later)
        detail = calls.detail(conn, call_id, ann, now=NOW)
        return call, detail.attempts[0].again_at, told(conn, someone)

    call, noted, said = await store.write(unit)
    assert (call.due_at, noted) == (later, later)
    assert call.promised_at == later + timedelta(minutes=30)
    assert "call_tried" not in said


@pytest.mark.parametrize("again_at", [NOW, NOW - HOUR, NOW + timedelta(days=15)])
async def test_a_time_that_is_past_or_far_off_is_refused(store, ann, again_at):
    """A slip of the keyboard must not lose a person for a year."""

    def unit(conn):
        attempt(conn, rung(conn)[1], ann, CallOutcome.CALL_LATER, again_at=again_at)

    with pytest.raises(Invalid):
        await store.write(unit)


@pytest.mark.parametrize("outcome", [CallOutcome.WRONG_NUMBER, CallOutcome.NUMBER_DEAD])
@pytest.mark.parametrize("act", ["attempt", "close"])
async def test_a_useless_number_is_never_rung_again_and_they_are_written_to(
    store, ann, outcome, act
):
    """Also when the caller closes the call with it: somebody still waits."""

    def unit(conn):
        someone, call_id = rung(conn)
        if act == "attempt":
            attempt(conn, call_id, ann, outcome)
        else:
            calls.claim(conn, call_id, ann, settings=SETTINGS, now=NOW)
            closing = CloseIn(outcome=outcome)
            calls.close(conn, call_id, closing, ann, settings=SETTINGS, now=NOW)
        again = queue(conn, someone, by=CallBy.VOICE)
        return calls.get(conn, call_id), again, people.person(conn, someone.person_id)

    call, again, person = await store.write(unit)
    assert (call.status, call.by, again.by) == (CallStatus.QUEUED, CallBy.TEXT, CallBy.TEXT)
    assert (person.phone, person.can_be_rung) == (PHONE, False)


async def test_a_useless_number_of_somebody_without_an_address_is_the_coordinators(store, ann):
    """Nobody else can know another way."""

    def unit(conn):
        _, call_id = rung(conn, channel=Channel.PHONE)
        attempt(conn, call_id, ann, CallOutcome.WRONG_NUMBER)
        return calls.get(conn, call_id), told_coordinators(conn)

    call, alerts = await store.write(unit)
    assert call.handed_on_at == NOW
    assert alerts == ["coordinator_alert"]


async def test_a_number_given_anew_is_rung(store, ann):
    """Also the same one: they say that it is theirs."""

    def unit(conn):
        someone, call_id = rung(conn)
        attempt(conn, call_id, ann, CallOutcome.WRONG_NUMBER)
        people.learn(conn, someone.person_id, phone=PHONE)
        return queue(conn, someone, by=CallBy.VOICE).by

    assert await store.write(unit) is CallBy.VOICE


async def test_only_a_coordinator_puts_away_whom_nobody_reached_and_only_after_all_tries(store):
    """For anybody else it is one try more."""
    boss, closing = who(Role.COORDINATOR), CloseIn(outcome=NO_ANSWER)

    def unit(conn):
        _, call_id = rung(conn)
        seen = []
        for hours in range(5):
            at = NOW + hours * HOUR
            calls.claim(conn, call_id, boss, settings=SETTINGS, now=at)
            call = calls.close(conn, call_id, closing, boss, settings=SETTINGS, now=at)
            seen.append(call.status)
        return seen

    assert await store.write(unit) == [CallStatus.QUEUED] * 4 + [CallStatus.CLOSED]


async def test_what_stood_on_the_callers_page_was_said_when_the_call_is_completed(store, ann):
    """Nothing else sends it, and nothing waits for ever at an address without a wire."""

    def unit(conn):
        someone = resident(conn, channel=Channel.PHONE, phone=PHONE)
        call_id = queue(conn, someone).call_id
        notices.put(conn, someone.address_id, "went_elsewhere", {}, now=NOW)
        calls.claim(conn, call_id, ann, settings=SETTINGS, now=NOW)
        before = told(conn, someone)
        closing = CloseIn(outcome=CallOutcome.COMPLETED)
        calls.close(conn, call_id, closing, ann, settings=SETTINGS, now=NOW)
        return before, told(conn, someone)

    assert await store.write(unit) == (["went_elsewhere"], [])


async def test_a_dead_address_makes_no_promise(store, ann):
    """What cannot be told is not told."""

    def unit(conn):
        someone, call_id = rung(conn)
        addresses.mark_dead(conn, someone.address_id, now=NOW)
        attempt(conn, call_id, ann, NO_ANSWER)
        return told(conn, someone)

    assert "call_tried" not in await store.write(unit)
