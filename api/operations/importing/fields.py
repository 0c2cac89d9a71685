"""The fields of a group as people write them in a table, and back.

Lists are parted by |: `groceries:in_person|medicine:remote`, `en|zh-Hans`. Hours are written as
`Mon-Fri 09:00-17:00; Sat 10:00-12:00`, exceptions as `2026-12-25 closed; 2026-12-31 09:00-12:00`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

BETWEEN = "|"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAILY = "daily"
SPAN = re.compile(r"([0-2]?[0-9]):([0-5][0-9])\s*-\s*([0-2]?[0-9]):([0-5][0-9])")
ON_DAYS = re.compile(r"([a-z]{3,5}(?:\s*-\s*[a-z]{3})?(?:\s*,\s*[a-z]{3})*)\s+(.+)")
ON_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\s+(.+)")
CLOSED = "closed"
YES_NO = {"yes": True, "no": False, "true": True, "false": False, "1": True, "0": False}
ACCEPTED = {
    "services": "services such as groceries:in_person|medicine:remote",
    "hours": "hours such as Mon-Fri 09:00-17:00; Sat 10:00-12:00",
    "exceptions": "days such as 2026-12-25 closed; 2026-12-31 09:00-12:00",
    "phone_only": "yes or no",
}
"""What a cell that cannot be read must be instead."""


class Unclear(ValueError):  # noqa: N818 - it says what is the case
    """A cell that cannot be read; the message says what it must be instead."""


def parsed(name: str, value: object) -> object:
    """A field as its schema wants it; what is no text stays as it is. Raises Unclear."""
    if not isinstance(value, str) or name not in READERS:
        return value
    try:
        return READERS[name](value.strip())
    except (ValueError, KeyError, IndexError) as error:
        raise Unclear(ACCEPTED.get(name, "a number")) from error


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(BETWEEN) if part.strip()]


@lru_cache(maxsize=256)
def _services(text: str) -> list[dict[str, str]]:
    pairs = (one.partition(":") for one in _listed(text))
    return [{"leaf": leaf.strip(), "mode": mode.strip() or "in_person"} for leaf, _, mode in pairs]


@lru_cache(maxsize=256)
def _hours(text: str) -> list[list[int]]:
    return [
        [day, *span]
        for days, spans in (_parts(one, ON_DAYS) for one in _sentences(text.lower()))
        for day in _days(days)
        for span in _spans(spans)
    ]


def _exceptions(text: str) -> list[dict[str, Any]]:
    found = (_parts(one, ON_DATE) for one in _sentences(text.lower()))
    return [{"on": day, "hours": [] if told == CLOSED else _spans(told)} for day, told in found]


def _sentences(text: str) -> Iterator[str]:
    return (part.strip() for part in text.split(";") if part.strip())


def _parts(text: str, shape: re.Pattern[str]) -> tuple[str, str]:
    found = shape.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return found[1], found[2].strip()


def _days(text: str) -> Iterator[int]:
    """The days named, a span of them going round the end of the week."""
    if text == DAILY:
        yield from range(len(DAYS))
        return
    for part in text.split(","):
        first, _, last = (one.strip() for one in part.partition("-"))
        start, end = DAYS.index(first), DAYS.index(last or first)
        yield from (day % len(DAYS) for day in range(start, end + (end < start) * len(DAYS) + 1))


def _spans(text: str) -> list[list[int]]:
    found = [SPAN.fullmatch(part.strip()) for part in text.split(",")]
    return [_span(one) for one in found]


def _span(found: re.Match[str] | None) -> list[int]:
    if found is None:
        raise ValueError
    hours = [int(part) for part in found.groups()]
    return [hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]]


def _yes_no(text: str) -> bool:
    return YES_NO[text.casefold()]


def _datum(text: str) -> str:
    return text.casefold().replace("-", "")


READERS: Mapping[str, Callable[[str], object]] = {
    "services": _services,
    "languages": _listed,
    "able": _listed,
    "talks_by": _listed,
    "hours": _hours,
    "exceptions": _exceptions,
    "phone_only": _yes_no,
    "datum": _datum,
    "radius_m": int,
    "capacity": int,
    "latitude": float,
    "longitude": float,
}
"""How each field is read where it is text; many rows of a table say the same hours, so those of
the last are remembered. The schema makes lists of its own from what it is given."""


def written(name: str, value: Any) -> str:  # noqa: ANN401 - any field of a group
    """A field as it stands in a table, so that `parsed` reads the same again."""
    return WRITERS.get(name, str)(value)


def _services_told(services: Iterable[Mapping[str, str]]) -> str:
    """Of a group that does nothing the mark alone: an empty cell says that it is not known."""
    return BETWEEN.join(f"{one['leaf']}:{one['mode']}" for one in services) or BETWEEN


def _hours_told(hours: Iterable[Sequence[int]]) -> str:
    """Days next to each other with the same spans are written once."""
    told: list[tuple[int, int, str]] = []
    for day, spans in groupby(hours, key=itemgetter(0)):
        text = _spans_told([span[1:] for span in spans])
        if told and told[-1][1:] == (day - 1, text):
            told[-1] = (told[-1][0], day, text)
        else:
            told.append((day, day, text))
    return "; ".join(f"{_days_told(first, last)} {text}" for first, last, text in told)


def _days_told(first: int, last: int) -> str:
    one, other = DAYS[first].capitalize(), DAYS[last].capitalize()
    return one if first == last else f"{one}-{other}"


def _exceptions_told(days: Iterable[Mapping[str, Any]]) -> str:
    return "; ".join(f"{one['on']} {_spans_told(one['hours']) or CLOSED}" for one in days)


def _spans_told(spans: Iterable[Sequence[int]]) -> str:
    return ",".join(
        f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}" for start, end in spans
    )


WRITERS: Mapping[str, Callable[[Any], str]] = {
    "services": _services_told,
    "languages": BETWEEN.join,
    "able": BETWEEN.join,
    "talks_by": BETWEEN.join,
    "hours": _hours_told,
    "exceptions": _exceptions_told,
    "phone_only": lambda yes: "yes" if yes else "no",
}
"""How each field is written where it is more than one word."""
