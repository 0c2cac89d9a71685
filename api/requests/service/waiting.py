"""Who of those that wait is served first; see `rules.drain`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from api.requests import rules, store
from api.settings import Settings
from api.vocabulary import Leaf


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who waits: how many groups are able (at most RARITY_CAP), and how often none had room."""

    id: str
    rarity: int
    looks: int


def order_of(now: datetime, settings: Settings) -> store.Order:
    """The drain order of a moment."""
    return store.Order(rules.levels(now, settings.usual_wait), rules.OVERDUE, rules.RARITY_CAP)


def due(conn: Connection, now: datetime, limit: int, settings: Settings) -> Sequence[str]:
    """Ids of the requests whose time has come, who is next first."""
    return store.due(conn, now, limit, order_of(now, settings))


def waiting(  # noqa: PLR0913 - who, how many and in whose order
    conn: Connection,
    limit: int,
    *,
    leaves: Collection[Leaf] | None = None,
    in_vain: bool = False,
    ids: Collection[str] | None = None,
    settings: Settings,
    now: datetime,
) -> list[Waiting]:
    """Who waits for somebody to be asked, who is next first; not who waits for intake to reopen.

    `leaves`: only for some of these; `in_vain`: only who found nobody at the last look.
    """
    rows = store.waiting(
        conn, limit, order_of(now, settings), leaves=leaves, in_vain=in_vain, ids=ids
    )
    common = rules.RARITY_CAP
    return [
        Waiting(row.id, common if row.rarity is None else row.rarity, row.looks or 0)
        for row in rows
    ]
