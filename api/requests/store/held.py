"""Who holds a call about a request."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from api.auth.actor import Actor
from api.database.tables.auth import tokens
from api.database.tables.calls import calls
from api.vocabulary import CallStatus


def is_called_about(conn: Connection, request_id: str, actor: Actor, now: datetime) -> bool:
    """Whether somebody holds a call about a request now, with whichever token of theirs."""
    known = sa.or_(tokens.c.id == actor.id, tokens.c.person_id == (actor.person_id or ""))
    theirs = calls.c.claimed_by.in_(sa.select(tokens.c.id).where(known))
    mine = (calls.c.request_id == request_id, theirs)
    held = (calls.c.status == CallStatus.CLAIMED, calls.c.claimed_until > now)
    return conn.scalar(sa.select(sa.exists().where(*mine, *held))) or False
