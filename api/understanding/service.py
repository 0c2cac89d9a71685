"""Counts what became of proposals, and reports it: by rule and day, without words or persons."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from api.understanding import store
from api.understanding.rules import DAYS, Counted, worst_first
from api.understanding.schemas import RuleCounted, Understanding


def count(
    conn: Connection,
    *,
    hits: Collection[str],
    confirmed: Collection[str],
    corrected: Collection[str],
    now: datetime,
) -> None:
    """Rules proposed something, or somebody confirmed or corrected it; old counts go."""
    counts = {"hits": hits, "confirmed": confirmed, "corrected": corrected}
    store.add(conn, now.date().isoformat(), counts)
    store.forget(conn, _first_day(now).isoformat())


def report(conn: Connection, *, now: datetime) -> Understanding:
    """How every rule did of late."""
    since = _first_day(now)
    counted = worst_first(Counted(*row) for row in store.since(conn, since.isoformat()))
    return Understanding(
        since=since,
        items=[
            RuleCounted(
                rule=one.rule,
                language=one.rule.partition(":")[0],
                hits=one.told[0],
                confirmed=one.told[1],
                corrected=one.told[2],
            )
            for one in counted
        ],
    )


def _first_day(now: datetime) -> date:
    return now.date() - timedelta(days=DAYS)
