"""SQL of tokens."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.prepared import Prepared
from api.database.tables.auth import tokens


def add(conn: Connection, values: dict[str, Any]) -> None:
    """Keep a token."""
    conn.execute(tokens.insert().values(values))


IS_GOOD = sa.and_(
    tokens.c.secret_index == sa.bindparam("index"),
    tokens.c.revoked_at.is_(None),
    tokens.c.expires_at > sa.bindparam("now"),
)
GOOD = Prepared(sa.select(tokens).where(IS_GOOD, tokens.c.one_use.is_(False)))
"""Built once: it is asked at every call."""


def good(conn: Connection, index: str, now: datetime) -> sa.Row[Any] | None:
    """The token of a secret, unless it is one-use, revoked or over."""
    return GOOD.first(conn, {"index": index, "now": now})


def use(conn: Connection, index: str, now: datetime) -> sa.Row[Any] | None:
    """The one-use token of a secret, used by this; nothing the second time."""
    used = (
        tokens.update()
        .where(IS_GOOD, tokens.c.one_use.is_(True), tokens.c.used_at.is_(None))
        .values(used_at=now)
        .returning(*tokens.c)
    )
    return conn.execute(used, {"index": index, "now": now}).first()


def extend(conn: Connection, token_id: str, until: datetime, at_most: timedelta) -> None:
    """A token lasts until then at least, but no longer than this since it was made."""
    made = conn.scalar(sa.select(tokens.c.created_at).where(tokens.c.id == token_id))
    if made is None:
        return
    until = min(until, made + at_most)
    sooner = (tokens.c.id == token_id, tokens.c.expires_at < until)
    conn.execute(tokens.update().where(*sooner).values(expires_at=until))


def revoke(conn: Connection, token_id: str, now: datetime) -> bool:
    """Whether a token was revoked by this."""
    ended = (
        tokens.update()
        .where(tokens.c.id == token_id, tokens.c.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    return conn.execute(ended).rowcount == 1


def revoke_labelled(conn: Connection, label: str, now: datetime) -> int:
    """How many tokens of this label were revoked by this."""
    ended = (
        tokens.update()
        .where(tokens.c.label == label, tokens.c.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    return conn.execute(ended).rowcount


def revoke_of(conn: Connection, person_id: str, label: str, now: datetime, *, unused: bool) -> int:
    """How many tokens of a person and label were revoked by this; `unused`: only such links."""
    which = [
        tokens.c.person_id == person_id,
        tokens.c.label == label,
        tokens.c.revoked_at.is_(None),
    ]
    if unused:
        which += [tokens.c.one_use.is_(True), tokens.c.used_at.is_(None)]
    return conn.execute(tokens.update().where(*which).values(revoked_at=now)).rowcount
