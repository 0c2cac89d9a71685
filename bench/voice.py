"""What a voice costs: CPU of a prompt against espeak-ng alone, and figures of the worker."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time

import psutil

import locales
from accessibility.prompt import Kind, Option, Prompt
from accessibility.speech import Speech, as_speech, spoken
from accessibility.voice.cache import Cache
from accessibility.voice.sound import Format, Manner
from accessibility.voice.speaker import Speaker
from bench.measure import Measure, ratios
from bench.processes import asking
from bot.forms import FORMS

SENTENCE = "Somebody in your street has said yes, and will bring the food to you this evening."
"""Fifteen words or so, as a prompt has."""

MEGABYTE = 1_000_000


def prompts() -> Iterator[Prompt]:
    """Questions of every form with their options, in English."""
    catalog = locales.catalog("en")
    for form in FORMS.values():
        for question in form.questions:
            keys = [(code, f"{form.name}-{question.name}-{code}") for code in question.options[:5]]
            labels = [(code, catalog.say(key)) for code, key in keys if catalog.has(key)]
            options = tuple(Option(c, label, str(n)) for n, (c, label) in enumerate(labels, 1))
            if options:
                yield Prompt("What do you need now?", options, kind=Kind.ONE)


async def take_cpu(rounds: int, size: int) -> list[float]:
    """CPU seconds a prompt, ours divided by espeak-ng's on the same words; nothing is encoded."""
    catalog, manner = locales.catalog("en"), Manner(Format.WAV)
    chosen = list(islice(cycle(list(prompts())), size))
    async with Speaker() as speaker, asking("bench.espeak_alone") as alone:
        voices = await speaker.voices()

        async def ours() -> float:
            worker = psutil.Process(speaker.pid)
            begun = process_time() + cpu_of(worker)
            for prompt in chosen:
                await speaker.say(as_speech(prompt, catalog, voices.speaks), manner)
            return process_time() + cpu_of(worker) - begun

        async def peers() -> float:
            begun = alone.cpu_s
            for prompt in chosen:
                await alone.ask(in_one_line(as_speech(prompt, catalog, voices.speaks)))
            return max(alone.cpu_s - begun, 1e-6)

        return await ratios(rounds, ours, peers)


async def take_cached(rounds: int, size: int) -> list[float]:
    """Milliseconds until a prompt that was made before is there."""
    speech = spoken(SENTENCE, locales.catalog("en"))
    with tempfile.TemporaryDirectory() as folder:
        async with Speaker(Cache(Path(folder), 10 * MEGABYTE)) as speaker:
            await speaker.say(speech, Manner(), keep=True)

            async def one_round() -> float:
                begun = perf_counter()
                for _ in range(size):
                    await speaker.say(speech, Manner(), keep=True)
                return (perf_counter() - begun) / size * 1000

            return [await one_round() for _ in range(rounds)]


async def take_rate(rounds: int, size: int) -> list[float]:
    """Sentences a second by one worker, for telephones."""
    speech = spoken(SENTENCE, locales.catalog("en"))
    manner = Manner(Format.WAV8K)
    async with Speaker() as speaker:
        await speaker.say(speech, manner)

        async def one_round() -> float:
            begun = perf_counter()
            for _ in range(size):
                await speaker.say(speech, manner)
            return size / (perf_counter() - begun)

        return [await one_round() for _ in range(rounds)]


async def take_memory(rounds: int, size: int) -> list[float]:
    """Megabytes of a worker that has spoken so often in each language and format."""

    async def one_round() -> float:
        async with Speaker() as speaker:
            for language in locales.offered():
                words = locales.catalog(language.code).say("ask-need")
                speech = spoken(words, locales.catalog(language.code))
                for kind in Format:
                    for _ in range(size):
                        await speaker.say(speech, Manner(kind))
            return float(psutil.Process(speaker.pid).memory_info().rss) / MEGABYTE

    return [await one_round() for _ in range(rounds)]


def in_one_line(speech: Speech) -> str:
    """The words of an utterance without its silences."""
    return " ".join(segment.text for segment in speech)


def cpu_of(process: psutil.Process) -> float:
    """CPU seconds of a process so far."""
    times = process.cpu_times()
    return float(times.user + times.system)


NOTHING = "nothing; no peer"
MEASURES = (
    Measure(
        "prompt_cpu_ratio", "ratio", "espeak-ng alone on the same words", take_cpu, 20, goal=1.3
    ),
    Measure("prompt_cached_ms", "ms", NOTHING, take_cached, size=200),
    Measure("voices_per_second", "1/s", NOTHING, take_rate, size=40, more_is_better=True),
    Measure("voice_memory_mb", "MB", NOTHING, take_memory, size=1),
)
"""The goal of the ratio is issue 4's; the others are figures of one machine."""
