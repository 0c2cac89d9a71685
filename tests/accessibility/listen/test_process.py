"""A worker that dies, hangs, or is sent anything whatever harms nobody: the next note is heard."""

import asyncio
import os
import re
import signal
import sys
import time

import numpy as np
import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accessibility.listen import listener as listener_module
from accessibility.listen.errors import (
    ListenBusyError,
    ListenError,
    NoEarsError,
    NotAudioError,
    NothingSaidError,
)
from accessibility.listen.expected import Expected
from accessibility.listen.listener import Listener
from accessibility.process.worker import Worker, WorkerEndedError
from accessibility.prompt import Heard
from accessibility.voice.sound import Format
from tests.accessibility.listen.noise import HZ, packed
from tests.tree import run
from tests.weights import listening

pytestmark = pytest.mark.asyncio(loop_scope="module")

FREE = Expected()
SENTENCE = "Please bring the water to my door."
HEAVY = ("numpy", "av", "soundfile", "ctranslate2", "faster_whisper", "onnxruntime", "pypinyin")
IMPORTS = """
import json, sys
import accessibility.listen.listener, accessibility.understand, bot.app, bot.commands.hear
import bot.commands.run, bot.listening
print(json.dumps([name for name in {heavy} if name in sys.modules]))
"""


async def is_heard(listener, audio):
    """Whether the sentence is understood."""
    return "water" in (await listener.hear(audio, "en", FREE)).text.casefold()


def begun(listener):
    """Wait until the worker works."""
    while not listener.pid or psutil.Process(listener.pid).cpu_times().user < 0.1:
        time.sleep(0.01)


def gone(listener):
    """Wait until there is none."""
    while listener.pid:
        time.sleep(0.01)


async def test_a_worker_killed_between_voice_notes_is_replaced(listener, say):
    """Nobody notices."""
    audio = await say(SENTENCE)
    assert await is_heard(listener, audio)
    before = listener.pid
    os.kill(before, signal.SIGKILL)
    assert await is_heard(listener, audio)
    assert listener.pid != before


async def test_a_worker_killed_while_it_listens_is_replaced_and_the_note_heard(listener, say):
    """The note is sent to the next one; nobody has to say it again."""
    audio = await say(f"{SENTENCE} It is very heavy, and I live on the fifth floor, at the end.")
    hearing = asyncio.create_task(listener.hear(audio, "en", FREE))
    await asyncio.to_thread(begun, listener)
    before = listener.pid
    os.kill(before, signal.SIGKILL)
    assert "water" in (await hearing).text.casefold()
    assert listener.pid != before


async def test_a_worker_that_takes_too_long_is_ended(listener, say, monkeypatch):
    """It is said, and the next voice note is heard."""
    audio = await say(SENTENCE)
    with monkeypatch.context() as patch:
        patch.setattr(listener_module, "deadline_s", lambda _size: 0.01)
        with pytest.raises(NotAudioError, match="longer than"):
            await listener.hear(audio, "en", FREE)
    assert not listener.pid
    assert await is_heard(listener, audio)


async def test_a_note_that_ends_two_workers_is_given_up(listener, say, monkeypatch):
    """The third worker is left for the next resident."""
    audio = await say(SENTENCE)

    async def ends(self, order, deadline_s, sent):
        await self.end()
        raise WorkerEndedError("exit status -11")

    with monkeypatch.context() as patch:
        patch.setattr(Worker, "ask", ends)
        with pytest.raises(NotAudioError, match="survives"):
            await listener.hear(audio, "en", FREE)
    assert await is_heard(listener, audio)


async def test_two_hundred_at_once_are_served_or_told_at_once():
    """So many wait as may, nobody is lost, and the next is heard."""
    silence = packed(np.zeros(HZ // 2, np.float32), HZ, "WAV")
    async with Listener(listening()) as listener:
        await listener.languages()
        asked = [listener.hear(silence, "en", FREE) for _ in range(200)]
        found = await asyncio.gather(*asked, return_exceptions=True)
        busy = [one for one in found if isinstance(one, ListenBusyError)]
        served = [one for one in found if isinstance(one, NothingSaidError)]
        most = listener_module.MOST_WAITING
        assert (len(busy), len(served)) == (200 - most, most)
        assert busy[0].waiting == most
        with pytest.raises(NothingSaidError):
            await listener.hear(silence, "en", FREE)


async def test_a_worker_that_nobody_needs_ends_and_the_next_note_starts_another(say, monkeypatch):
    """A model takes much of a small machine; which languages there are is known meanwhile."""
    monkeypatch.setattr(listener_module, "REST_S", 0.2)
    audio = await say(SENTENCE)
    async with Listener(listening()) as listener:
        assert await is_heard(listener, audio)
        await asyncio.to_thread(gone, listener)
        assert await listener.hears("en")
        assert not listener.pid
        found = await asyncio.gather(*(is_heard(listener, audio) for _ in range(3)))
        assert found == [True] * 3


async def test_who_stops_waiting_takes_nobody_elses_words_along(listener, say):
    """What one person said never reaches another."""
    audio = await say(SENTENCE)
    gone = asyncio.create_task(listener.hear(await say("Cancel my request."), "en", FREE))
    await asyncio.sleep(0.01)
    gone.cancel()
    assert await is_heard(listener, audio)


async def test_nothing_of_a_voice_note_touches_the_disk_or_a_wire(say, tmp_path, monkeypatch):
    """Nor a home: one of its libraries kept a diary there for its maker, and sent it."""
    model = listening()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    audio = await say(SENTENCE, kind=Format.OGG)
    async with Listener(model) as listener:
        assert await is_heard(listener, audio)
        worker = psutil.Process(listener.pid)
        assert [one.path for one in worker.open_files() if one.mode != "r"] == []
        assert worker.net_connections() == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


async def test_whatever_is_sent_the_bot_hears_words_or_an_error(listener, say):
    """Real files broken anywhere, and bytes that only begin like one."""
    files = [await say(SENTENCE, kind=kind) for kind in Format]
    loop = asyncio.get_running_loop()

    async def sent(audio):
        try:
            assert isinstance(await listener.hear(audio, "en", FREE), Heard)
        except NoEarsError:
            raise
        except ListenError:
            return

    def many():
        @settings(max_examples=60, suppress_health_check=list(HealthCheck))
        @given(
            file=st.sampled_from(files),
            holes=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=40))),
            end=st.floats(0, 1),
        )
        def broken(file, holes, end):
            audio = bytearray(file[: int(len(file) * end)])
            for at, hole in holes:
                place = int(at * len(audio))
                audio[place : place + len(hole)] = hole
            asyncio.run_coroutine_threadsafe(sent(bytes(audio)), loop).result(200)

        @settings(max_examples=60, suppress_health_check=list(HealthCheck))
        @given(
            begins=st.sampled_from([b"OggS", b"RIFF", b"ID3", b"\x1a\x45\xdf\xa3", b"\xff\xf1"]),
            rest=st.binary(max_size=3000),
        )
        def made_up(begins, rest):
            asyncio.run_coroutine_threadsafe(sent(begins + rest), loop).result(200)

        broken()
        made_up()

    await asyncio.to_thread(many)
    assert await is_heard(listener, files[0])


async def test_a_model_that_is_broken_is_told_when_somebody_speaks(say, tmp_path):
    """As a machine that understands nothing; the worker stays."""
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    async with Listener(tmp_path) as broken:
        for _ in range(2):
            with pytest.raises(NoEarsError, match=re.escape(str(tmp_path))):
                await broken.hear(await say(SENTENCE), "en", FREE)
        assert broken.pid


async def test_the_worker_ends_with_whoever_started_it(tmp_path):
    """Its orders end, and so does it: no worker is left behind by a bot that was killed."""
    done = run(sys.executable, "-m", listener_module.MODULE, tmp_path)
    assert done.returncode == 0
    assert '"own": {}' in done.stdout


async def test_an_idle_bot_carries_nothing_that_listens():
    """Neither what decodes nor what understands audio is imported outside of the worker."""
    done = run(sys.executable, "-c", IMPORTS.format(heavy=HEAVY))
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
