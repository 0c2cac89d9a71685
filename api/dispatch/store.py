"""The SQL of offers and tasks; every change of status is conditional on the status before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id
from api.database.tables.groups import groups
from api.database.tables.requests import offer_needs, offers, request_needs, tasks
from api.vocabulary import Leaf, Mode, OfferStatus, Part, RequestStatus, TaskStatus


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer to a volunteer (`person_id`) or to a group's chat (`address_id`)."""

    id: str
    request_id: str
    group_id: str
    person_id: str | None
    address_id: str | None
    mode: Mode
    letter: str
    wave: int
    distance_m: int | None
    status: OfferStatus
    accepted_by: str | None
    sent_at: datetime
    expires_at: datetime
    answered_at: datetime | None
    leaves: Sequence[Leaf] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """An accepted offer."""

    id: str
    offer_id: str
    request_id: str
    group_id: str
    person_id: str
    word: str
    status: TaskStatus
    accepted_at: datetime
    started_at: datetime | None
    arrive_at: datetime | None
    checked_at: datetime | None
    next_at: datetime | None
    leaves: Sequence[Leaf] = ()


OFFER = tuple(offers.c[name] for name in Offer.__slots__ if name != "leaves")
TASK = tuple(tasks.c[name] for name in Task.__slots__ if name != "leaves")
SENT = offers.c.status == OfferStatus.SENT
UNDER_WAY = tasks.c.status == TaskStatus.UNDER_WAY

# Statements of every turn are built once: building one costs several times what running it does.
OF_PERSON: sa.BindParameter[str] = sa.bindparam("of_person")
OFFERS_TO = sa.select(*OFFER).where(offers.c.person_id == OF_PERSON, SENT).order_by(offers.c.id)
OF_IT = sa.and_(
    offer_needs.c.offer_id == offers.c.id, request_needs.c.id == offer_needs.c.request_need_id
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
TASKS_OF = sa.select(*TASK).where(tasks.c.person_id == OF_PERSON, UNDER_WAY).order_by(tasks.c.id)
LEAVES = (
    sa.select(offer_needs.c.offer_id, request_needs.c.leaf)
    .join(request_needs, request_needs.c.id == offer_needs.c.request_need_id)
    .where(offer_needs.c.offer_id.in_(sa.bindparam("offer_ids", expanding=True)))
)


def add_offer(
    conn: Connection, values: Mapping[str, Any], leaves: Collection[Leaf], now: datetime
) -> Offer:
    """A new offer of some needs of its request."""
    offer_id = new_id(now)
    row = {"id": offer_id, "part": Part.WHOLE, "status": OfferStatus.SENT, "sent_at": now}
    conn.execute(offers.insert().values(**row, **values))
    mine = sa.select(sa.literal(offer_id), request_needs.c.id).where(
        request_needs.c.request_id == values["request_id"], request_needs.c.leaf.in_(leaves)
    )
    conn.execute(offer_needs.insert().from_select(["offer_id", "request_need_id"], mine))
    return _offers(conn, offers.c.id == offer_id)[0]


def offer(conn: Connection, offer_id: str) -> Offer | None:
    """An offer, if there is one of this id."""
    return next(iter(_offers(conn, offers.c.id == offer_id)), None)


def offers_of(conn: Connection, request_id: str) -> list[Offer]:
    """Every offer of a request, oldest first."""
    return _offers(conn, offers.c.request_id == request_id)


def open_offers_to(conn: Connection, person_id: str) -> list[Offer]:
    """The offers that wait for a volunteer's answer, oldest first."""
    return _read_offers(conn, conn.execute(OFFERS_TO, {"of_person": person_id}).all())


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


def add_task(conn: Connection, values: Mapping[str, Any], now: datetime) -> Task:
    """A new task, under way."""
    task_id = new_id(now)
    row = {"id": task_id, "status": TaskStatus.UNDER_WAY, "accepted_at": now}
    conn.execute(tasks.insert().values(**row, **values))
    return _tasks(conn, tasks.c.id == task_id)[0]


def task(conn: Connection, task_id: str) -> Task | None:
    """A task, if there is one of this id."""
    return next(iter(_tasks(conn, tasks.c.id == task_id)), None)


def task_of(conn: Connection, offer_id: str) -> Task | None:
    """The task that came of an offer."""
    return next(iter(_tasks(conn, tasks.c.offer_id == offer_id)), None)


def tasks_of(conn: Connection, person_id: str) -> list[Task]:
    """The tasks a volunteer has under way, oldest first."""
    return _read_tasks(conn, conn.execute(TASKS_OF, {"of_person": person_id}).all())


def tasks_for(conn: Connection, request_id: str) -> list[Task]:
    """The tasks under way for a request, oldest first."""
    return _tasks(conn, sa.and_(tasks.c.request_id == request_id, UNDER_WAY))


def change_task(conn: Connection, task_id: str, values: Mapping[str, Any]) -> bool:
    """Changes a task that is under way; whether it was."""
    mine = sa.and_(tasks.c.id == task_id, UNDER_WAY)
    return conn.execute(tasks.update().where(mine).values(**values)).rowcount == 1


def due_tasks(conn: Connection, now: datetime, limit: int) -> Sequence[tuple[str, str]]:
    """Tasks under way that somebody must ask about: their ids and their requests'."""
    query = sa.select(tasks.c.id, tasks.c.request_id).where(UNDER_WAY, tasks.c.next_at <= now)
    rows = conn.execute(query.order_by(tasks.c.next_at, tasks.c.id).limit(limit))
    return [(row.id, row.request_id) for row in rows]


def keep_open(conn: Connection, offer_id: str, until: datetime) -> None:
    """An open offer does not run out before a moment."""
    early = sa.and_(offers.c.id == offer_id, SENT, offers.c.expires_at < until)
    conn.execute(offers.update().where(early).values(expires_at=until))


def put_off(conn: Connection, request_id: str, until: datetime) -> None:
    """Nothing of a request's offers and tasks is due before a moment."""
    early = sa.and_(offers.c.request_id == request_id, SENT, offers.c.expires_at < until)
    conn.execute(offers.update().where(early).values(expires_at=until))
    silent = sa.and_(tasks.c.request_id == request_id, UNDER_WAY, tasks.c.next_at < until)
    conn.execute(tasks.update().where(silent).values(next_at=until))


def next_due(conn: Connection) -> list[datetime]:
    """When the next offer runs out and the next task must be asked about."""
    out = conn.scalar(sa.select(sa.func.min(offers.c.expires_at)).where(SENT))
    ask = conn.scalar(sa.select(sa.func.min(tasks.c.next_at)).where(UNDER_WAY))
    return [moment for moment in (out, ask) if moment is not None]


def busy(conn: Connection, person_ids: Iterable[str]) -> dict[str, tuple[int, int]]:
    """How many tasks and open offers volunteers have; who has none is not in it."""
    ids = list(person_ids)
    held = _counts(conn, tasks.c.person_id, ids, UNDER_WAY)
    asked = _counts(conn, offers.c.person_id, ids, SENT)
    return {one: (held.get(one, 0), asked.get(one, 0)) for one in {*held, *asked}}


def _counts(
    conn: Connection, column: sa.Column[Any], ids: list[str], which: sa.ColumnElement[bool]
) -> dict[str, int]:
    query = sa.select(column, sa.func.count()).where(column.in_(ids), which).group_by(column)
    return {row[0]: row[1] for row in conn.execute(query)}


def _offers(conn: Connection, which: sa.ColumnElement[bool]) -> list[Offer]:
    found = sa.select(*OFFER).where(which).order_by(offers.c.id)
    return _read_offers(conn, conn.execute(found).all())


def _read_offers(conn: Connection, rows: Sequence[sa.Row[Any]]) -> list[Offer]:
    leaves = _leaves(conn, [row.id for row in rows])
    return [Offer(**row._asdict(), leaves=leaves.get(row.id, [])) for row in rows]


def _tasks(conn: Connection, which: sa.ColumnElement[bool]) -> list[Task]:
    found = sa.select(*TASK).where(which).order_by(tasks.c.id)
    return _read_tasks(conn, conn.execute(found).all())


def _read_tasks(conn: Connection, rows: Sequence[sa.Row[Any]]) -> list[Task]:
    leaves = _leaves(conn, [row.offer_id for row in rows])
    return [Task(**row._asdict(), leaves=leaves.get(row.offer_id, [])) for row in rows]


def _leaves(conn: Connection, offer_ids: list[str]) -> dict[str, list[Leaf]]:
    if not offer_ids:
        return {}
    found: dict[str, set[Leaf]] = {}
    for offer_id, leaf in conn.execute(LEAVES, {"offer_ids": offer_ids}):
        found.setdefault(offer_id, set()).add(leaf)
    return {one: [leaf for leaf in Leaf if leaf in mine] for one, mine in found.items()}
