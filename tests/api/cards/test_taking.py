"""A call taken, left and ended in a chat: one caller has it, and nobody else."""

import asyncio
from datetime import timedelta

import pytest

from api.auth import service as auth
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import CloseIn
from api.cards import service as cards
from api.cards import store as kept
from api.database.ids import new_id
from api.errors import NotFound
from api.notices import service as notices
from api.vocabulary import CallOutcome, CallStatus, CardStatus, Role
from tests.api.cards.conftest import (
    NOW,
    SETTINGS,
    asked,
    caller,
    carded,
    forget,
    group,
    holder,
    take,
    told,
    values,
    work,
)

LATER = NOW + SETTINGS.claim_lasts
AN_HOUR = timedelta(hours=1)


async def test_of_all_who_press_at_once_one_has_the_call(store):
    """The others hear it once, kindly; nobody else acts in it."""
    crowd, call_id = await carded(store, "vera", "kim", "leo")
    jobs = [store.write(lambda conn, one=one: take(conn, call_id, one)) for one in crowd]
    won = await asyncio.gather(*jobs)
    assert sorted(won) == [False, False, True]

    def unit(conn):
        work(conn)
        return holder(conn, call_id), [told(conn, one) for one in crowd]

    has, heard = await store.write(unit)
    winner = won.index(True)
    assert has == crowd[winner].id
    assert heard.pop(winner) == ["call_yours"]
    assert heard == [["call_card_over"]] * 2


async def test_who_was_never_asked_takes_nothing(store):
    """However they came by the id of a call."""
    _, call_id = await carded(store, "vera")

    def unit(conn):
        stranger = caller(conn, group(conn, "Oak"), "stranger")
        take(conn, call_id, stranger)

    with pytest.raises(NotFound):
        await store.write(unit)


async def test_a_call_at_the_desk_is_theirs_in_the_chat_too(store):
    """Whoever takes it there while a card asks them is not asked any more, and holds it here."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        desk = auth.issue(conn, Role.CALLER, "desk", vera.id, now=NOW, lifetime=AN_HOUR)
        actor = auth.actor_of(conn, desk, now=NOW)
        calls.claim(conn, call_id, actor, settings=SETTINGS, now=NOW)
        work(conn)
        return values(conn, vera, "call_card_over")["over"], cards.held_of(conn, vera.id, NOW)

    over, [held] = await store.write(unit)
    assert (over, held.call_id) == ("yours", call_id)


async def test_who_says_not_now_is_told_that_it_is_all_right(store):
    """Somebody else is asked at once."""
    crowd, call_id = await carded(store, "ada", "bea", "cem", "dan")

    def unit(conn):
        first = asked(conn, *crowd)
        no = first[0]
        cards.leave_call(conn, call_id, no.id, address_id=no.address_id, now=NOW)
        work(conn)
        return first, told(conn, no), asked(conn, *crowd)

    first, heard, then = await store.write(unit)
    assert len(first) == 3
    assert heard == ["call_passed"]
    assert sorted(one.id for one in then) == sorted(one.id for one in crowd if one != first[0])


async def test_a_late_yes_still_counts_while_nobody_has_the_call(store):
    """They said not now, or their card was for the time before."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        cards.leave_call(conn, call_id, vera.id, now=NOW)
        return take(conn, call_id, vera)

    assert await store.write(unit)


async def test_what_one_does_not_have_one_cannot_leave_or_end(store):
    """It is over: nothing changes."""
    [vera], call_id = await carded(store, "vera")
    await store.write(lambda conn: cards.leave_call(conn, call_id, vera.id, now=NOW))
    with pytest.raises(NotFound):
        await store.write(lambda conn: cards.leave_call(conn, call_id, vera.id, now=NOW))
    with pytest.raises(calls.CallNotHeld):
        await store.write(
            lambda conn: cards.end_call(
                conn, call_id, vera.id, CallOutcome.COMPLETED, settings=SETTINGS, now=NOW
            )
        )


@pytest.mark.parametrize(
    ("outcome", "status"), [("completed", CallStatus.CLOSED), ("no_answer", CallStatus.QUEUED)]
)
async def test_what_came_of_a_call_is_told_in_the_chat(store, outcome, status):
    """Done closes it; who was not reached is tried again, and others are asked for that."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        take(conn, call_id, vera)
        forget(conn, vera.address_id)
        cards.end_call(
            conn,
            call_id,
            vera.id,
            CallOutcome(outcome),
            address_id=vera.address_id,
            settings=SETTINGS,
            now=NOW,
        )
        work(conn)
        return calls.get(conn, call_id).status, told(conn, vera), cards.held_of(conn, vera.id, NOW)

    assert await store.write(unit) == (status, ["call_ended"], [])


async def test_who_let_it_go_at_the_desk_hears_nothing_more(store):
    """They know."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        take(conn, call_id, vera)
        forget(conn, vera.address_id)
        call = calls.get(conn, call_id)
        closing = CloseIn(outcome=CallOutcome.COMPLETED)
        mine = calls.holder_of(call)
        calls.close(conn, call_id, closing, mine, settings=SETTINGS, now=NOW)
        work(conn)
        return told(conn, vera), [one.ended_at for one in kept.of_call(conn, call_id)]

    assert await store.write(unit) == ([], [NOW])


async def test_who_gave_a_call_back_is_not_asked_for_it_again(store):
    """No reason is asked; others are asked at once."""
    crowd, call_id = await carded(store, "vera", "kim")
    vera, kim = crowd

    def unit(conn):
        take(conn, call_id, vera)
        work(conn)
        cards.leave_call(conn, call_id, vera.id, now=NOW)
        work(conn, NOW + timedelta(minutes=10))
        statuses = {one.person_id: one.status for one in kept.of_call(conn, call_id)}
        return statuses[vera.id], asked(conn, vera, kim)

    assert await store.write(unit) == (CardStatus.GIVEN_BACK, [kim])


async def test_who_comes_too_late_because_it_is_closed_hears_that(store):
    """Not that somebody else has it."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        boss = Actor(Role.COORDINATOR, new_id(NOW))
        closing = CloseIn(outcome=CallOutcome.COMPLETED)
        calls.close(conn, call_id, closing, boss, settings=SETTINGS, now=NOW)
        late = take(conn, call_id, vera)
        work(conn)
        codes = [one.code for one in notices.waiting(conn, vera.address_id, asking=True)]
        return late, codes, values(conn, vera, "call_card_over")["over"]

    assert await store.write(unit) == (False, ["call_card_over"], "not_needed")
