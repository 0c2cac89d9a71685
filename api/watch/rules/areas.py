"""Which areas are watched: the cells of the gazetteer's places, and where requests came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from api.places.rules import Point, cell, cell_name

MOST_AREAS = 500
"""A metropolis of 30 km by 30 km in cells of 1.3 km; a night's work stays within minutes."""

_AS_NUMBERS = re.compile(r"(-?\d{1,2}\.\d{3}), (-?\d{1,3}\.\d{3})")
"""How a cell without a named place is called, see `cell_name`."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area as requests name theirs; `point` is the middle of its cell of about 500 m."""

    name: str
    point: Point


def areas(
    places: Iterable[tuple[str, Point]],
    asked: Mapping[str, int],
    name_of: Callable[[Point], str],
    most: int = MOST_AREAS,
) -> list[Area]:
    """At most so many areas, no name twice: where most requests came from, then the gazetteer's.

    `asked` counts recent requests by their area's name; `name_of` is the name of a cell's middle.
    """
    named = list(places)
    own = dict(reversed(named))
    found: dict[str, Point] = {}
    for name in sorted(asked, key=lambda one: (-asked[one], one)):
        point = own.get(name) or point_of(name)
        if point is not None and len(found) < most:
            found[name] = cell(point)
    seen = set(found.values())
    for _, point in named:
        if len(found) >= most:
            break
        middle = cell(point)
        if middle not in seen:
            seen.add(middle)
            name = name_of(middle) or cell_name(middle)
            found.setdefault(name, cell(own.get(name, middle)))
    return [Area(name, point) for name, point in found.items()]


def point_of(name: str) -> Point | None:
    """Where a cell is that is called by its numbers; None for any other name."""
    numbers = _AS_NUMBERS.fullmatch(name)
    return (float(numbers[1]), float(numbers[2])) if numbers else None
