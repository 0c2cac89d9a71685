"""A worker that dies, hangs or talks nonsense harms nobody: the next utterance works."""

import asyncio
import json
import os
import signal
import sys
import time

import psutil
import pytest

import locales
from accessibility.process.worker import Worker, WorkerEndedError
from accessibility.speech import spoken
from accessibility.voice import speaker as speaker_module
from accessibility.voice.cache import Cache
from accessibility.voice.errors import NoEngineError, UnspeakableError, VoiceError
from accessibility.voice.sound import Format, Manner
from accessibility.voice.speaker import Speaker
from tests.accessibility.voice.audio import is_whole
from tests.tree import run

HELLO = spoken("What do you need today?", locales.catalog("en"))
PHONE = Manner(Format.WAV8K)

SLOW_ONCE = """
import pathlib, subprocess, sys, time
been = pathlib.Path("been")
if not been.exists():
    been.write_text("x")
    time.sleep({seconds})
sys.stdin.read()
sys.stdout.buffer.write(pathlib.Path("hello.wav").read_bytes())
"""

HEAVY = ("numpy", "soundfile", "soxr", "pyttsx3", "espeakng_loader")
IMPORTS = """
import json, sys
import accessibility.voice.speaker, bot.app, bot.commands.run, bot.commands.say, bot.commands.voice
import bot.spoken
print(json.dumps([name for name in {heavy} if name in sys.modules]))
"""


@pytest.fixture
async def folder(tmp_path):
    """An operator's voice for English that is slow the first time, and a file it then gives."""
    (tmp_path / "en").mkdir()
    async with Speaker() as speaker:
        audio = await speaker.say(HELLO, Manner(Format.WAV))
    (tmp_path / "en" / "hello.wav").write_bytes(audio)
    return tmp_path


def slow_once(folder, seconds=60):
    """Write the program, and how it is called."""
    (folder / "en" / "slow.py").write_text(SLOW_ONCE.format(seconds=seconds), encoding="utf-8")
    command = f'command = ["{sys.executable}", "slow.py"]\n'
    (folder / "en" / "voice.toml").write_text(command, encoding="utf-8")


def begun(folder):
    """Wait until somebody speaks."""
    while not (folder / "en" / "been").exists():
        time.sleep(0.01)


async def test_a_worker_killed_between_utterances_is_replaced(speaker):
    """Nobody notices."""
    await speaker.say(HELLO, PHONE)
    before = speaker.pid
    os.kill(before, signal.SIGKILL)
    assert is_whole(await speaker.say(HELLO, PHONE), HELLO)
    assert speaker.pid != before


async def test_a_worker_killed_in_the_middle_of_an_utterance_is_replaced(folder):
    """No part of a file is left, and what the dead worker had started is ended too."""
    slow_once(folder)
    cache = folder / "cache"
    async with Speaker(Cache(cache, 10**7), own=folder) as speaker:
        saying = asyncio.create_task(speaker.say(HELLO, PHONE, keep=True))
        await asyncio.to_thread(begun, folder)
        started = psutil.Process(speaker.pid).children()
        os.kill(speaker.pid, signal.SIGKILL)
        assert is_whole(await saying, HELLO)
        assert [is_whole(path.read_bytes(), HELLO) for path in cache.iterdir()] == [True]
        assert is_whole(await speaker.say(HELLO, PHONE), HELLO)
        assert started
        assert not [one for one in started if one.is_running() and one.status() != "zombie"]


async def test_a_worker_that_takes_too_long_is_ended(folder, monkeypatch):
    """It is said, and the next utterance works."""
    slow_once(folder)
    monkeypatch.setattr("accessibility.voice.speaker.DEADLINE_S", 0.0)
    monkeypatch.setattr("accessibility.voice.speaker.DEADLINE_EACH_S", 0.1)
    async with Speaker(own=folder) as speaker:
        with pytest.raises(VoiceError, match="longer than"):
            await speaker.say(HELLO, PHONE)
        assert not speaker.pid
        monkeypatch.setattr("accessibility.voice.speaker.DEADLINE_S", 60.0)
        assert is_whole(await speaker.say(HELLO, PHONE), HELLO)


async def test_a_text_that_ends_two_workers_is_given_up(speaker, monkeypatch):
    """The third worker is left for the next resident."""

    async def ends(self, order, deadline_s, sent):
        await self.end()
        raise WorkerEndedError("exit status -11")

    await speaker.voices()
    with monkeypatch.context() as patch:
        patch.setattr(Worker, "ask", ends)
        with pytest.raises(UnspeakableError):
            await speaker.say(HELLO, PHONE)
    assert is_whole(await speaker.say(HELLO, PHONE), HELLO)


async def test_a_machine_without_any_voice_says_what_is_missing(tmp_path, monkeypatch):
    """And how to get it; nothing else fails."""
    told = '{"engine": "", "version": "", "found": {}, "own": {}, "lacks": "espeak-ng is missing"}'
    (tmp_path / "mute.py").write_text(f"print({told!r})\ninput()", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(speaker_module, "MODULE", "mute")
    async with Speaker() as speaker:
        with pytest.raises(NoEngineError, match="espeak-ng is missing"):
            await speaker.say(HELLO, PHONE)


def test_the_worker_ends_with_whoever_started_it():
    """Its orders end, and so does it: no worker is left behind by a bot that was killed."""
    done = run(sys.executable, "-m", speaker_module.MODULE)
    assert done.returncode == 0
    assert json.loads(done.stdout)["engine"].startswith("espeak-ng 1.")


def test_an_idle_bot_carries_nothing_of_a_voice():
    """Neither the voice nor what encodes it is imported outside of the worker."""
    done = run(sys.executable, "-c", IMPORTS.format(heavy=HEAVY))
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
