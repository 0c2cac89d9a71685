"""Sending: each lane in its order and for itself, nothing lost, nothing twice, nobody waits."""

import logging
from datetime import timedelta

import pytest

from api.addresses import service as addresses
from api.vocabulary import CallBy, CallReason, Channel, NoticeCode, SendFailure
from bot.channel import SendError
from bot.service import Unreachable
from tests.bot.line import broken_line
from tests.bot.telling import address_id, number, numbers_heard, tell
from tests.deployment import COORDINATOR

CLAIM = "/v1/notices/claim"
MINUTE = timedelta(minutes=1)
HALF = timedelta(seconds=30)
RECEIVED = {"receipt": "48291573", "leaves": ["meal"]}
CALLED = (CallBy.VOICE, CallReason.ADDRESS_DEAD)
WORDS = "Quillfeather, 12 Elm Road"


def foresee(world, name, *faults):
    """What the next messages to a person come to."""
    world.wire(name).faults[world.address(name)].extend(faults)


async def alerts(world):
    """How many alerts reached the coordinator."""
    return len(world.wires[Channel.TERMINAL].sent[COORDINATOR])


async def test_messages_to_one_person_come_in_the_order_they_were_put(world):
    """Whoever reads them, or hears them, gets the answer after the question."""
    await number(world, "Ann", 1, 2, 3, 4, 5)
    await world.settle()
    assert numbers_heard(world, "Ann") == [1, 2, 3, 4, 5]


async def test_a_chat_that_is_throttled_rests_alone_as_long_as_its_wire_asks(world):
    """Telegram's 429 names one chat: the others hear at once, and that one in its order."""
    foresee(world, "Ann", SendError(SendFailure.THROTTLED, retry_after_s=60))
    await number(world, "Ann", 1, 2)
    await number(world, "Bob", 1, 2)
    await world.settle()
    assert numbers_heard(world, "Ann") == []
    assert numbers_heard(world, "Bob") == [1, 2]
    await number(world, "Ann", 3)
    await world.pass_time(MINUTE - timedelta(seconds=20))
    assert numbers_heard(world, "Ann") == []
    await world.pass_time(timedelta(seconds=20))
    assert numbers_heard(world, "Ann") == [1, 2, 3]


async def test_a_wire_that_is_away_is_tried_again_and_each_message_comes_once_in_order(world):
    """However often it fails; the pauses grow, the order stays."""
    foresee(world, "Ann", *(SendError(SendFailure.UNREACHABLE) for _ in range(4)))
    await number(world, "Ann", 1, 2, 3)
    await world.pass_time(2 * MINUTE)
    assert numbers_heard(world, "Ann") == [1, 2, 3]
    assert await world.calls_of("Ann") == []


async def test_a_wire_that_is_away_for_a_day_is_a_reason_to_call(world):
    """Nobody waits for a message that does not come."""
    foresee(world, "Ann", *(SendError(SendFailure.UNREACHABLE) for _ in range(9)))
    await tell(world, "Ann", NoticeCode.REQUEST_RECEIVED, **RECEIVED)
    for hours in (0, 12, 11):
        world.now += timedelta(hours=hours)
        await world.settle()
        assert await world.calls_of("Ann") == []
    world.now += timedelta(hours=2)
    await world.settle()
    assert await world.calls_of("Ann") == [CALLED]


async def test_a_dead_address_is_not_tried_again_and_its_person_is_called(world):
    """What the person is to know reaches them by voice."""
    foresee(world, "Ann", SendError(SendFailure.STOPPED))
    await tell(world, "Ann", NoticeCode.REQUEST_RECEIVED, **RECEIVED)
    await number(world, "Ann", 1)
    await world.pass_time(MINUTE)
    world.expect_nothing("Ann")
    assert await world.calls_of("Ann") == [CALLED]


async def test_what_waits_for_a_dead_address_goes_to_the_persons_other_one(world):
    """In its order, and without a call."""
    world.channel_of["AnnOnTelegram"] = Channel.TELEGRAM
    here, person_id = await address_id(world, "AnnOnTelegram"), await world.person_id("Ann")
    await world.write(lambda c: addresses.link(c, here, person_id))
    await world.write(lambda c: addresses.hear(c, here, now=world.now))
    foresee(world, "Ann", SendError(SendFailure.STOPPED))
    await tell(world, "Ann", NoticeCode.REQUEST_RECEIVED, **RECEIVED)
    await tell(world, "Ann", NoticeCode.LOOKING_FURTHER, **RECEIVED)
    await world.settle()
    world.expect("AnnOnTelegram", "4829 1573")
    world.expect("AnnOnTelegram", "a cooked meal")
    assert await world.calls_of("Ann") == []


async def test_a_chat_that_was_renamed_is_written_to_under_its_new_name(world):
    """The same message, once."""
    foresee(world, "Ann", SendError(SendFailure.MOVED, moved_to="ann2"))
    await number(world, "Ann", 1, 2)
    await world.settle()
    world.address_of["Ann"] = "ann2"
    assert numbers_heard(world, "Ann") == [1, 2]


@pytest.mark.parametrize(
    "fault",
    [
        SendError(SendFailure.REJECTED),
        SendError(SendFailure.MISCONFIGURED),
        ZeroDivisionError(WORDS),
    ],
    ids=["rejected", "misconfigured", "a fault of ours"],
)
async def test_one_message_that_cannot_be_sent_holds_up_no_other_and_a_person_hears_of_it(
    world, fault, caplog
):
    """A coordinator is told once; a log never has the words of a failure."""
    foresee(world, "Ann", fault)
    await number(world, "Ann", 1, 2)
    await world.settle()
    assert numbers_heard(world, "Ann") == [2]
    assert await alerts(world) == 1
    assert WORDS not in caplog.text


@pytest.mark.parametrize(
    ("code", "values"),
    [
        (NoticeCode.CALL_MESSAGE, {"text": WORDS}),
        ("ask.nothing_like_it", {"options": [], "question_id": "7"}),
        ("no_such_statement", {}),
        (NoticeCode.PAUSED, {"at": "half past nine"}),
    ],
    ids=["a value is missing", "unknown question", "unknown words", "a value is no time"],
)
async def test_a_notice_that_cannot_be_worded_holds_up_no_other_and_a_person_hears_of_it(
    world, code, values, caplog
):
    """The lane goes on, a coordinator is told, and the log says what failed but no words."""
    with caplog.at_level(logging.ERROR):
        await tell(world, "Ann", code, **values)
        await number(world, "Ann", 2)
        await world.settle()
    assert numbers_heard(world, "Ann") == [2]
    assert await alerts(world) == 1
    assert f"wording and sending {code}" in caplog.text
    assert WORDS not in caplog.text


async def test_what_was_sent_while_the_api_was_away_is_reported_and_not_sent_twice(world):
    """The report is kept until somebody takes it."""
    line = broken_line(world)
    await number(world, "Ann", 1, 2)
    delivery = world.whole.bot.delivery
    assert await delivery.step()
    for _ in range(3):
        line.lose(CLAIM)
        with pytest.raises(Unreachable):
            await delivery.step()
    world.now += MINUTE * 5
    await world.settle()
    assert numbers_heard(world, "Ann") == [1, 2]


async def test_a_report_whose_answer_was_lost_is_made_again_and_changes_nothing(world):
    """The API had it: what it then leased is sent under the next lease, once."""
    line = broken_line(world)
    await number(world, "Ann", 1, 2)
    await world.whole.bot.delivery.step()
    line.lose_answer(CLAIM)
    with pytest.raises(Unreachable):
        await world.whole.bot.delivery.step()
    await world.pass_time(2 * MINUTE)
    assert numbers_heard(world, "Ann") == [1, 2]


async def test_a_process_that_died_between_sending_and_reporting_loses_nothing(world):
    """When its lease ends the message goes out again, under the id by which a wire knows it."""
    await number(world, "Ann", 1, 2)
    bot = world.whole.bot
    await bot.delivery.step()
    bot.delivery = type(bot.delivery)(
        bot.service,
        bot.channels,
        bot.delivery.wording,
        bot.delivery.clock,
        bot.delivery.voicing,
    )
    await world.settle()
    assert numbers_heard(world, "Ann") == [1]
    await world.pass_time(2 * MINUTE)
    assert numbers_heard(world, "Ann") == [1, 1, 2]
    first, again, _ = world.wire("Ann").sent["ann"]
    assert first.notice_id == again.notice_id


async def test_a_message_is_worded_in_the_language_the_person_has_when_it_is_sent(world):
    """Whoever changes the language between two messages reads the second in the new one."""
    foresee(world, "Ann", SendError(SendFailure.THROTTLED, retry_after_s=30))
    await tell(world, "Ann", NoticeCode.LEFT)
    await world.settle()
    await world.speak("Ann", "zh-Hans")
    world.now += HALF
    await world.settle()
    (message,) = world.wire("Ann").sent["ann"]
    assert message.language == "zh-Hans"


async def test_only_what_says_who_somebody_is_asks_its_wire_for_protection(world):
    """An accepted offer may not be forwarded by a slip; a receipt may."""
    private = {**RECEIVED, "word": "maple", "mode": "in_person"}
    await tell(world, "Ann", NoticeCode.OFFER_ACCEPTED, **private)
    await tell(world, "Ann", NoticeCode.REQUEST_RECEIVED, **RECEIVED)
    await world.settle()
    assert [one.reveals for one in world.wire("Ann").sent["ann"]] == [True, False]


async def test_an_offer_in_a_group_chat_has_a_button_that_names_the_offer(world):
    """Whoever presses it accepts this offer and no other, whatever was said since."""
    values = {"offer_id": "o-1", "leaves": ["meal"], "area": "Elm Road", "urgency": "now"}
    await tell(world, "Chat", NoticeCode.GROUP_OFFER, **values)
    await world.settle()
    (message,) = world.wire("Chat").sent["chat"]
    assert [data for _, data in message.group_buttons] == ["offer:o-1:accept"]
    assert all(label for label, _ in message.group_buttons)


async def test_who_has_to_write_in_private_first_is_told_where(world):
    """Only the wire knows the link."""
    world.channel_of["Chat"] = Channel.TELEGRAM
    await tell(world, "Chat", NoticeCode.OFFER_NEEDS_PRIVATE)
    await world.settle()
    world.expect("Chat", "https://telegram.test/private")


async def test_a_person_is_known_by_no_channel_but_their_own(world):
    """A wire is never handed somebody else's message."""
    world.channel_of["Bob"] = Channel.WEB
    await number(world, "Ann", 1)
    await number(world, "Bob", 2)
    await world.settle()
    assert [set(wire.sent) for wire in world.wires.values()] == [{"ann"}, set(), {"bob"}]
