"""Times of day and dates in words: "three in the afternoon", "the third of March"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from babel import Locale

from accessibility.speech.forms import Forms
from accessibility.speech.numbers import cardinal, counted, year
from locales import Catalog

HALF_DAY = 12
LOW_MINUTE = 10


def clock(hour: int, minute: int, forms: Forms, catalog: Catalog) -> str:
    """A time of day; hour 24 is midnight."""
    hour %= 2 * HALF_DAY
    if not minute and hour in {0, HALF_DAY}:
        return catalog.say("speech-noon" if hour else "speech-midnight")
    on_dial = hour % HALF_DAY or (HALF_DAY if hour else forms.clock.first_hour)
    said = cardinal(minute, forms)
    low = forms.clock.low.replace("{minute}", said) if minute < LOW_MINUTE else said
    part = [words for begins, words in forms.clock.parts if begins <= hour]
    return catalog.say(
        "speech-clock",
        hour=counted(on_dial, forms),
        minute=low if minute else "",
        part=part[-1] if part else "",
    )


def span(first: str, last: str, catalog: Catalog) -> str:
    """From one time of day to another."""
    return catalog.say("speech-span", start=first, end=last)


def day_of(written: str) -> date | None:
    """The day of a date as ISO 8601 writes it; None if there is no such day."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def day(number: int, month: str, in_year: int, forms: Forms, catalog: Catalog) -> str:
    """A day of a month by its name; year 0 is left out."""
    named = forms.days[number - 1] if 0 < number <= len(forms.days) else cardinal(number, forms)
    told = year(in_year, forms) if in_year else ""
    return catalog.say("speech-date", nth=named, month=month, year=told)


@lru_cache(maxsize=32)
def months(language: str) -> Mapping[str, int]:
    """The names of the months inside a date, with their numbers (CLDR)."""
    named = Locale.parse(language, sep="-").months["format"]["wide"]
    return {str(name): number for number, name in named.items()}
