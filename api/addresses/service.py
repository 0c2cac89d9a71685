"""A person's names on wires: made on first contact, alive until the wire says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.addresses import rules, store
from api.addresses.schemas import SpokenTo
from api.database.ids import new_id
from api.errors import NotFound
from api.vocabulary import Channel, SafeContact


@dataclass(frozen=True, slots=True)
class AddressRow:
    """An address without its words; `person_id` is empty for a group chat."""

    id: str
    channel: Channel
    person_id: str | None
    group_id: str | None
    safe_contact: tuple[SafeContact, ...]
    manner: SpokenTo
    heard_at: datetime | None
    dead_at: datetime | None


def address_for(
    conn: Connection,
    channel: Channel,
    address: str,
    *,
    now: datetime,
    person_id: str | None = None,
) -> AddressRow:
    """The address, made on first contact: for the named person, or together with a new one."""
    index = store.index_of(conn, channel, address)
    row = store.find(conn, channel, index)
    if row is not None:
        return _row(row)
    owner = person_id or new_person(conn, now=now)
    values = {"channel": channel, "address_index": index, "person_id": owner, "created_at": now}
    if not store.add(conn, new_id(now), address, values) and person_id is None:
        store.drop_person(conn, owner)  # another transaction met the person first
    return address_for(conn, channel, address, now=now, person_id=person_id)


def new_person(conn: Connection, *, now: datetime) -> str:
    """A person of whom nothing is known yet, with no address; their id."""
    return store.add_person(conn, new_id(now), now)


def group_chat(
    conn: Connection, channel: Channel, address: str, group_id: str, *, now: datetime
) -> AddressRow:
    """The address of a group chat, which belongs to a group and to no person."""
    known = address_for(conn, channel, address, now=now)
    store.change(conn, known.id, {"group_id": group_id, "person_id": None, "dead_at": None})
    return address_of(conn, known.id)


def from_setting(conn: Connection, written: str, *, now: datetime) -> AddressRow:
    """The address of a setting such as `telegram:123456`; ValueError for an unknown channel."""
    channel, _, address = written.partition(":")
    return address_for(conn, Channel(channel), address, now=now)


def address_of(conn: Connection, address_id: str) -> AddressRow:
    """The address of an id; raises NotFound."""
    row = store.get(conn, address_id)
    if row is None:
        raise NotFound
    return _row(row)


def known(conn: Connection, channel: Channel, address: str) -> AddressRow | None:
    """The address, if it was ever heard of."""
    row = store.find(conn, channel, store.index_of(conn, channel, address))
    return _row(row) if row else None


def living_address(
    conn: Connection, person_id: str, channel: Channel | None = None
) -> AddressRow | None:
    """Where a person is reached best: heard most recently, not dead."""
    row = store.living(conn, person_id, channel)
    return _row(row) if row else None


def written_to(conn: Connection, person_id: str) -> AddressRow | None:
    """Where words reach a person safely, the one heard last; None when there is no such place."""
    return next(iter(all_written_to(conn, person_id)), None)


def all_written_to(conn: Connection, person_id: str) -> list[AddressRow]:
    """Every place where words reach a person safely, the one heard last first."""
    safe = [one for one in addresses_of(conn, person_id) if may_write(one)]
    return sorted(safe, key=_heard_at, reverse=True)


def _heard_at(address: AddressRow) -> float:
    return address.heard_at.timestamp() if address.heard_at else 0.0


def may_write(address: AddressRow) -> bool:
    """Whether words may be sent to an address."""
    return rules.may_write(
        address.channel,
        heard=address.heard_at is not None,
        dead=address.dead_at is not None,
        safe_contact=address.safe_contact,
    )


def addresses_of(conn: Connection, person_id: str) -> list[AddressRow]:
    """Every address of a person, the dead ones too."""
    return [_row(row) for row in store.all_of(conn, person_id)]


def wire_address(conn: Connection, address_id: str) -> str:
    """The address as its wire knows it: personal data."""
    return store.unsealed(conn, address_id)


def hear(conn: Connection, address_id: str, *, now: datetime) -> None:
    """Something came from here: the address is alive, whatever was thought of it."""
    store.change(conn, address_id, {"heard_at": now, "dead_at": None})


def hear_from(conn: Connection, channel: Channel, address: str, *, now: datetime) -> AddressRow:
    """As `address_for`; something came from here, so it is alive, whatever was thought of it."""
    index = store.index_of(conn, channel, address)
    row = store.hear(conn, channel, index, now)
    if row is not None:
        return _row(row)
    address_for(conn, channel, address, now=now)
    return hear_from(conn, channel, address, now=now)


def mark_dead(conn: Connection, address_id: str, *, now: datetime) -> None:
    """Nothing can be sent here any more."""
    store.change(conn, address_id, {"dead_at": now})


def link(conn: Connection, address_id: str, person_id: str) -> None:
    """The address belongs to this person."""
    store.change(conn, address_id, {"person_id": person_id})


def set_safe_contact(conn: Connection, address_id: str, ways: Sequence[SafeContact]) -> None:
    """How this address may be used."""
    store.change(conn, address_id, {"safe_contact": sorted(set(ways))})


def set_manner(conn: Connection, address_id: str, said: SpokenTo) -> None:
    """How somebody wants to be spoken to at this address; what they did not say now stays."""
    manner = rules.before(said, address_of(conn, address_id).manner)
    store.change(conn, address_id, {"manner": manner.model_dump(exclude_none=True)})


def forget_manner(conn: Connection, person_id: str) -> None:
    """Nothing is known any more of how somebody is spoken to, at none of their addresses."""
    for one in addresses_of(conn, person_id):
        store.change(conn, one.id, {"manner": None})


def move(
    conn: Connection, channel: Channel, old: str, new: str, *, now: datetime
) -> AddressRow | None:
    """The wire renamed an address; nothing if it was never known.

    When something already came from the new name, that row takes over and the old one is dead.
    """
    was = known(conn, channel, old)
    if was is None:
        return None
    already = known(conn, channel, new)
    if already is None:
        sealed = store.seal(conn, was.id, new)
        index = store.index_of(conn, channel, new)
        store.change(conn, was.id, {"address_index": index, "address": sealed, "dead_at": None})
        return address_of(conn, was.id)
    if already.id != was.id:
        store.change(conn, already.id, {"group_id": was.group_id, "person_id": was.person_id})
        store.change(conn, was.id, {"dead_at": now})
    return address_of(conn, already.id)


def _row(row: sa.Row[Any]) -> AddressRow:
    return AddressRow(
        id=row.id,
        channel=row.channel,
        person_id=row.person_id,
        group_id=row.group_id,
        safe_contact=tuple(SafeContact(way) for way in row.safe_contact),
        manner=SpokenTo.model_validate(row.manner or {}),
        heard_at=row.heard_at,
        dead_at=row.dead_at,
    )
