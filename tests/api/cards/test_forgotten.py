"""What a card said is forgotten with the call that it was about."""

from datetime import timedelta

import sqlalchemy as sa

from api.calls import service as calls
from api.calls.schemas import CloseIn
from api.database.tables.notices import notices as notices_table
from api.notices import service as notices
from api.retention import service as retention
from api.vocabulary import CallOutcome
from tests.api.cards.conftest import NOW, SETTINGS, carded, holder, take, values

LATER = NOW + timedelta(days=40)


def kept(conn):
    """How many cards can still be read in the outbox."""
    of_cards = notices_table.c.code == "call_card"
    return conn.scalar(sa.select(sa.func.count()).where(of_cards))


def sweep(conn):
    """What is over is forgotten."""
    while retention.due(conn, LATER, SETTINGS):
        pass


async def test_what_a_card_said_stays_while_its_call_is_open(store):
    """And goes a month after that was closed."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        sweep(conn)
        return kept(conn)

    assert await store.write(unit) == 1

    def closed(conn):
        take(conn, call_id, vera)
        mine = calls.holder_of(calls.get(conn, call_id))
        closing = CloseIn(outcome=CallOutcome.COMPLETED)
        calls.close(conn, call_id, closing, mine, settings=SETTINGS, now=NOW)
        for one in notices.waiting(conn, vera.address_id):
            notices.sent(conn, one.id, "", now=NOW)

    await store.write(closed)

    def later(conn):
        retention.due(conn, LATER + timedelta(days=2), SETTINGS)
        return kept(conn)

    assert await store.write(later) == 0


async def test_who_is_erased_is_in_no_card_any_more(store):
    """Not even in the words that callers were asked with."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        take(conn, call_id, vera)
        assert holder(conn, call_id) == vera.id
        assert values(conn, vera, "call_yours")
        call = calls.get(conn, call_id)
        mine = calls.holder_of(call)
        closing = CloseIn(outcome=CallOutcome.COMPLETED)
        calls.close(conn, call_id, closing, mine, settings=SETTINGS, now=NOW)
        retention.erase(conn, call.person_id, actor=mine, now=NOW)
        return kept(conn)

    assert await store.write(unit) == 0
