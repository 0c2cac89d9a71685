"""The SQL of what changed of groups since a state of the database that a copy in memory has.

On SQLite a state is a number: there is one writer, so changes are committed in their order. On
PostgreSQL they are not, so a state is a snapshot, and what changed since is what that snapshot
did not see: `pg_current_snapshot()`, section 9.27.9 of its manual.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.prepared import Prepared
from api.database.tables.changes import group_changes

SINCE = Prepared(
    sa.select(group_changes.c.group_id, group_changes.c.version).where(
        group_changes.c.version >= sa.bindparam("since")
    )
)
NEWEST = Prepared(sa.select(sa.func.max(group_changes.c.version).label("newest")))
SNAPSHOT = sa.text("SELECT CAST(pg_current_snapshot() AS text)")
UNSEEN = sa.text("""
SELECT CAST(now.snapshot AS text), group_id
FROM (SELECT pg_current_snapshot() AS snapshot) AS now
LEFT JOIN group_changes ON (version >= :after OR version IN :running) AND (
    version < CAST(CAST(pg_snapshot_xmax(now.snapshot) AS text) AS bigint)
    OR version = CAST(CAST(pg_current_xact_id_if_assigned() AS text) AS bigint))
""").bindparams(
    sa.bindparam("after", type_=sa.BigInteger),
    sa.bindparam("running", expanding=True, type_=sa.BigInteger),
)
"""The last condition: a database put back from a dump has marks of another server's future."""


@dataclass(frozen=True, slots=True)
class State:
    """What was seen: every change before `after`, but for those still `running` then."""

    after: int
    running: frozenset[int] = frozenset()

    def saw_all_of(self, other: State) -> bool:
        """Whether nothing that the other saw was unseen here."""
        return other.after <= self.after and all(
            one >= other.after or one in other.running for one in self.running
        )


@dataclass(frozen=True, slots=True)
class Changes:
    """The state that a connection sees, and the groups that changed since an earlier one."""

    state: State
    group_ids: Sequence[str] = ()


def state_of(conn: Connection) -> State:
    """The state that a connection sees."""
    if conn.dialect.name == "sqlite":
        return State(NEWEST.scalar(conn) or 0)
    return _read(str(conn.execute(SNAPSHOT).scalar_one()))


def changes_since(conn: Connection, state: State) -> Changes | None:
    """What a connection sees that the state did not have; None if the state is ahead of it.

    Also what the unit of work changed itself, though it may yet be undone.
    """
    if conn.dialect.name == "sqlite":
        return _on_sqlite(conn, state)
    values = {"after": state.after, "running": list(state.running)}
    rows = conn.execute(UNSEEN, values).all()
    now = _read(rows[0][0])
    if not now.saw_all_of(state):
        return None
    return Changes(now, [row[1] for row in rows if row[1] is not None])


def _on_sqlite(conn: Connection, state: State) -> Changes | None:
    rows = [tuple(row) for row in SINCE.all(conn, {"since": state.after})]
    newest = max((version for _, version in rows), default=0)
    if newest < state.after:
        return None
    return Changes(State(newest), [one for one, version in rows if version > state.after])


def _read(snapshot: str) -> State:
    """As PostgreSQL writes it: xmin:xmax:xip_list."""
    _, after, running = snapshot.split(":")
    return State(int(after), frozenset(map(int, running.split(","))) if running else frozenset())
