"""The SQL of invites."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id
from api.database.tables.groups import invites
from api.vocabulary import Role


def add_invite(conn: Connection, values: Mapping[str, Any], now: datetime) -> None:
    """A new invite."""
    conn.execute(invites.insert().values(id=new_id(now), created_at=now, **values))


def _good(code_index: str, now: datetime) -> sa.ColumnElement[bool]:
    return sa.and_(
        invites.c.code_index == code_index,
        invites.c.expires_at > now,
        invites.c.uses_left > 0,
    )


def invite_for(conn: Connection, code_index: str, now: datetime) -> Role | None:
    """What an invite that may be used now makes of somebody; None for one that is not good."""
    role: Role | None = conn.scalar(sa.select(invites.c.role).where(_good(code_index, now)))
    return role


def use_invite(conn: Connection, code_index: str, now: datetime) -> str | None:
    """The group of an invite, one use of which is spent by this; None for one that is not good."""
    good = _good(code_index, now)
    spent = invites.update().where(good).values(uses_left=invites.c.uses_left - 1)
    group_id: str | None = conn.scalar(spent.returning(invites.c.group_id))
    return group_id
