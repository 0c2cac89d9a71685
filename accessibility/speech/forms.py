"""How one language says numbers, units, signs and short forms; read from its `speech.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from locales.languages import directories
from locales.rules import said_aloud


@dataclass(frozen=True, slots=True)
class Large:
    """How a number from `at` on is said: how many `step`s, in `say`, and then the rest.

    `gap` stands before a rest that is ten times smaller than it could be, `tens` before one
    from 10 to 19 (the Chinese 一百一十).
    """

    at: int
    say: str
    step: int
    join: str
    gap: str
    tens: str


@dataclass(frozen=True, slots=True)
class Clock:
    """The hours of the day: what part of it begins when, and how low minutes are said."""

    parts: tuple[tuple[int, str], ...] = ()
    low: str = "{minute}"
    first_hour: int = 12


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """The spoken forms of one language; a language without any says digits one by one."""

    spaces: bool = True
    point: str = ""
    and_part: str = " "
    years: str = ""
    two: str = ""
    digits: tuple[str, ...] = ()
    one_by_one: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    large: tuple[Large, ...] = ()
    counted: tuple[str, ...] = ()
    clock: Clock = field(default_factory=Clock)
    fractions: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    symbols: Mapping[str, str] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    before_number: Mapping[str, str] = field(default_factory=dict)


def forms_of(language: str) -> Forms:
    """The spoken forms of the language that serves a BCP 47 tag."""
    return _forms(language, directories())


@lru_cache(maxsize=64)
def _forms(language: str, _where: tuple[object, ...]) -> Forms:
    data = said_aloud(language)
    digits = tuple(data.get("digits", ()))
    return Forms(
        spaces=data.get("spaces", True),
        point=data.get("point", ""),
        and_part=data.get("and_part", " "),
        years=data.get("years", ""),
        two=data.get("two", ""),
        digits=digits,
        one_by_one=tuple(data.get("one_by_one", digits)),
        days=tuple(data.get("days", ())),
        small=tuple(data.get("small", ())),
        large=tuple(_large(one) for one in data.get("numbers", ())),
        counted=tuple(data.get("counted", ())),
        clock=_clock(data.get("clock", {})),
        fractions=data.get("fractions", {}),
        units={sign: tuple(words) for sign, words in data.get("units", {}).items()},
        symbols=data.get("symbols", {}),
        abbreviations=data.get("abbreviations", {}),
        before_number=data.get("before_number", {}),
    )


def _large(rule: Mapping[str, Any]) -> Large:
    at, join = rule["at"], rule["join"]
    gap, tens = rule.get("gap", join), rule.get("tens", "")
    return Large(at, rule["say"], rule.get("step", at), join, gap, tens)


def _clock(data: Mapping[str, Any]) -> Clock:
    parts = tuple((part["from"], part["say"]) for part in data.get("parts", ()))
    return Clock(parts, data.get("low", "{minute}"), data.get("first_hour", 12))
