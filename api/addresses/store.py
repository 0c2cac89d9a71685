"""SQL of addresses; the address itself is sealed and found by its blind index."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import insert_ignore
from api.database.prepared import Prepared
from api.database.private import vault
from api.database.tables.people import addresses, people
from api.vocabulary import Channel

# Statements are built once: building one costs several times what running it does.
BY_INDEX = Prepared(
    sa.select(addresses).where(
        addresses.c.channel == sa.bindparam("by"),
        addresses.c.address_index == sa.bindparam("index"),
    )
)
HEAR = Prepared(
    addresses.update()
    .where(
        addresses.c.channel == sa.bindparam("by"),
        addresses.c.address_index == sa.bindparam("index"),
    )
    .returning(addresses)
)
THIS = addresses.c.id == sa.bindparam("address_id")
BY_ID = Prepared(sa.select(addresses).where(THIS))
SEALED = Prepared(sa.select(addresses.c.address).where(THIS))
CHANGE = Prepared(addresses.update().where(THIS))
LIVING = (
    sa.select(addresses)
    .where(addresses.c.person_id == sa.bindparam("of_person"), addresses.c.dead_at.is_(None))
    .order_by(sa.func.coalesce(addresses.c.heard_at, addresses.c.created_at).desc())
    .limit(1)
)
ALL_OF = Prepared(sa.select(addresses).where(addresses.c.person_id == sa.bindparam("of_person")))
ADD_PERSON = Prepared(people.insert())
LIVING_ON = LIVING.where(addresses.c.channel == sa.bindparam("by"))


def index_of(conn: Connection, channel: Channel, address: str) -> str:
    """The blind index of an address."""
    return vault(conn).blind_index("address", f"{channel} {address}")


def find(conn: Connection, channel: Channel, index: str) -> sa.Row[Any] | None:
    """The address with this index."""
    return BY_INDEX.first(conn, {"by": channel, "index": index})


def hear(conn: Connection, channel: Channel, index: str, now: datetime) -> sa.Row[Any] | None:
    """The address with this index, if it is known: it is alive since now."""
    alive = {"heard_at": now, "dead_at": None}
    return HEAR.first(conn, {"by": channel, "index": index, **alive})


def get(conn: Connection, address_id: str) -> sa.Row[Any] | None:
    """The address with this id."""
    return BY_ID.first(conn, {"address_id": address_id})


def add_person(conn: Connection, person_id: str, now: datetime) -> str:
    """A person of whom nothing is known yet; their id."""
    ADD_PERSON.changed(conn, {"id": person_id, "accommodations": [], "created_at": now})
    return person_id


def drop_person(conn: Connection, person_id: str) -> None:
    """Undo `add_person` for somebody whom another transaction added first."""
    conn.execute(people.delete().where(people.c.id == person_id))


def add(conn: Connection, address_id: str, address: str, values: dict[str, Any]) -> bool:
    """Keep an address, unless it is known; whether it is new."""
    row = {
        "id": address_id,
        "address": vault(conn).seal("addresses", "address", address_id, address),
        "safe_contact": [],
        **values,
    }
    return insert_ignore(conn, addresses, row, ["channel", "address_index"])


def change(conn: Connection, address_id: str, values: dict[str, Any]) -> None:
    """Change columns of an address."""
    CHANGE.changed(conn, {"address_id": address_id, **values})


def unsealed(conn: Connection, address_id: str) -> str:
    """The address as its wire knows it."""
    blob: bytes = SEALED.scalar(conn, {"address_id": address_id})
    return vault(conn).unseal("addresses", "address", address_id, blob)


def seal(conn: Connection, address_id: str, address: str) -> bytes:
    """The address, sealed for its row."""
    return vault(conn).seal("addresses", "address", address_id, address)


def living(conn: Connection, person_id: str, channel: Channel | None) -> sa.Row[Any] | None:
    """The person's address that was heard most recently and is not dead."""
    if channel is None:
        return conn.execute(LIVING, {"of_person": person_id}).first()
    return conn.execute(LIVING_ON, {"of_person": person_id, "by": channel}).first()


def all_of(conn: Connection, person_id: str) -> list[sa.Row[Any]]:
    """Every address of a person."""
    return ALL_OF.all(conn, {"of_person": person_id})
