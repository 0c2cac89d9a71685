"""A bad network before Telegram: nothing is lost, and nobody waits for another's chat."""

import pytest

from api.vocabulary import CallReason, Channel
from tests.bot.channels.telegram.asking import ASK, answer_all
from tests.peers.faults import Delivery, Fault
from tests.peers.telegram_chats import Standing

BEGIN = ASK[:2]
"""Language, and "are you safe"."""


def texts(person):
    """What a person was sent, in order."""
    return [message["text"] for message in person.received]


def copies(person):
    """How often each message came."""
    return [texts(person).count(text) for text in texts(person)]


async def begin(person, way="typed"):
    """A few answers; the consent question is open then."""
    await person.starts()
    await answer_all(person, BEGIN, way)
    await person.reads_until("May we keep your answers")


async def test_a_throttled_chat_waits_alone(district, fault_proxy, new_person):
    """429 with retry_after: the others go on, and in that chat nothing is lost or overtaken."""
    mei, bo = new_person("Mei"), new_person("Bo")
    await begin(mei)
    fault_proxy.fail("sendMessage", Fault.TOO_MANY, chat_id=mei.id, retry_after=30)
    await mei.says("1")
    await fault_proxy.until(lambda: not fault_proxy.unused, "the refused send")
    await begin(bo)
    assert len(texts(mei)) == 3
    await mei.says("9")
    await district.settled(8)
    await district.later(seconds=29)
    await bo.says("1")
    await bo.reads_until("What do you need?")
    assert len(texts(mei)) == 3
    await district.later(seconds=2)
    await mei.reads_until("What do you need?")
    await mei.reads_until("What do you need?")
    assert fault_proxy.count("sendMessage") == len(texts(mei)) + len(texts(bo)) + 1


@pytest.mark.parametrize(
    ("fault", "most"),
    [
        (Fault.SERVER_ERROR, 1),
        (Fault.BAD_GATEWAY, 1),
        (Fault.TRUNCATED, 1),
        (Fault.DROP_BEFORE, 1),
        (Fault.DELAY, 1),
        (Fault.DROP_AFTER, 2),
    ],
)
async def test_what_could_not_be_sent_is_sent_again(
    district, fault_proxy, new_person, fault, most
):
    """In its place; only a send whose answer was lost may be seen twice."""
    mei = new_person("Mei")
    await begin(mei)
    fault_proxy.fail("sendMessage", fault, chat_id=mei.id)
    await mei.says("1")
    await mei.says("9")
    await fault_proxy.until(lambda: not fault_proxy.unused, "the fault")
    await district.settled(5)
    await district.later(seconds=60)
    for _ in range(1 + most):
        await mei.reads_until("What do you need?")
    assert max(copies(mei)) == 1 + most


async def test_a_chat_that_does_not_answer_holds_up_nobody(district, fault_proxy, new_person):
    """Not even the next messages of those who were sent something at the same moment."""
    mei, bo = new_person("Mei"), new_person("Bo")
    await begin(mei)
    held = fault_proxy.fail("sendMessage", Fault.HOLD, chat_id=mei.id)
    await mei.says("1")
    await fault_proxy.until(lambda: not held.count, "the send that is held")
    await begin(bo)
    await bo.says("1")
    await bo.reads_until("What do you need?")
    assert len(texts(mei)) == 3
    held.released.set()
    await mei.reads_until("What do you need?")


async def test_a_message_telegram_refuses_does_not_hold_up_the_next(
    district, fault_proxy, new_person
):
    """It is given up, since trying again would not help."""
    mei = new_person("Mei")
    await begin(mei)
    fault_proxy.fail("sendMessage", Fault.BAD_REQUEST, chat_id=mei.id)
    await mei.says("1")
    await fault_proxy.until(lambda: not fault_proxy.unused, "the refused send")
    await mei.says("9")
    await mei.reads_until("What do you need?")
    assert max(copies(mei)) == 1


@pytest.mark.parametrize("way", list(Delivery)[:4])
async def test_each_update_is_handled_once_and_in_order(either, fault_proxy, new_person, way):
    """However often and in whatever order the wire brings it."""
    district = either
    fault_proxy.delivery = way
    fault_proxy.overtaking_s = 0.05  # one delivery at a time is asked for: none can overtake
    people = [new_person("Mei"), new_person("Bo")]
    for word in ("/start", "1", "1", "1"):  # without waiting for an answer
        for person in people:
            await person.says(word)
    for person in people:
        await person.reads_until("What do you need?")
    await district.settled(8)
    for person in people:
        asked = [*(step.asks for step in ASK[:3]), "What do you need?"]
        assert [question in text for question, text in zip(asked, texts(person), strict=True)]


async def test_who_blocked_the_bot_is_called_by_a_person(district, new_person):
    """403: the address is dead, and nothing that waited for it is forgotten."""
    mei = new_person("Mei")
    await begin(mei)
    mei.chat.standing = Standing.KICKED  # before Telegram tells us
    await mei.says("1")
    await district.until(lambda: district.dead(mei), "the dead address")
    assert await district.calls_of(mei) == [CallReason.ADDRESS_DEAD]
    assert [one.description for one in district.telegram.turned_away] == [
        "Forbidden: bot was blocked by the user"
    ]


async def test_who_blocked_the_bot_hears_elsewhere_if_there_is_an_elsewhere(district, new_person):
    """What waited goes to another address of the same person; nobody has to call."""
    mei = new_person("Mei")
    await mei.starts()
    await answer_all(mei, ASK[:-1], "typed")
    await mei.reads_until("This is what you told us")
    await district.add_address(mei, Channel.WEB, "a page of hers")
    mei.chat.standing = Standing.KICKED
    await mei.says("1")
    await district.until(lambda: district.dead(mei), "the dead address")
    assert "request_received" in await district.told(Channel.WEB, "a page of hers")
    assert CallReason.ADDRESS_DEAD not in await district.calls_of(mei)


async def test_who_unblocks_the_bot_and_writes_is_reached_again(district, new_person):
    """The address lives from the first message on."""
    mei = new_person("Mei")
    await begin(mei)
    await mei.blocks_bot()
    await district.until(lambda: district.dead(mei), "the dead address")
    await mei.unblocks_bot()
    await mei.says("9")
    await mei.reads_until("May we keep your answers")
    assert not await district.dead(mei)
