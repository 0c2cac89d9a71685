"""A voice for what is sent: whatever it does, each text is sent once, in order and in time."""

import asyncio
import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.voice.errors import (
    NoEngineError,
    NoVoiceError,
    UnspeakableError,
    VoiceBusyError,
    VoiceError,
)
from api.vocabulary import SendFailure
from bot.channel import SendError, VoiceRefusedError
from bot.dialogue.statement import Statement
from bot.service import SpokenTo
from bot.voicing import AT_ONCE
from tests.bot.sending import ADDRESS, Sending, ids, notice
from tests.bot.voice import Voice

SAYS = (Statement.STOPPED, Statement.AT_START, Statement.STALE, "danger_card")
"""What is sent, in this order: statements, and the card of emergency numbers."""

FAILS = (
    VoiceError("slow"),
    NoVoiceError("en"),
    VoiceBusyError(32),
    UnspeakableError("nothing"),
    NoEngineError("none"),
    RuntimeError("broken"),
    OSError("no process"),
    MemoryError(),
    b"",
    "hangs",
    None,
)
WIRE_FAILS = (
    *(SendError(kind) for kind in SendFailure),
    VoiceRefusedError(),
    RuntimeError("broken"),
    None,
)
PASSING = (SendError(SendFailure.THROTTLED), SendError(SendFailure.UNREACHABLE), None)


@given(
    voice=st.lists(st.sampled_from(FAILS), max_size=8),
    spoken=st.lists(st.sampled_from(WIRE_FAILS), max_size=8),
    written=st.lists(st.sampled_from(PASSING), max_size=6),
)
def test_law_no_text_is_lost_late_or_sent_twice_whatever_a_voice_does(voice, spoken, written):
    """Nor is anything said twice, or in another order."""

    async def story():
        hung = asyncio.Event()
        come = [hung if one == "hangs" else one for one in voice]
        notices = [notice(number, code) for number, code in enumerate(SAYS)]
        sending = Sending(Path("nowhere"), notices, Voice(*come), deadline_s=0.01)
        sending.wire.voice_faults[ADDRESS] = [one for one in spoken if one]
        sending.wire.faults[ADDRESS] = [one for one in written if one]
        async with asyncio.timeout(20):
            await sending.run()
        expected = [one.notice_id for one in notices]
        assert sending.texts == expected
        assert len(set(sending.said)) == len(sending.said)
        assert sending.said == sorted(sending.said)
        assert set(sending.said) <= set(expected)

    asyncio.run(story())


@pytest.mark.parametrize("fails", [one for one in FAILS if one and one != "hangs"], ids=repr)
async def test_why_nothing_is_heard_is_logged_without_a_word_of_it(tmp_path, caplog, fails):
    """Kinds of errors, a language; nobody's words."""
    caplog.set_level(logging.INFO)
    sending = Sending(tmp_path, [notice(0, Statement.STOPPED)], Voice(fails))
    await sending.run()
    assert sending.texts == [ids(1)]
    assert sending.said == []
    assert caplog.records or fails == b""
    assert "answers" not in caplog.text


async def test_a_voice_that_hangs_costs_the_text_its_deadline_and_no_more(tmp_path):
    """Then it goes as text alone."""
    sending = Sending(tmp_path, [notice(0, Statement.STOPPED)], Voice(asyncio.Event()), 0.01)
    async with asyncio.timeout(5):
        await sending.run()
    assert sending.texts == [ids(1)]
    assert sending.said == []


async def test_more_urgent_words_do_not_wait_for_a_voice_in_the_making(tmp_path):
    """What it would have said is read, at once."""
    sending = Sending(tmp_path, [notice(0, Statement.STOPPED)], Voice(asyncio.Event()))
    running = asyncio.create_task(sending.run())
    await sending.voice.begun.wait()
    sending.delivery.hurry(ids(0))
    async with asyncio.timeout(2):
        await running
    assert sending.texts == [ids(1)]
    assert sending.said == []


async def test_nothing_that_is_sent_before_the_emergency_numbers_waits_for_a_voice(tmp_path):
    """However much is before them; they and what follows are heard again."""
    sending = Sending(
        tmp_path, [notice(number, code) for number, code in enumerate((*SAYS, SAYS[0]))]
    )
    sending.delivery.hurry(ids(0))
    await sending.run()
    assert sending.texts == [ids(number + 1) for number in range(5)]
    assert sending.said == [ids(4), ids(5)]


async def test_a_hurry_whose_end_nobody_saw_ends_by_itself(tmp_path, monkeypatch):
    """Another process sent the numbers; here somebody is spoken to again."""
    monkeypatch.setattr("bot.voicing.HURRIED_S", -1.0)
    sending = Sending(tmp_path, [notice(0, Statement.STOPPED)])
    sending.delivery.hurry(ids(0))
    await sending.run()
    assert sending.said == [ids(1)]


async def test_a_throttled_wire_gets_the_voice_once_more_and_then_only_the_text(tmp_path):
    """It took nothing the first time; a third try would only hold up the text."""
    sending = Sending(tmp_path, [notice(0, Statement.STOPPED)])
    busy = SendError(SendFailure.THROTTLED, retry_after_s=1)
    sending.wire.voice_faults[ADDRESS] = [busy, busy]
    await sending.run()
    assert [one.failure for one in sending.post.reports] == [SendFailure.THROTTLED, None]
    assert sending.texts == [ids(1)]
    assert sending.said == []
    assert len(sending.voice.asked) == 2


async def test_voice_notes_on_a_slow_line_hold_up_no_text(tmp_path):
    """More of them than texts at one time: whoever reads is not kept waiting."""
    wanted = [notice(number, Statement.STOPPED) for number in range(AT_ONCE * 3)]
    sending, event = Sending(tmp_path, []), asyncio.Event()

    async def slowly(_outgoing):
        await event.wait()

    sending.wire.say = slowly
    saying = [asyncio.create_task(sending.delivery._send(one)) for one in wanted]  # noqa: SLF001 - many lanes at once
    await asyncio.sleep(0)
    silent = notice(99, Statement.STOPPED, manner=SpokenTo(voice=False))
    async with asyncio.timeout(5):
        await sending.delivery._send(silent)  # noqa: SLF001 - another lane
    assert sending.texts == [ids(100)]
    event.set()
    await asyncio.gather(*saying)
    assert len(sending.texts) == len(wanted) + 1
