"""Lines of coverage as rows and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.vocabulary import Accommodation, Leaf
from api.watch.rules.covering import Figures, Line, standing
from api.watch.rules.week import mask, parts_of
from api.watch.store import coverage
from api.watch.store.coverage import Wanted


@dataclass(frozen=True, slots=True)
class Kept:
    """A line of an area, and how often its leaf was asked for lately."""

    area: str
    line: Line
    asked: int


def keep(
    conn: Connection,
    area: str,
    leaves: Sequence[Leaf],
    lines: Sequence[tuple[Line, int]],
    now: datetime,
) -> None:
    """Keep these lines of some leaves of an area, instead of those kept before."""
    coverage.replace(conn, area, leaves, [_row(line, asked) for line, asked in lines], now)


def found(conn: Connection, wanted: Wanted) -> tuple[list[Kept], int]:
    """The worst lines that are wanted, and how many there are in all."""
    rows, many = coverage.found(conn, wanted)
    return [_kept(row) for row in rows], many


def alone(conn: Connection, area: str) -> list[Line]:
    """The lines of an area's leaves alone."""
    return [_kept(row).line for row in coverage.alone(conn, area)]


def _row(line: Line, asked: int) -> dict[str, Any]:
    figures = line.figures
    return {
        "leaf": line.leaf,
        "accommodation": line.accommodation.value if line.accommodation else "",
        "language": line.language,
        "parts": mask(line.parts),
        "able": figures.able,
        "in_person": figures.in_person,
        "sharing": figures.sharing,
        "nearest_m": figures.nearest_m,
        "third_m": figures.third_m,
        "asked": asked,
        "cover": line.cover,
        "standing": standing(line, asked),
    }


def _kept(row: sa.Row[Any]) -> Kept:
    accommodation = Accommodation(row.accommodation) if row.accommodation else None
    figures = Figures(row.able, row.in_person, row.sharing, row.nearest_m, row.third_m)
    line = Line(row.leaf, accommodation, row.language, parts_of(row.parts), figures)
    return Kept(row.area, line, row.asked)
