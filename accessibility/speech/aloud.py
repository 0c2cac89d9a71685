"""What is written becomes what is said, in one language: one pass over the text.

Each stretch is said by the first kind of `patterns.KINDS` that fits it. What is of none is a
letter and stays, a mark of punctuation, a sign with a name, or is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from accessibility.speech import moments
from accessibility.speech.forms import Forms, forms_of
from accessibility.speech.numbers import cardinal, counted, decimal, spelled, year
from accessibility.speech.patterns import pattern
from accessibility.speech.signs import named, tidy
from locales import Catalog

FEWEST_OF_A_CODE = 3
"""A number of so many digits is a code, a room or a telephone, unless something is counted."""


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """One language as it is spoken: its forms, its words, and what to look for in a text."""

    forms: Forms
    catalog: Catalog
    pattern: re.Pattern[str]


def in_tongue(text: str, tongue: Tongue) -> str:
    """The words of a text that is all in one language."""
    said = tongue.pattern.sub(lambda found: _said(found, tongue), text)
    return tidy(said, spaces=tongue.forms.spaces)


def tongue_of(language: str, catalog: Catalog) -> Tongue:
    """How to speak a language, with the words of a catalog."""
    forms = forms_of(language)
    named_months = moments.months(catalog.language) if forms.small else ()
    return Tongue(forms, catalog, pattern(forms, tuple(named_months)))


def _said(found: re.Match[str], tongue: Tongue) -> str:
    kind = found.lastgroup or ""
    if kind not in SAYS:
        return named(found, tongue.forms)
    words = SAYS[kind](found, tongue)
    return f" {words} "


def _iso(found: re.Match[str], tongue: Tongue) -> str:
    written = found[0]
    day = moments.day_of(written[:10])
    if day is None:
        return _digits(found, tongue)
    names = {number: name for name, number in moments.months(tongue.catalog.language).items()}
    told = moments.day(day.day, names[day.month], day.year, tongue.forms, tongue.catalog)
    hour, minute = found["iso_hour"], found["iso_minute"]
    if hour is None or int(hour) > 24:  # noqa: PLR2004 - hours
        return told
    return f"{told}, {_clock(hour, minute, tongue)}"


def _clock(hour: str, minute: str, tongue: Tongue) -> str:
    return moments.clock(int(hour), int(minute), tongue.forms, tongue.catalog)


def _at(found: re.Match[str], tongue: Tongue) -> str:
    return _clock(found["hour"], found["minute"], tongue)


def _span(found: re.Match[str], tongue: Tongue) -> str:
    first = _clock(found["first_hour"], found["first_minute"], tongue)
    last = _clock(found["last_hour"], found["last_minute"], tongue)
    return moments.span(first, last, tongue.catalog)


def _date(found: re.Match[str], tongue: Tongue) -> str:
    told = int(found["date_year"] or 0)
    day = int(found["date_day"])
    return moments.day(day, found["date_month"], told, tongue.forms, tongue.catalog)


def _money(found: re.Match[str], tongue: Tongue) -> str:
    return _with_unit(found["amount"], found["currency"], tongue)


def _quantity(found: re.Match[str], tongue: Tongue) -> str:
    return _with_unit(found["measured"], found["unit"], tongue)


def _with_unit(number: str, sign: str, tongue: Tongue) -> str:
    """A number and its unit; a unit may say where its number stands."""
    words = tongue.forms.units[sign]
    unit = words[0] if number == "1" else words[-1]
    said = _number(number, tongue, before_unit=True)
    if "{number}" in unit:
        return unit.replace("{number}", said)
    return f"{said} {unit}"


def _number(written: str, tongue: Tongue, *, before_unit: bool) -> str:
    whole, _, part = written.replace(",", "").partition(".")
    if part:
        return decimal(whole, part, tongue.forms)
    say = counted if before_unit else cardinal
    return say(int(whole), tongue.forms)


def _fraction(found: re.Match[str], tongue: Tongue) -> str:
    """One and a half: the whole, if there is one, and the part by its name."""
    forms, part = tongue.forms, found["part"]
    over = [cardinal(int(number), forms) for number in part.split("⁄")]
    named = forms.fractions.get(part) or f" {forms.symbols.get('⁄', '')} ".join(over)
    if not found["whole"]:
        return named
    return f"{cardinal(int(found['whole']), forms)}{forms.and_part}{named}"


def _phone(found: re.Match[str], tongue: Tongue) -> str:
    plus = tongue.forms.symbols.get("+", "") if found[0].startswith("+") else ""
    digits = _digits(found, tongue)
    return f"{plus} {digits}" if plus else digits


def _digits(found: re.Match[str], tongue: Tongue) -> str:
    return spelled(" ".join(re.findall(r"\d+", found[0])), tongue.forms)


def _plain(found: re.Match[str], tongue: Tongue) -> str:
    if len(found[0]) >= FEWEST_OF_A_CODE or not tongue.forms.small:
        return _digits(found, tongue)
    if found[0].startswith("0") and len(found[0]) > 1:
        return _digits(found, tongue)
    return cardinal(int(found[0]), tongue.forms)


SAYS: dict[str, Callable[[re.Match[str], Tongue], str]] = {
    "iso": _iso,
    "span": _span,
    "clock": _at,
    "date": _date,
    "money": _money,
    "quantity": _quantity,
    "phone": _phone,
    "year": lambda found, tongue: year(int(found[0]), tongue.forms),
    "grouped": lambda found, tongue: _number(found[0], tongue, before_unit=False),
    "decimal": lambda found, tongue: _number(found[0], tongue, before_unit=False),
    "ordinal": lambda found, tongue: tongue.forms.days[int(found["nth"]) - 1],
    "counted": lambda found, tongue: counted(int(found[0]), tongue.forms),
    "plain": _plain,
    "fraction": _fraction,
    "minus": lambda _found, tongue: tongue.forms.symbols["−"],
    "parted": lambda _found, _tongue: ",",
    "leading": lambda found, tongue: tongue.forms.before_number[found[0]],
    "short": lambda found, tongue: tongue.forms.abbreviations[found[0]],
}
"""How each kind of stretch is said; the kinds are the groups of the pattern."""
