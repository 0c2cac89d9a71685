"""The SQL of tasks; every change of status is conditional on the status before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id
from api.database.prepared import Prepared
from api.database.tables.requests import tasks
from api.dispatch.store.leaves import OF_PERSON, UNDER_WAY, leaves_of
from api.vocabulary import Leaf, TaskStatus


@dataclass(frozen=True, slots=True)
class Task:
    """An accepted offer."""

    id: str
    offer_id: str
    request_id: str
    group_id: str
    person_id: str
    word: str
    status: TaskStatus
    accepted_at: datetime
    started_at: datetime | None
    arrive_at: datetime | None
    checked_at: datetime | None
    next_at: datetime | None
    leaves: Sequence[Leaf] = ()


TASK = tuple(tasks.c[name] for name in Task.__slots__ if name != "leaves")
TASKS_OF = Prepared(
    sa.select(*TASK).where(tasks.c.person_id == OF_PERSON, UNDER_WAY).order_by(tasks.c.id)
)


def add_task(conn: Connection, values: Mapping[str, Any], now: datetime) -> Task:
    """A new task, under way."""
    task_id = new_id(now)
    row = {"id": task_id, "status": TaskStatus.UNDER_WAY, "accepted_at": now}
    conn.execute(tasks.insert().values(**row, **values))
    return _tasks(conn, tasks.c.id == task_id)[0]


def task(conn: Connection, task_id: str) -> Task | None:
    """A task, if there is one of this id."""
    return next(iter(_tasks(conn, tasks.c.id == task_id)), None)


def task_of(conn: Connection, offer_id: str) -> Task | None:
    """The task that came of an offer."""
    return next(iter(_tasks(conn, tasks.c.offer_id == offer_id)), None)


def tasks_of(conn: Connection, person_id: str) -> list[Task]:
    """The tasks a volunteer has under way, oldest first."""
    return _read_tasks(conn, TASKS_OF.all(conn, {"of_person": person_id}))


def tasks_for(conn: Connection, request_id: str) -> list[Task]:
    """The tasks under way for a request, oldest first."""
    return _tasks(conn, sa.and_(tasks.c.request_id == request_id, UNDER_WAY))


def change_task(conn: Connection, task_id: str, values: Mapping[str, Any]) -> bool:
    """Changes a task that is under way; whether it was."""
    mine = sa.and_(tasks.c.id == task_id, UNDER_WAY)
    return conn.execute(tasks.update().where(mine).values(**values)).rowcount == 1


def mark_missed(conn: Connection, request_id: str, now: datetime) -> None:
    """The resident says that what was done for a request did not come, or not all of it."""
    ended = sa.and_(tasks.c.request_id == request_id, tasks.c.ended_at.is_not(None))
    conn.execute(tasks.update().where(ended).values(missed_at=now))


def due_tasks(conn: Connection, now: datetime, limit: int) -> Sequence[tuple[str, str]]:
    """Tasks under way that somebody must ask about: their ids and their requests'."""
    query = sa.select(tasks.c.id, tasks.c.request_id).where(UNDER_WAY, tasks.c.next_at <= now)
    rows = conn.execute(query.order_by(tasks.c.next_at, tasks.c.id).limit(limit))
    return [(row.id, row.request_id) for row in rows]


def _tasks(conn: Connection, which: sa.ColumnElement[bool]) -> list[Task]:
    found = sa.select(*TASK).where(which).order_by(tasks.c.id)
    return _read_tasks(conn, conn.execute(found).all())


def _read_tasks(conn: Connection, rows: Sequence[sa.Row[Any]]) -> list[Task]:
    leaves = leaves_of(conn, [row.offer_id for row in rows])
    return [Task(**row._asdict(), leaves=leaves.get(row.offer_id, [])) for row in rows]
