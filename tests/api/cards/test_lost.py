"""Who has a call no more without having let it go is told, once, whoever noticed it first."""

import asyncio
from datetime import timedelta

from api.auth.actor import Actor
from api.calls import service as calls
from api.cards import service as cards
from api.cards import store as kept
from api.database.ids import new_id
from api.vocabulary import CallStatus, Role
from tests.api.cards.conftest import NOW, SETTINGS, carded, forget, take, told, work

LATER = NOW + SETTINGS.claim_lasts


async def test_whose_time_is_over_is_told_and_the_call_waits_anew(store):
    """They come last, after whoever had no card for longer."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        take(conn, call_id, vera)
        forget(conn, vera.address_id)
        work(conn, LATER - timedelta(minutes=1))
        before = told(conn, vera)
        work(conn, LATER)
        calls.due(conn, LATER, SETTINGS)
        return before, told(conn, vera), calls.get(conn, call_id).status

    assert await store.write(unit) == ([], ["call_released"], CallStatus.QUEUED)


async def test_whose_call_another_worker_put_back_first_is_told_all_the_same(store):
    """Whichever of them sees first that the time is over; and told once."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        take(conn, call_id, vera)
        forget(conn, vera.address_id)
        calls.due(conn, LATER, SETTINGS)
        put_back = calls.get(conn, call_id).status
        work(conn, LATER)
        work(conn, LATER)
        return put_back, told(conn, vera)

    assert await store.write(unit) == (CallStatus.QUEUED, ["call_released", "call_card"])


async def test_whose_call_a_coordinator_gave_back_for_them_is_told(store):
    """They had not let it go themselves."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        take(conn, call_id, vera)
        forget(conn, vera.address_id)
        calls.release(conn, call_id, Actor(Role.COORDINATOR, new_id(NOW)), now=NOW)
        cards.due(conn, NOW, SETTINGS)
        return told(conn, vera)

    assert "call_released" in await store.write(unit)


async def test_of_two_workers_who_see_it_at_once_one_tells_it(store, monkeypatch):
    """Both have read the card before either ends it."""
    [vera], call_id = await carded(store, "vera")

    def lost(conn):
        take(conn, call_id, vera)
        forget(conn, vera.address_id)
        calls.due(conn, LATER, SETTINGS)
        return kept.beside_calls(conn)

    seen = await store.write(lost)
    monkeypatch.setattr(kept, "beside_calls", lambda _conn: seen)
    monkeypatch.setattr(calls, "lacking", lambda *_: [])
    both = [store.write(lambda conn: cards.due(conn, LATER, SETTINGS)) for _ in range(2)]
    await asyncio.gather(*both)
    assert await store.read(lambda conn: told(conn, vera)) == ["call_released"]
