"""The SQL of counts for each rule and day."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.portable import insert_ignore
from api.database.tables.understanding import rule_counts


def add(conn: Connection, day: str, counts: Mapping[str, Collection[str]]) -> None:
    """One more of each kind of count for the rules named under it."""
    for rule in sorted({rule for rules in counts.values() for rule in rules}):
        row = {"rule": rule, "day": day, "hits": 0, "confirmed": 0, "corrected": 0}
        insert_ignore(conn, rule_counts, row, ["rule", "day"])
        more = {name: rule_counts.c[name] + int(rule in rules) for name, rules in counts.items()}
        which = (rule_counts.c.rule == rule, rule_counts.c.day == day)
        conn.execute(rule_counts.update().where(*which).values(**more))


def since(conn: Connection, day: str) -> list[tuple[str, int, int, int]]:
    """What each rule came to from a day on: hits, confirmed, corrected."""
    sums = [sa.func.sum(rule_counts.c[name]) for name in ("hits", "confirmed", "corrected")]
    query = sa.select(rule_counts.c.rule, *sums).where(rule_counts.c.day >= day)
    found = conn.execute(query.group_by(rule_counts.c.rule))
    return [(rule, int(hits), int(yes), int(no)) for rule, hits, yes, no in found]


def forget(conn: Connection, before: str) -> None:
    """Delete what is no longer added up."""
    conn.execute(rule_counts.delete().where(rule_counts.c.day < before))
