"""The voice of a process: as the settings want it, made when needed, and no reason to fail."""

from pathlib import Path

import psutil
import pytest

from accessibility.prompt import Kind, Option, Prompt
from accessibility.voice.errors import NoEngineError, VoiceBusyError
from accessibility.voice.sound import Format, Manner
from accessibility.voice.voices import Voices
from bot.app.talking import wording_of
from bot.commands import voice as command
from bot.spoken import Spoken
from tests.bot.voice import Voice, words_of
from tests.deployment import START, settings_for

PHONE = Manner(Format.WAV8K)
HELLO = Prompt("Are you safe?", (Option("yes", "Yes", "1"),), kind=Kind.ONE, question_id="7")


@pytest.fixture
def settings(tmp_path):
    """Those of a deployment, with a cache of its own."""
    return settings_for("", tmp_path)


def files(settings):
    """What is kept."""
    return sorted(Path(settings.voice_cache).iterdir())


async def test_what_was_made_ahead_is_found_when_it_is_said(settings, monkeypatch):
    """The same key: nothing is made a second time."""
    wording = wording_of(settings)
    values = {"options": [["yes", "", "1"], ["no", "", "2"]], "also": [], "variant": ""}
    prompt = wording.prompt("ask.safe_now", values, "en", START)
    monkeypatch.setattr(command, "prompts", lambda *_: iter([prompt]))
    assert await command._warm(settings, "en", PHONE) == 1  # noqa: SLF001 - without a terminal
    made = files(settings)
    assert len(made) == 1
    spoken = Spoken.of(settings)
    audio = await spoken.audio(prompt, "en", PHONE, keep=True)
    await spoken.close()
    assert files(settings) == made
    assert audio == made[0].read_bytes()


async def test_whether_there_is_a_voice_is_known_without_leaving_one_at_work(settings):
    """A bot that says nothing keeps no process for it."""
    spoken, others = Spoken.of(settings), {*psutil.Process().children(recursive=True)}
    assert await spoken.speaks("en")
    assert await spoken.speaks("zh-Hans")
    assert not await spoken.speaks("so")
    assert {*psutil.Process().children(recursive=True)} <= others
    await spoken.close()


@pytest.mark.parametrize(
    ("voices", "speaks"),
    [
        (Voices(found={"en": "en"}), True),
        (Voices(), False),
        (NoEngineError("none"), False),
        (VoiceBusyError(32), True),
        (RuntimeError("broken"), False),
    ],
)
async def test_a_voice_that_is_only_busy_is_one(voices, speaks):
    """Nobody is told that there is none because somebody else is spoken to."""
    assert await Spoken(lambda: Voice(voices=voices)).speaks("en") is speaks


async def test_the_practice_line_comes_first_and_patience_lengthens_the_silences():
    """The words stay as they are."""
    voice = Voice()
    spoken = Spoken(lambda: voice)
    await spoken.audio(HELLO, "en", PHONE)
    await spoken.audio(HELLO, "en", PHONE, practice=("PRACTICE.",), patience=2)
    plain, slow = (speech for speech, _, _ in voice.asked)
    assert words_of(slow) == f"PRACTICE. {words_of(plain)}"
    assert [one.pause for one in slow[1:]] == [2 * one.pause for one in plain]


@pytest.mark.parametrize("fails", [NoEngineError("none"), RuntimeError("broken"), b""])
async def test_what_cannot_be_said_gives_nothing_and_raises_nothing(fails):
    """Whoever asked sends the text."""
    assert not await Spoken(lambda: Voice(fails)).audio(HELLO, "en", PHONE)
