"""What comes in is kept once, in order, sealed; and wakes whoever answers."""

import asyncio

import pytest
import sqlalchemy as sa

from api.addresses import service as addresses
from api.database.tables.inbound import inbound as table
from api.errors import NotFound
from api.inbound import service as inbound
from api.inbound.schemas import Moved
from api.vocabulary import Channel, InboundKind
from tests.api.world import MINUTE, NOON, hear, meet, message


async def test_a_message_is_kept_as_it_was_said(store):
    """Every field of it."""
    (received,) = await store.write(hear(message("I need water")))
    assert not received.again
    head = await store.read(lambda conn: inbound.head(conn, received.address_id))
    assert (head.id, head.body.text, head.kind) == (
        received.inbound_id,
        "I need water",
        InboundKind.TEXT,
    )


async def test_a_message_that_comes_twice_is_one_message(store):
    """However often its wire repeats it, and also at once."""
    given = await asyncio.gather(*(store.write(hear(message())) for _ in range(10)))
    assert len({one.inbound_id for (one,) in given}) == 1
    assert sorted(one.again for (one,) in given) == [False] + [True] * 9


async def test_one_message_id_on_two_channels_is_two_messages(store):
    """Wires number for themselves."""
    same = {"message_id": "7"}
    one, other = await store.write(hear(message(**same), message(channel=Channel.WEB, **same)))
    assert one.inbound_id != other.inbound_id


async def test_messages_of_one_address_are_answered_in_the_order_they_came(store):
    """The head is the oldest that is not settled."""
    came = await store.write(hear(*(message(number=str(n)) for n in range(5))))
    order = []
    while head := await store.read(lambda conn: inbound.head(conn, came[0].address_id)):
        order.append(head.id)
        assert await store.write(
            lambda conn, head=head: inbound.settle(conn, head.id, came[0].address_id, now=NOON)
        )
    assert order == [one.inbound_id for one in came]


async def test_a_message_is_settled_once(store):
    """And by its own address only."""
    (mine,) = await store.write(hear(message()))
    (other,) = await store.write(hear(message(address="other")))
    settle = lambda address_id: store.write(  # noqa: E731 - three times
        lambda conn: inbound.settle(conn, mine.inbound_id, address_id, now=NOON)
    )
    answered = [await settle(a) for a in (other.address_id, mine.address_id, mine.address_id)]
    assert [heard and heard.id for heard in answered] == [None, mine.inbound_id, None]


async def test_what_was_said_rests_sealed(store):
    """In no column can it be read."""
    await store.write(hear(message("Zebra Quokka")))
    rows = await store.read(lambda conn: conn.execute(sa.select(table)).all())
    assert "Zebra" not in repr(rows)


async def test_a_message_wakes_who_answers(store):
    """Once it is kept."""
    await store.wake.wait("inbound", 0)
    await store.write(hear(message()))
    await asyncio.wait_for(store.wake.wait("inbound", None), 10)


async def test_who_leaves_is_no_longer_written_to_and_expects_no_answer(store):
    """Until they write again."""
    (left,) = await store.write(hear(message(kind=InboundKind.LEFT)))
    address = lambda: store.read(lambda conn: addresses.address_of(conn, left.address_id))  # noqa: E731 - twice
    assert (await address()).dead_at == NOON
    assert await store.read(lambda conn: inbound.head(conn, left.address_id)) is None
    await store.write(hear(message(number="2"), now=NOON + MINUTE))
    assert (await address()).dead_at is None


async def test_a_group_chat_holds_no_conversation(store):
    """What is said there is kept and settled at once."""
    chat = await store.write(meet("chat"))
    await store.write(lambda conn: addresses.link(conn, chat.id, None))
    (received,) = await store.write(hear(message(address="chat")))
    assert await store.read(lambda conn: inbound.head(conn, received.address_id)) is None


async def test_a_renamed_chat_is_known_by_its_new_name(store):
    """As its wire says."""
    was = await store.write(meet("old"))
    move = Moved(channel=Channel.TELEGRAM, address="old", new_address="new")
    await store.write(lambda conn: inbound.moved(conn, move, now=NOON))
    (received,) = await store.write(hear(message(address="new")))
    assert received.address_id == was.id


async def test_a_message_of_an_unknown_call_is_refused(store):
    """Nothing is kept of it."""
    with pytest.raises(NotFound):
        await store.write(hear(message(call_id="01890000-0000-7000-8000-000000000000")))
    assert (
        await store.read(lambda conn: addresses.known(conn, Channel.TELEGRAM, "resident")) is None
    )
