"""The SQL of plans and their assignments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id
from api.database.portable import skip_locked
from api.database.tables.backlog import plan_items, plans
from api.database.tables.groups import groups
from api.database.tables.requests import requests
from api.vocabulary import PlanOutcome

SHOWN = (*plan_items.c, requests.c.receipt, groups.c.name.label("group"))


def insert(
    conn: Connection, values: Mapping[str, Any], items: Sequence[Mapping[str, Any]], now: datetime
) -> str:
    """A new plan's id."""
    plan_id = new_id(now)
    conn.execute(plans.insert().values(id=plan_id, created_at=now, **values))
    rows = [{"plan_id": plan_id, "position": n, **item} for n, item in enumerate(items)]
    if rows:
        conn.execute(plan_items.insert(), rows)
    return plan_id


def find(conn: Connection, plan_id: str) -> sa.Row[Any] | None:
    """A plan, applied or not."""
    return conn.execute(sa.select(plans).where(plans.c.id == plan_id)).first()


def items(conn: Connection, plan_id: str) -> Sequence[sa.Row[Any]]:
    """What a plan assigns, in the order of its making."""
    joined = plan_items.join(requests, requests.c.id == plan_items.c.request_id).join(
        groups, groups.c.id == plan_items.c.group_id
    )
    found = sa.select(*SHOWN).select_from(joined).where(plan_items.c.plan_id == plan_id)
    return conn.execute(found.order_by(plan_items.c.position)).all()


OPEN = sa.and_(
    plan_items.c.outcome.is_(None),
    plan_items.c.plan_id.in_(sa.select(plans.c.id).where(plans.c.applied_at.is_not(None))),
)
"""Assignments of plans that are being applied, of which nothing came yet."""


def next_items(conn: Connection, limit: int) -> Sequence[sa.Row[Any]]:
    """Assignments to be looked at next, locked; none that another worker has."""
    query = sa.select(plan_items).where(OPEN).order_by(plan_items.c.plan_id, plan_items.c.position)
    return conn.execute(skip_locked(conn, query.limit(limit))).all()


def applied_since(conn: Connection) -> datetime | None:
    """Since when a plan is being applied that is not yet; None for none."""
    query = sa.select(sa.func.min(plans.c.applied_at)).where(
        plans.c.applied_at.is_not(None),
        sa.exists().where(plan_items.c.plan_id == plans.c.id, plan_items.c.outcome.is_(None)),
    )
    since: datetime | None = conn.scalar(query)
    return since


def set_outcome(conn: Connection, plan_id: str, position: int, outcome: PlanOutcome) -> None:
    """What came of an assignment."""
    mine = sa.and_(plan_items.c.plan_id == plan_id, plan_items.c.position == position)
    conn.execute(plan_items.update().where(mine).values(outcome=outcome))


def begin(conn: Connection, plan_id: str, now: datetime) -> bool:
    """A plan is being applied; whether that is new."""
    fresh = sa.and_(plans.c.id == plan_id, plans.c.applied_at.is_(None))
    return conn.execute(plans.update().where(fresh).values(applied_at=now)).rowcount == 1


def forget(conn: Connection, before: datetime) -> None:
    """Plans that ended before a moment are no longer kept."""
    old = sa.select(plans.c.id).where(plans.c.expires_at < before)
    conn.execute(plan_items.delete().where(plan_items.c.plan_id.in_(old)))
    conn.execute(plans.delete().where(plans.c.expires_at < before))
