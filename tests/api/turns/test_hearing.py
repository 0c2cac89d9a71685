"""Who brings a message may have its lane at once, and need not ask what there is to answer."""

import pytest

from api.turns import service as turns
from api.vocabulary import InboundKind
from tests.api.turns.conftest import turn_of
from tests.api.world import NOON, SECOND, SETTINGS, hear, message


def bring(said, *, now=NOON, lease_s=30):
    """A unit of work: a message comes in, and who brings it would answer it."""
    wanted = said.model_copy(update={"lease_s": lease_s})
    return lambda conn: turns.hear(conn, wanted, settings=SETTINGS, now=now)


async def test_a_message_comes_back_with_all_that_its_answer_needs(bot, store):
    """And is given to nobody else until the lease is over; nobody is woken for it."""
    received = await store.write(bring(message("hello")))
    assert received.work.inbound.id == received.inbound_id
    assert (received.work.inbound.body.text, received.work.session.version) == ("hello", 0)
    assert store.wake.times("inbound") == 0
    assert await bot.claim(NOON + 29 * SECOND) is None
    assert (await bot.claim(NOON + 30 * SECOND)).inbound.id == received.inbound_id


async def test_it_is_answered_as_what_was_asked_for(bot, store):
    """The turn is good under that lease."""
    received = await store.write(bring(message()))
    assert (await bot.take(turn_of(received.work))).session_version == 1
    assert await bot.claim() is None


async def test_who_cannot_answer_leaves_it_to_who_waits(bot, store):
    """Who waits is woken."""
    received = await store.write(bring(message(), lease_s=0))
    assert received.work is None
    assert store.wake.times("inbound") == 1
    assert (await bot.claim()).inbound.id == received.inbound_id


async def test_while_a_lane_is_in_use_nobody_else_gets_it(bot, store):
    """What came meanwhile is answered after, by whoever is woken then."""
    first = await store.write(bring(message(number="1")))
    second = await store.write(bring(message(number="2")))
    assert second.work is None
    await bot.take(turn_of(first.work))
    assert (await bot.claim()).inbound.id == second.inbound_id


async def test_the_oldest_message_comes_first(bot, store):
    """Whichever was brought."""
    (old,) = await store.write(hear(message(number="1")))
    received = await store.write(bring(message(number="2")))
    assert received.work.inbound.id == old.inbound_id


async def test_a_message_that_was_known_is_not_taken_again(bot, store):
    """Its wire repeats it; whoever has it answers it."""
    await store.write(bring(message()))
    again = await store.write(bring(message(), now=NOON + 60 * SECOND))
    assert (again.again, again.work) == (True, None)


@pytest.mark.parametrize("kind", [InboundKind.LEFT])
async def test_what_needs_no_answer_leases_nothing(bot, store, kind):
    """Somebody left: there is nobody to answer."""
    received = await store.write(bring(message(kind=kind)))
    assert received.work is None
    assert await bot.claim() is None
