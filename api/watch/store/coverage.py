"""The SQL of coverage as it was kept last night."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id
from api.database.tables.watching import watch_coverage
from api.vocabulary import Accommodation, Cover, Leaf

ROW = watch_coverage.c
ALONE = sa.and_(ROW.accommodation == "", ROW.language == "")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows a report holds: what is None, "" or 0 lets everything pass; `parts` are bits."""

    area: str = ""
    leaf: Leaf | None = None
    language: str = ""
    accommodation: Accommodation | None = None
    parts: int = 0
    cover: Cover | None = None
    limit: int = 50


def replace(
    conn: Connection,
    area: str,
    leaves: Sequence[Leaf],
    rows: Sequence[Mapping[str, Any]],
    now: datetime,
) -> None:
    """These rows of some leaves of an area, instead of those kept before."""
    old = sa.and_(ROW.area == area, ROW.leaf.in_(leaves))
    conn.execute(watch_coverage.delete().where(old))
    if rows:
        kept = [{"id": new_id(now), "area": area, "looked_at": now, **row} for row in rows]
        conn.execute(watch_coverage.insert(), kept)


def forget_before(conn: Connection, moment: datetime) -> None:
    """Areas that are watched no more."""
    conn.execute(watch_coverage.delete().where(ROW.looked_at < moment))


def found(conn: Connection, wanted: Wanted) -> tuple[list[sa.Row[Any]], int]:
    """The worst rows that are wanted, and how many there are in all."""
    which = _which(wanted)
    query = sa.select(watch_coverage).where(*which).order_by(ROW.standing, ROW.area, ROW.id)
    many = sa.select(sa.func.count()).select_from(watch_coverage).where(*which)
    return list(conn.execute(query.limit(wanted.limit))), conn.scalar(many) or 0


def _which(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    which: list[sa.ColumnElement[bool]] = []
    if wanted.area:
        which.append(ROW.area == wanted.area)
    if wanted.leaf is not None:
        which.append(ROW.leaf == wanted.leaf)
    if wanted.language:
        which.append(ROW.language.in_(["", wanted.language]))
    if wanted.accommodation is not None:
        which.append(ROW.accommodation.in_(["", wanted.accommodation.value]))
    if wanted.parts:
        which.append(ROW.parts.bitwise_and(wanted.parts) != 0)
    if wanted.cover is not None:
        which.append(ROW.cover == wanted.cover)
    return which


def counts(conn: Connection) -> dict[Cover, int]:
    """How many lines there are of each cover, of a leaf alone: what concerns everybody."""
    query = sa.select(ROW.cover, sa.func.count()).where(ALONE).group_by(ROW.cover)
    return {cover: number for cover, number in conn.execute(query)}  # noqa: C416 - rows, not pairs


def alone(conn: Connection, area: str) -> list[sa.Row[Any]]:
    """The rows of an area's leaves alone."""
    return list(conn.execute(sa.select(watch_coverage).where(ROW.area == area, ALONE)))


def looked_at(conn: Connection) -> datetime | None:
    """When the oldest line that is kept was looked at; None when none is."""
    moment: datetime | None = conn.scalar(sa.select(sa.func.min(ROW.looked_at)))
    return moment
