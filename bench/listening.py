"""What listening costs: CPU of a short answer heard at a menu, and memory of the worker."""

from __future__ import annotations

import psutil

import locales
from accessibility.listen.expected import expected_of
from accessibility.listen.listener import Listener
from accessibility.prompt import Kind, Option, Prompt
from accessibility.speech import spoken
from accessibility.voice.sound import Manner
from accessibility.voice.speaker import Speaker
from bench.measure import Measure
from bench.voice import MEGABYTE, NOTHING, cpu_of
from tests.weights import listening

ANSWERS = ("Food or water", "Medicine", "Help at home", "Somebody to talk to", "Two, please")
MENU = Prompt(
    "What do you need?",
    tuple(Option(label, label, str(key)) for key, label in enumerate(ANSWERS[:4], 1)),
    kind=Kind.ONE,
)


async def take_cpu(rounds: int, size: int) -> list[float]:
    """CPU seconds of the worker for a voice note of a few words; the model is loaded before."""
    catalog = locales.catalog("en")
    expected = expected_of(MENU, catalog)
    async with Speaker() as speaker, Listener(listening()) as listener:
        notes = [await speaker.say(spoken(one, catalog), Manner()) for one in ANSWERS]
        await listener.hear(notes[0], "en", expected)

        async def one_round() -> float:
            begun = cpu_of(psutil.Process(listener.pid))
            for number in range(size):
                await listener.hear(notes[number % len(notes)], "en", expected)
            return (cpu_of(psutil.Process(listener.pid)) - begun) / size

        return [await one_round() for _ in range(rounds)]


async def take_memory(rounds: int, size: int) -> list[float]:
    """Megabytes of a worker with Whisper base that has heard so many notes in each language."""

    async def one_round() -> float:
        async with Speaker() as speaker, Listener(listening()) as listener:
            for language in locales.offered():
                catalog = locales.catalog(language.code)
                note = await speaker.say(spoken(catalog.say("ask-need"), catalog), Manner())
                for _ in range(size):
                    await listener.hear(note, language.code, expected_of(None, catalog))
            return float(psutil.Process(listener.pid).memory_info().rss) / MEGABYTE

    return [await one_round() for _ in range(rounds)]


MEASURES = (
    Measure("heard_cpu_s", "s", NOTHING, take_cpu, size=10),
    Measure("listen_memory_mb", "MB", NOTHING, take_memory, size=1),
)
"""Figures of one machine and of Whisper base; no goal."""
