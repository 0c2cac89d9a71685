"""Everything that may be answered is spoken, made noisy, listened to, and read.

`python -m tests.accessibility.listen.roundtrip en` prints the table of docs/voice.md.
"""

import asyncio
import sys
import zlib
from collections import Counter
from dataclasses import dataclass, field

import locales
from accessibility.listen.errors import NothingSaidError
from accessibility.listen.expected import expected_of
from accessibility.listen.listener import Listener
from accessibility.prompt import Kind, Option, Prompt, ReadingKind
from accessibility.speech import spoken
from accessibility.understand import alarms, heard
from accessibility.understand.codes import ASK
from accessibility.voice.sound import Format, Manner
from accessibility.voice.speaker import Speaker
from tests.accessibility.listen.noise import noisy
from tests.locales.sayings import prompts
from tests.weights import listening

NOISES = (20, 15, 10, 5)
"""Decibels by which noise is quieter than speech: a quiet room to a busy street."""

MENUS = (Kind.ONE, Kind.MANY, Kind.TIME, Kind.PLACE)


@dataclass(frozen=True)
class Case:
    """An option of a menu, spoken by its label; with noise so many decibels quieter, or none."""

    menu: Prompt
    option: Option
    noise: int | None


@dataclass
class Outcome:
    """How many were read rightly, rejected, and wrongly, at each level of noise."""

    right: Counter = field(default_factory=Counter)
    rejected: Counter = field(default_factory=Counter)
    wrong: list = field(default_factory=list)

    def rows(self):
        """One line a level."""
        for noise in (None, *NOISES):
            right, rejected = self.right[noise], self.rejected[noise]
            wrong = sum(one[0] == noise for one in self.wrong)
            yield f"noise {noise}: {right} right, {rejected} rejected, {wrong} wrong"
        yield from (f"WRONG {one}" for one in self.wrong)


def cases(language):
    """Each option of each menu of every form, without noise and at one level that goes round."""
    seen = {}
    for _, prompt in prompts(locales.catalog(language)):
        if prompt.kind in MENUS and prompt.options:
            seen.setdefault((prompt.kind, prompt.options, prompt.also), prompt)
    pairs = [(menu, option) for menu in seen.values() for option in menu.options]
    for number, (menu, option) in enumerate(pairs):
        yield Case(menu, option, None)
        yield Case(menu, option, NOISES[number % len(NOISES)])


async def went(language, chosen):
    """What became of the cases, one after another, by one worker."""
    outcome, made = Outcome(), {}
    catalog = locales.catalog(language)
    async with Speaker() as speaker, Listener(listening()) as listener:
        for case in chosen:
            label = case.option.label
            if label not in made:
                made[label] = await speaker.say(spoken(label, catalog), Manner(Format.WAV))
            seed = zlib.crc32(f"{label}{case.noise}".encode())
            audio = noisy(made[label], case.noise, seed)
            await _judged(outcome, case, audio, listener, catalog)
    return outcome


async def _judged(outcome, case, audio, listener, catalog):
    """Listen to one, and count it."""
    try:
        words = await listener.hear(audio, catalog.language, expected_of(case.menu, catalog))
    except NothingSaidError:
        outcome.rejected[case.noise] += 1
        return
    reading = heard(words, case.menu, catalog.language)
    if reading.kind is ReadingKind.UNSURE or reading.alarm == ASK:
        outcome.rejected[case.noise] += 1
    elif _is_right(reading, case):
        outcome.right[case.noise] += 1
    else:
        question = case.menu.question_id or case.menu.text[:30]
        told = reading.codes or reading.command or reading.kind
        outcome.wrong.append((case.noise, question, case.option.label, words, told))


def _is_right(reading, case):
    """Whether it is the option, or one with the same words; one that says danger may alarm."""
    if reading.kind is ReadingKind.DANGER:
        return any(alarms(case.option.label, language) for language in ("en", "zh-Hans"))
    named = [(one.code,) for one in case.menu.options if one.label == case.option.label]
    return reading.kind is ReadingKind.OPTION and reading.codes in named


if __name__ == "__main__":
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    found = asyncio.run(went(sys.argv[1], list(cases(sys.argv[1]))[::every]))
    sys.stdout.write("\n".join(found.rows()) + "\n")
