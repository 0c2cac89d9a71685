"""Cards sent and ended by the clock: to whom, when, and what they say."""

import asyncio
from datetime import timedelta

import pytest

from api.alerts import service as alerts
from api.audit import service as audit
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import CloseIn, Filters
from api.calls.store import change
from api.cards import service as cards
from api.cards import store as kept
from api.database.ids import new_id
from api.groups import service as groups
from api.people import service as people
from api.vocabulary import Accommodation, AlertKind, CallReason, CardStatus, NoticeCode, Role
from tests.api.cards.conftest import (
    NOW,
    SETTINGS,
    asked,
    caller,
    forget,
    group,
    told,
    values,
    waiting,
    work,
)

MINUTES = timedelta(minutes=1)


def somebody(role=Role.CALLER):
    """Whoever sits at the desk with a token of nobody's."""
    return Actor(role, new_id(NOW))


async def test_where_nobody_takes_calls_nothing_is_due_and_nothing_is_sent(store):
    """The queue is the desk's alone, as ever."""
    await store.write(waiting)
    assert await store.write(lambda conn: cards.due(conn, NOW, SETTINGS)) is False
    assert await store.read(lambda conn: cards.next_due(conn, SETTINGS)) is None


async def test_a_card_says_how_in_which_language_until_when_and_nothing_else(store):
    """No name, no number, no need: only the ids that answer it."""

    def unit(conn):
        vera = caller(conn, group(conn), "vera")
        call_id = waiting(conn)
        work(conn)
        return call_id, told(conn, vera), values(conn, vera, "call_card"), calls.get(conn, call_id)

    call_id, codes, said, call = await store.write(unit)
    assert codes == [NoticeCode.CALL_CARD]
    assert said == {
        "call_id": call_id,
        "by": "text",
        "language": "en",
        "before": call.promised_at.isoformat().replace("+00:00", "Z"),
        "urgent": "",
    }


async def test_three_are_asked_then_three_more(store):
    """And at last all, each once; the worker says when it looks again."""

    def unit(conn):
        elm = group(conn)
        crowd = [caller(conn, elm, f"caller {number}") for number in range(7)]
        waiting(conn)
        seen = []
        for after in (0, 4, 5, 9, 10, 15):
            work(conn, NOW + after * MINUTES)
            seen.append(len(asked(conn, *crowd)))
        return seen, cards.next_due(conn, SETTINGS)

    seen, then = await store.write(unit)
    assert seen == [3, 3, 6, 6, 7, 7]
    assert then == NOW + 20 * MINUTES


async def test_who_is_apart_or_whom_the_call_is_with_is_not_asked(store):
    """A caller may need a person, too; and a pair that was parted stays so."""

    def unit(conn):
        elm = group(conn)
        vera, kim, leo = (caller(conn, elm, name) for name in ("vera", "kim", "leo"))
        calls.queue(
            conn, vera.id, CallReason.ASKED, now=NOW, duty=calls.OnDuty.of(SETTINGS),
            address_id=vera.address_id,
        )  # fmt: skip
        people.block(conn, vera.id, kim.id, now=NOW)
        work(conn)
        return [one.id for one in asked(conn, vera, kim, leo)] == [leo.id]

    assert await store.write(unit)


async def test_a_call_that_is_the_coordinators_brings_no_card(store):
    """Every caller tried in vain."""

    def unit(conn):
        vera = caller(conn, group(conn), "vera")
        call_id = waiting(conn)
        change(conn, call_id, {"handed_on_at": NOW})
        work(conn)
        return asked(conn, vera), cards.next_due(conn, SETTINGS)

    assert await store.write(unit) == ([], None)


async def test_at_night_nobody_is_asked_but_in_danger(store):
    """What can wait waits for the hours on duty."""
    night = NOW.replace(hour=22)

    def unit(conn):
        vera = caller(conn, group(conn), "vera")
        call_id = waiting(conn)
        calls.look_again(conn, call_id, night)
        work(conn, night)
        before = asked(conn, vera)
        call = calls.get(conn, call_id)
        alerts.raise_alert(
            conn, AlertKind.DANGER, call.person_id, None, "", settings=SETTINGS, now=night
        )
        calls.look_for(conn, call.person_id, night)
        work(conn, night)
        return before, values(conn, vera, "call_card")["urgent"]

    assert await store.write(unit) == ([], "yes")


async def test_two_workers_send_a_caller_one_card(store):
    """Of two calls that wait at the same moment one goes to who else may take it."""

    def begin(conn):
        vera = caller(conn, group(conn), "vera")
        for name in ("ann", "ben"):
            waiting(conn, name)
        return vera

    vera = await store.write(begin)
    await asyncio.gather(*(store.write(lambda conn: cards.due(conn, NOW, SETTINGS)) for _ in "12"))
    assert len(await store.read(lambda conn: kept.open_of(conn, vera.id))) == 1


async def test_an_unseen_card_is_never_seen_when_it_is_over(store):
    """And who had seen it hears why, there where it was asked."""

    def unit(conn):
        elm = group(conn)
        vera, kim = caller(conn, elm, "vera"), caller(conn, elm, "kim")
        call_id = waiting(conn)
        work(conn)
        forget(conn, vera.address_id)
        calls.claim(conn, call_id, somebody(), settings=SETTINGS, now=NOW)
        work(conn)
        return told(conn, vera), told(conn, kim), values(conn, vera, "call_card_over")["over"]

    assert await store.write(unit) == (["call_card_over"], [], "taken")


@pytest.mark.parametrize("end", ["closed", "by another way"])
async def test_a_card_is_over_when_its_call_is_another_or_none(store, end):
    """The old question ends; for the call as it is now they are asked anew."""

    def unit(conn):
        vera = caller(conn, group(conn), "vera")
        call_id = waiting(conn, phone="+4930123456")
        work(conn)
        forget(conn, vera.address_id)
        call = calls.get(conn, call_id)
        later = NOW + MINUTES
        if end == "closed":
            boss = somebody(Role.COORDINATOR)
            closing = CloseIn(outcome="completed")
            calls.close(conn, call_id, closing, boss, settings=SETTINGS, now=later)
        else:
            people.set_accommodations(conn, call.person_id, [Accommodation.NO_TEXT])
            calls.queue(
                conn, call.person_id, CallReason.CANNOT_READ, now=later,
                duty=calls.OnDuty.of(SETTINGS),
            )  # fmt: skip
        work(conn, later)
        return told(conn, vera)

    again = [] if end == "closed" else ["call_card"]
    assert await store.write(unit) == ["call_card_over", *again]


async def test_who_left_the_group_is_asked_no_more(store):
    """Their open card ends, and nobody thinks that they have it."""

    def unit(conn):
        vera = caller(conn, group(conn), "vera")
        waiting(conn)
        work(conn)
        forget(conn, vera.address_id)
        groups.leave(conn, vera.id, now=NOW)
        cards.leave(conn, vera.id, now=NOW)
        work(conn, NOW + 10 * MINUTES)
        return told(conn, vera), [one.status for one in kept.of_call(conn, _only_call(conn))]

    assert await store.write(unit) == (["left", "call_card_over"], [CardStatus.NOT_NOW])


def _only_call(conn):
    """The one call there is."""
    return calls.listed(conn, Filters(), somebody(), now=NOW).items[0].id


async def test_the_desk_is_told_of_no_card(store):
    """The audit has who did what; that somebody was asked is no deed."""

    def unit(conn):
        caller(conn, group(conn), "vera")
        call_id = waiting(conn)
        work(conn)
        return audit.entries(conn, subject_id=call_id, before=None, limit=10)

    assert await store.write(unit) == []
