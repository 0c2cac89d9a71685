"""A voice note that is refused, fails, hangs or is throttled: never a text less for it."""

import asyncio

import pytest

from tests.bot.channels.telegram.listening import answered, begin, kinds, rested
from tests.peers.faults import Fault

REFUSED = "Bad Request: VOICE_MESSAGES_FORBIDDEN"


async def test_who_takes_no_voice_notes_is_written_to_and_told_so_once(
    district, fault_proxy, new_person, voice
):
    """Each question comes all the same, and no further voice note is tried."""
    mei = new_person("Mei")
    place = await begin(mei)
    fault_proxy.fail("sendVoice", Fault.BAD_REQUEST, description=REFUSED)
    await mei.says("speak to me")
    await mei.reads_until("Your settings take no voice notes from me.")
    await mei.says("1")
    await mei.reads_until("May we keep your answers")
    assert kinds(mei, place) == ["text"] * 3
    assert sum("take no voice notes" in one["text"] for one in mei.received[place:]) == 1
    assert fault_proxy.count("sendVoice") == 1
    assert len(voice.asked) == 1


@pytest.mark.parametrize(
    "fault",
    [Fault.BAD_REQUEST, Fault.SERVER_ERROR, Fault.BAD_GATEWAY, Fault.TRUNCATED, Fault.DROP_BEFORE],
)
async def test_a_voice_note_that_fails_costs_no_text(
    district, fault_proxy, new_person, voice, fault
):
    """The text comes at once and once, and the next question is heard again."""
    mei = new_person("Mei")
    place = await begin(mei)
    fault_proxy.fail("sendVoice", fault)
    await mei.says("speak to me")
    await mei.reads_until("I will speak to you, too.")
    assert kinds(mei, place) == ["text"]
    await answered(mei, "1", begin=place + 1)
    assert kinds(mei, place) == ["text", "voice", "text"]


async def test_a_throttled_voice_note_waits_with_its_text_and_comes_once(
    district, fault_proxy, new_person, voice
):
    """429: Telegram took nothing, so both come when it says; if it says no again, the text."""
    mei = new_person("Mei")
    place = await begin(mei)
    fault_proxy.fail("sendVoice", Fault.TOO_MANY, retry_after=30)
    await mei.says("speak to me")
    await fault_proxy.until(lambda: not fault_proxy.unused, "the refused voice note")
    assert kinds(mei, place) == []
    await rested(district, mei, place + 2)
    assert kinds(mei, place) == ["voice", "text"]


async def test_a_text_that_is_tried_again_says_its_voice_note_once(
    district, fault_proxy, new_person, voice
):
    """The voice note arrived; nobody hears it twice because the text did not."""
    mei = new_person("Mei")
    place = await begin(mei)
    fault_proxy.fail("sendMessage", Fault.TOO_MANY, retry_after=30)
    await mei.says("speak to me")
    await fault_proxy.until(lambda: not fault_proxy.unused, "the refused text")
    await rested(district, mei, place + 2)
    assert kinds(mei, place) == ["voice", "text"]
    assert fault_proxy.count("sendVoice") == 1


async def test_a_slow_voice_holds_up_nobody_else(district, new_person, voice):
    """More people wait for it than are sent to at one time, and another one reads on."""
    event = asyncio.Event()
    voice.come_to = [event] * 12
    waiting = [new_person(f"Person{number}") for number in range(10)]
    for person in waiting:
        await begin(person)
        await person.says("speak to me")
    bo = new_person("Bo")
    await begin(bo)
    await bo.says("1")
    await bo.reads_until("May we keep your answers")
    event.set()
    for person in waiting:
        await person.reads_until("I will speak to you, too.")


async def test_the_emergency_numbers_are_read_at_once_and_heard_after(district, new_person, voice):
    """A voice in the making is given up for them, and their own comes when it is there."""
    mei = new_person("Mei")
    place = await begin(mei)
    voice.come_to = [asyncio.Event()]
    await mei.says("speak to me")
    await mei.telegram.until(lambda: voice.asked, "a voice in the making")
    voice.come_to = [event := asyncio.Event()]
    await mei.says("I can't breathe")
    await mei.reads_until("Please call 120, 110 now.")
    assert "voice" not in kinds(mei, place)
    event.set()
    await mei.reads_until("Are you safe right now?")
    assert kinds(mei, place) == ["text", "text", "voice", "voice", "text"]


async def test_the_card_is_heard_digit_by_digit(district, new_person, voice):
    """Nobody hears "one hundred twenty", and its sound may be kept: it is everybody's."""
    mei = new_person("Mei")
    place = await begin(mei)
    await answered(mei, "speak to me", begin=place)
    await mei.says("I can't breathe")
    await mei.reads_until("Please call 120, 110 now.")
    await mei.reads_until("Are you safe right now?")
    card = next(
        (speech, keep)
        for speech, _, keep in voice.asked
        if "Linli cannot send help" in speech[0].text
    )
    said = " ".join(one.text for one in card[0])
    assert "one two zero" in said
    assert "one one zero" in said
    assert card[1]
    assert kinds(mei, place)[2:5] == ["text", "voice", "voice"]


async def test_a_chat_that_blocked_us_is_dead_whatever_the_voice_said(
    district, fault_proxy, new_person, voice
):
    """403 for the voice note is left to the text to say."""
    mei = new_person("Mei")
    await begin(mei)
    await mei.blocks_bot()
    await mei.unblocks_bot()
    fault_proxy.fail("sendVoice", Fault.FORBIDDEN)
    fault_proxy.fail("sendMessage", Fault.FORBIDDEN)
    await mei.says("speak to me")
    await district.until(lambda: district.dead(mei), "a dead address")
    assert not fault_proxy.unused
