"""Whom words reach: the one question about addresses that is asked of many people at a time."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy import Connection

from api.addresses.rules import may_write
from api.database.tables.people import addresses
from api.vocabulary import SafeContact


def written_to(conn: Connection, person_ids: Collection[str]) -> frozenset[str]:
    """Who of these has an address where words are safe, by one statement for all."""
    columns = ("person_id", "channel", "heard_at", "safe_contact")
    living = sa.select(*(addresses.c[name] for name in columns)).where(
        addresses.c.person_id.in_(list(person_ids)), addresses.c.dead_at.is_(None)
    )
    return frozenset(
        row.person_id
        for row in conn.execute(living)
        if may_write(
            row.channel,
            heard=row.heard_at is not None,
            dead=False,
            safe_contact=[SafeContact(way) for way in row.safe_contact],
        )
    )
