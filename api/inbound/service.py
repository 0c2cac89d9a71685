"""What comes in is kept before it is acknowledged, once, in the order of its lane."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.addresses import service as addresses
from api.addresses.service import AddressRow
from api.database.engine import after_commit_wake
from api.database.ids import new_id
from api.errors import NotFound
from api.inbound import store
from api.inbound.schemas import Body, InboundIn, Moved, Received
from api.lanes.service import Direction, enter
from api.recordings import service as recordings
from api.recordings.schemas import Recorded
from api.vocabulary import InboundKind


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as it is kept, unsealed."""

    id: str
    kind: InboundKind
    body: Body
    received_at: datetime
    call_id: str | None
    attempts: int
    settled: bool


def receive(conn: Connection, message: InboundIn, *, now: datetime) -> Received:
    """Keep a message, unless it is known; who waits for inbound is woken.

    Raises NotFound for one that is said to belong to an unknown call.
    """
    received, _ = keep(conn, message, now=now)
    if not received.again:
        after_commit_wake(conn, "inbound")
    return received


def keep(
    conn: Connection, message: InboundIn, *, now: datetime
) -> tuple[Received, AddressRow | None]:
    """As `receive`, for who sees to the answer: nobody is woken for that.

    The address it came from is given beside, unless it was known already.
    """
    known = store.known(conn, message.channel, message.message_id)
    if known is not None:
        return Received(inbound_id=known.id, again=True, address_id=known.address_id), None
    if message.call_id is not None and not store.is_call(conn, message.call_id):
        raise NotFound
    address = _from(conn, message, now)
    left = message.kind is InboundKind.LEFT
    settled = left or address.person_id is None  # a group chat holds no conversation
    if left:
        addresses.mark_dead(conn, address.id, now=now)
        enter(conn, address.id, Direction.OUT, now)
        after_commit_wake(conn, "notices")
    inbound_id = _keep(conn, message, address.id, now=now, settled=settled)
    return Received(inbound_id=inbound_id, again=False, address_id=address.id), address


def _from(conn: Connection, message: InboundIn, now: datetime) -> AddressRow:
    """Where a message came from; only what came over the wire itself shows that it is alive."""
    theirs = message.call_id is None and not message.body.arrives
    alive = theirs and message.kind is not InboundKind.LEFT
    meet = addresses.hear_from if alive else addresses.address_for
    return meet(conn, message.channel, message.address, now=now)


def _keep(
    conn: Connection, message: InboundIn, address_id: str, *, now: datetime, settled: bool
) -> str:
    inbound_id = new_id(now)
    position = enter(conn, address_id, Direction.IN, None if settled else now)
    values = {
        "channel": message.channel,
        "message_id": message.message_id,
        "address_id": address_id,
        "position": position,
        "kind": message.kind,
        "call_id": message.call_id,
        "received_at": now,
        "settled_at": now if settled else None,
    }
    store.add(conn, inbound_id, message.body.model_dump_json(exclude_defaults=True), values)
    recorded = Recorded(
        audio=message.audio, mime=media.mime if (media := message.body.media) else ""
    )
    recordings.keep(conn, inbound_id, address_id, recorded, now=now)
    return inbound_id


def head(conn: Connection, address_id: str) -> Heard | None:
    """The oldest message of an address that is still to be answered."""
    row = store.head(conn, address_id)
    return _heard(conn, row) if row else None


def take(conn: Connection, address_id: str) -> Heard | None:
    """As `head`, for a worker who answers it: `attempts` says how often it was taken, by now."""
    row = store.take(conn, address_id)
    return _heard(conn, row) if row else None


def settle(conn: Connection, inbound_id: str, address_id: str, *, now: datetime) -> Heard | None:
    """The message that is answered by this; None when it was before or is of another address."""
    row = store.settle(conn, inbound_id, address_id, now)
    return _heard(conn, row) if row else None


def understood(conn: Connection, message: Heard, words: str) -> Heard:
    """What was heard of a voice note is kept with it, as what was written is."""
    body = message.body.model_copy(update={"heard": words})
    store.reseal(conn, message.id, body.model_dump_json(exclude_defaults=True))
    return replace(message, body=body)


def put_back(conn: Connection, inbound_id: str, address_id: str) -> bool:
    """Who took it could not answer yet, and that was no failure; False when it is settled."""
    return store.put_back(conn, inbound_id, address_id)


def heard(conn: Connection, address_id: str, *, limit: int) -> list[Heard]:
    """What was said at an address, newest first."""
    return [_heard(conn, row) for row in store.last(conn, address_id, limit)]


def lasts(conn: Connection, inbound_id: str) -> int:
    """How many seconds a voice note lasts, as its channel told; 0 where nobody knows."""
    row = store.one(conn, inbound_id)
    media = _heard(conn, row).body.media if row is not None else None
    return media.seconds if media is not None else 0


def moved(conn: Connection, move: Moved, *, now: datetime) -> None:
    """The wire gave an address a new name."""
    addresses.move(conn, move.channel, move.address, move.new_address, now=now)


def _heard(conn: Connection, row: sa.Row[Any]) -> Heard:
    return Heard(
        id=row.id,
        kind=row.kind,
        body=Body.model_validate_json(store.unsealed(conn, row)),
        received_at=row.received_at,
        call_id=row.call_id,
        attempts=row.attempts,
        settled=row.settled_at is not None,
    )
