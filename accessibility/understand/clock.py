"""A time of day in a reply, as "HH:MM"; one that could be morning or evening is no time.

The ways to say a time are data of the language: `forms` with {h} and {m}, and `parts` of the day
with the hours they span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from accessibility.understand.rules import Rules, stripped
from accessibility.understand.spelling import Spelling

HOUR = 60
NOON, MIDNIGHT = 12, 24
DAY = MIDNIGHT * HOUR
LAST_DAYTIME_HOUR = 6
"""Up to "six" a time told by `daytime` words ("half past two") is one of the afternoon."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to tell a time: its pattern, minutes to add, and what it says about the hour.

    `needs_part`: without a part of the day it is no time. `daytime`: nobody says it of the night.
    """

    pattern: re.Pattern[str]
    minutes: int = 0
    needs_part: bool = False
    daytime: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """How one language tells the time; `parts` span hours from the first to the last, 24 incl."""

    forms: tuple[Form, ...]
    numbers: Mapping[str, int]
    exact: Mapping[str, str]
    parts: Mapping[str, tuple[int, int]]
    edges: tuple[str, ...]


DIGITAL = (
    Form(re.compile(r"(?P<h>\d{1,2}) [:.h] (?P<m>\d{2})")),
    Form(re.compile(r"(?P<h>\d{1,2}) h")),
)
"""Ways to write a time that every language shares: 14:30, 14.30, 14h30, 14h."""


def time_of_day(text: str, rules: Rules) -> str:
    """The time a whole reply tells, "HH:MM" on the 24-hour clock, or ""."""
    clock = clock_of(rules)
    said = stripped(stripped(rules.spelling.plain(text), rules.polite), clock.edges)
    if said in clock.exact:
        return clock.exact[said]
    told = set(_times(said, clock))
    return told.pop() if len(told) == 1 else ""


@lru_cache(maxsize=64)
def clock_of(rules: Rules) -> Clock:
    """The clock of a language; digital times alone where it has no rules."""
    data, plain = rules.time, rules.spelling.plain
    numbers = {**rules.numbers, **{plain(word): n for word, n in data.get("also", {}).items()}}
    return Clock(
        forms=(*DIGITAL, *(_form(f, rules.spelling, numbers) for f in data.get("forms", ()))),
        numbers=numbers,
        exact={plain(said): time for said, time in data.get("exact", {}).items()},
        parts={
            plain(word): (part["from"], part["to"])
            for part in data.get("parts", ())
            for word in part["words"]
        },
        edges=tuple(sorted(map(plain, data.get("edges", ())), key=len, reverse=True)),
    )


def _form(data: Mapping[str, Any], spelling: Spelling, numbers: Mapping[str, int]) -> Form:
    """A form as data, its words in their plain spelling and its numbers as groups."""
    words = "|".join((r"\d{1,2}", *sorted(map(re.escape, numbers), key=len, reverse=True)))
    pieces = (
        rf"(?P<{piece[1]}>{words})"
        if piece in ("{h}", "{m}")
        else re.escape(spelling.plain(piece))
        for piece in re.split(r"(\{[hm]\})", data["form"])
    )
    return Form(
        pattern=re.compile(" ".join(filter(None, pieces))),
        minutes=data.get("minutes", 0),
        needs_part=data.get("needs_part", False),
        daytime=data.get("daytime", False),
    )


def _times(said: str, clock: Clock) -> Iterator[str]:
    """Every time that some form, with or without a part of the day, makes of the words."""
    for words, part in _without_part(said, clock):
        for form in clock.forms:
            found = form.pattern.fullmatch(words)
            if found:
                yield from _time(found.groupdict(), form, part, clock)


def _without_part(said: str, clock: Clock) -> Iterator[tuple[str, tuple[int, int] | None]]:
    yield said, None
    for word, hours in clock.parts.items():
        if said.startswith(f"{word} "):
            yield said.removeprefix(f"{word} "), hours
        if said.endswith(f" {word}"):
            yield said.removesuffix(f" {word}"), hours


def _time(
    told: Mapping[str, str], form: Form, part: tuple[int, int] | None, clock: Clock
) -> Iterator[str]:
    minute = _value(told.get("m", "0"), clock)
    hour = _hour(told["h"], _value(told["h"], clock), form, part)
    if hour is not None and minute < HOUR:
        total = (hour * HOUR + minute + form.minutes) % DAY
        yield f"{total // HOUR:02d}:{total % HOUR:02d}"


def _value(said: str, clock: Clock) -> int:
    return int(said) if said.isdecimal() else clock.numbers[said]


def _hour(said: str, hour: int, form: Form, part: tuple[int, int] | None) -> int | None:
    """The hour on the 24-hour clock, or None if morning and evening are both possible."""
    if hour >= MIDNIGHT:
        return None
    if part is not None:
        return _within(part, hour)
    if form.needs_part:
        return None
    if form.daytime and 0 < hour <= LAST_DAYTIME_HOUR:
        return hour + NOON
    return hour if hour >= NOON or said.startswith("0") else None


def _within(part: tuple[int, int], hour: int) -> int | None:
    """The one hour of a part of the day that a clock face shows so; 12 may also be midnight."""
    first, last = part
    shown = {hour, hour + NOON} if 0 < hour <= NOON else {hour}
    twelve = {0} if hour == NOON else set()
    possible = {h % MIDNIGHT for h in shown | twelve if first <= h <= last}
    return possible.pop() if len(possible) == 1 else None
