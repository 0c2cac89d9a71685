"""The SQL of offers; every change of status is conditional on the status before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id
from api.database.prepared import Prepared
from api.database.tables.groups import groups
from api.database.tables.requests import offer_needs, offers, request_needs
from api.dispatch.store.leaves import OF_PERSON, SENT, leaves_of
from api.vocabulary import Access, Leaf, Mode, OfferStatus, Part, RequestStatus


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer to a volunteer (`person_id`) or to a group's chat (`address_id`)."""

    id: str
    request_id: str
    group_id: str
    person_id: str | None
    address_id: str | None
    mode: Mode
    part: Part
    access: Access
    letter: str
    wave: int
    distance_m: int | None
    status: OfferStatus
    accepted_by: str | None
    sent_at: datetime
    expires_at: datetime
    answered_at: datetime | None
    interpreter: str
    leaves: Sequence[Leaf] = ()


OFFER = tuple(offers.c[name] for name in Offer.__slots__ if name != "leaves")

# Statements of every turn are built once: building one costs several times what running it does.
OFFERS_TO = Prepared(
    sa.select(*OFFER).where(offers.c.person_id == OF_PERSON, SENT).order_by(offers.c.id)
)
OF_IT = sa.and_(
    offer_needs.c.offer_id == offers.c.id, request_needs.c.id == offer_needs.c.request_need_id
)
PAST = Prepared(
    sa.select(
        *(offers.c[name] for name in ("person_id", "address_id", "accepted_by")),
        *(offers.c[name] for name in ("status", "wave", "answered_at")),
    )
    .where(offers.c.request_id == sa.bindparam("of_request"))
    .order_by(offers.c.id)
)
LOST = sa.exists().where(
    OF_IT, request_needs.c.status.not_in([RequestStatus.OPEN, RequestStatus.OFFERED])
)
"""Some need of the offer does not wait for anybody any more."""
LATE_TO = (
    sa.select(*OFFER)
    .where(
        offers.c.person_id == OF_PERSON,
        offers.c.status == OfferStatus.EXPIRED,
        offers.c.answered_at.is_(None),
        ~LOST,
    )
    .order_by(offers.c.id.desc())
)
LAST_LETTER = (
    sa.select(offers.c.letter)
    .where(offers.c.person_id == OF_PERSON)
    .order_by(offers.c.id.desc())
    .limit(1)
)


def add_offer(
    conn: Connection, values: Mapping[str, Any], leaves: Collection[Leaf], now: datetime
) -> Offer:
    """A new offer of some needs of its request."""
    offer_id = new_id(now)
    row = {
        "id": offer_id,
        "part": Part.WHOLE,
        "status": OfferStatus.SENT,
        "sent_at": now,
        **values,
    }
    conn.execute(offers.insert().values(**row))
    mine = sa.select(sa.literal(offer_id), request_needs.c.id).where(
        request_needs.c.request_id == row["request_id"],
        request_needs.c.leaf.in_(leaves),
        request_needs.c.part == row["part"],
    )
    conn.execute(offer_needs.insert().from_select(["offer_id", "request_need_id"], mine))
    return _offers(conn, offers.c.id == offer_id)[0]


def offer(conn: Connection, offer_id: str) -> Offer | None:
    """An offer, if there is one of this id."""
    return next(iter(_offers(conn, offers.c.id == offer_id)), None)


def offers_of(conn: Connection, request_id: str) -> list[Offer]:
    """Every offer of a request, oldest first."""
    return _offers(conn, offers.c.request_id == request_id)


def past_of(conn: Connection, request_id: str) -> Sequence[sa.Row[Any]]:
    """Of every offer of a request whom it was made to and what came of it, oldest first."""
    return PAST.all(conn, {"of_request": request_id})


def open_offers_to(conn: Connection, person_id: str) -> list[Offer]:
    """The offers that wait for a volunteer's answer, oldest first."""
    return _read_offers(conn, OFFERS_TO.all(conn, {"of_person": person_id}))


def late_offers_to(conn: Connection, person_id: str) -> list[Offer]:
    """Offers to a volunteer that ran out unanswered while their needs still wait, newest first."""
    return _read_offers(conn, conn.execute(LATE_TO, {"of_person": person_id}).all())


def last_letter(conn: Connection, person_id: str) -> str:
    """The letter of the newest offer to a volunteer, open or not."""
    return conn.execute(LAST_LETTER, {"of_person": person_id}).scalar() or ""


def close_offer(
    conn: Connection, offer_id: str, status: OfferStatus, answered_at: datetime | None = None
) -> bool:
    """Ends an open offer in another way than by accepting it; whether it was open."""
    open_one = sa.and_(offers.c.id == offer_id, SENT)
    ended = offers.update().where(open_one).values(status=status, answered_at=answered_at)
    return conn.execute(ended).rowcount == 1


def accept_offer(conn: Connection, offer_id: str, person_id: str, now: datetime) -> bool:
    """Whether this person wins the offer, decided in one statement.

    It must be open (or have run out unanswered by others), each of its needs must wait for
    somebody, and its group must have a place left. The request's row is locked before.
    """
    free = sa.exists().where(groups.c.id == offers.c.group_id, groups.c.load < groups.c.capacity)
    still = offers.c.status.in_([OfferStatus.SENT, OfferStatus.EXPIRED])
    won = offers.update().where(offers.c.id == offer_id, still, ~LOST, free)
    values = {"status": OfferStatus.ACCEPTED, "accepted_by": person_id, "answered_at": now}
    return conn.execute(won.values(**values)).rowcount == 1


def reopen_offer(conn: Connection, offer_id: str, status: OfferStatus) -> None:
    """Undoes an acceptance in the transaction it was made in."""
    undone = {"status": status, "accepted_by": None, "answered_at": None}
    conn.execute(offers.update().where(offers.c.id == offer_id).values(**undone))


def run_out(conn: Connection, now: datetime, limit: int) -> Sequence[tuple[str, str]]:
    """Open offers whose time is up: their ids and their requests'."""
    query = sa.select(offers.c.id, offers.c.request_id).where(SENT, offers.c.expires_at <= now)
    rows = conn.execute(query.order_by(offers.c.expires_at, offers.c.id).limit(limit))
    return [(row.id, row.request_id) for row in rows]


def set_access(conn: Connection, offer_id: str, access: Access) -> None:
    """How near whoever has an offer may come, as they are told with it."""
    conn.execute(offers.update().where(offers.c.id == offer_id).values(access=access))


def set_part(conn: Connection, offer_id: str, part: Part, access: Access) -> None:
    """Which part of the help whoever has an offer gives from now on, and how near they come."""
    changed = {"part": part, "access": access}
    conn.execute(offers.update().where(offers.c.id == offer_id).values(**changed))


def run_out_now(conn: Connection, person_id: str | None, address_id: str, now: datetime) -> int:
    """The time of what was asked at a group's chat, or of a person, is up; of how many offers."""
    to = (
        offers.c.address_id == address_id if person_id is None else offers.c.person_id == person_id
    )
    late = sa.and_(to, SENT, offers.c.expires_at > now)
    return conn.execute(offers.update().where(late).values(expires_at=now)).rowcount


def keep_open(conn: Connection, offer_id: str, until: datetime) -> None:
    """An open offer does not run out before a moment."""
    early = sa.and_(offers.c.id == offer_id, SENT, offers.c.expires_at < until)
    conn.execute(offers.update().where(early).values(expires_at=until))


def _offers(conn: Connection, which: sa.ColumnElement[bool]) -> list[Offer]:
    found = sa.select(*OFFER).where(which).order_by(offers.c.id)
    return _read_offers(conn, conn.execute(found).all())


def _read_offers(conn: Connection, rows: Sequence[sa.Row[Any]]) -> list[Offer]:
    leaves = leaves_of(conn, [row.id for row in rows])
    return [Offer(**row._asdict(), leaves=leaves.get(row.id, [])) for row in rows]
