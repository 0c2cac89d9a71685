"""SQL of what a message needs beside its words: the address, and how its reader is talked with."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.prepared import Prepared
from api.database.private import vault
from api.database.tables.people import addresses, people

# One statement for all of it: built once, and run for every message.
READER = Prepared(
    sa.select(
        addresses.c.id,
        addresses.c.channel,
        addresses.c.address,
        addresses.c.group_id,
        addresses.c.dead_at,
        addresses.c.person_id,
        addresses.c.manner,
        people.c.language,
        people.c.accommodations,
        people.c.profile,
    )
    .select_from(addresses.outerjoin(people, people.c.id == addresses.c.person_id))
    .where(addresses.c.id == sa.bindparam("address_id"))
)


def reader(conn: Connection, address_id: str) -> sa.Row[Any]:
    """An address, sealed as it is, and whose it is; nothing of a person for a group chat."""
    return READER.all(conn, {"address_id": address_id})[0]


def unsealed(conn: Connection, row: sa.Row[Any]) -> str:
    """The address as its wire knows it."""
    return vault(conn).unseal("addresses", "address", row.id, row.address)
