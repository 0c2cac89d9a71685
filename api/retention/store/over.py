"""What is over: for each personal column, the rows whose use ended before a moment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from api.database.tables.auth import tokens
from api.database.tables.calls import calls
from api.database.tables.groups import groups, volunteers
from api.database.tables.inbound import inbound
from api.database.tables.notices import notices
from api.database.tables.people import addresses, alerts, blocked_pairs, people
from api.database.tables.places import geocoded
from api.database.tables.recordings import recordings
from api.database.tables.requests import requests, tasks
from api.database.tables.sessions import sessions
from api.database.tables.texts import texts
from api.retention.store.held import Test, about_nothing_open, nobody_waits_at


@dataclass(frozen=True, slots=True)
class Over:
    """What ended before `cutoff`; `spared` are addresses that the settings name."""

    cutoff: datetime
    spared: Collection[str] = ()


def _said(over: Over) -> Test:
    return sa.and_(inbound.c.settled_at < over.cutoff, nobody_waits_at(inbound.c.address_id))


def _spoken(over: Over) -> Test:
    """With its call; one that belongs to none waits for its message to be answered, no longer."""
    closed = sa.select(calls.c.id).where(calls.c.closed_at < over.cutoff)
    unanswered = sa.select(inbound.c.id).where(inbound.c.settled_at.is_(None))
    nobodys = sa.and_(
        recordings.c.call_id.is_(None),
        recordings.c.said_at < over.cutoff,
        recordings.c.id.not_in(unanswered),
    )
    return sa.or_(recordings.c.call_id.in_(closed), nobodys)


def _told(over: Over) -> Test:
    """A quiet notice is for a page only and never sent: it ends when it is made."""
    ended_at = sa.func.coalesce(
        notices.c.ended_at, sa.case((notices.c.quiet.is_(True), notices.c.created_at))
    )
    return sa.and_(
        sa.type_coerce(ended_at, notices.c.ended_at.type) < over.cutoff,
        about_nothing_open(),
        nobody_waits_at(notices.c.address_id),
    )


def _silent(over: Over) -> Test:
    return sa.and_(sessions.c.silent_since < over.cutoff, nobody_waits_at(sessions.c.address_id))


def _people(over: Over) -> Test:
    """Everything a person's name, number and addresses served is over.

    They wrote nothing since, belong to no group, act with no token, nothing waits for them, and
    they are not kept apart from anybody: who was forgotten could not be kept apart any more.
    """
    mine, since = people.c.id, over.cutoff
    theirs = sa.or_(requests.c.resident_id == mine, requests.c.asked_by == mine)
    apart = sa.or_(blocked_pairs.c.resident_id == mine, blocked_pairs.c.volunteer_id == mine)
    return sa.and_(
        people.c.created_at < since,
        ~sa.exists().where(theirs, _since(requests.c.closed_at, since)),
        ~sa.exists().where(calls.c.person_id == mine, _since(calls.c.closed_at, since)),
        ~sa.exists().where(alerts.c.person_id == mine, _since(alerts.c.closed_at, since)),
        ~sa.exists().where(tasks.c.person_id == mine, _since(tasks.c.ended_at, since)),
        ~sa.exists().where(volunteers.c.person_id == mine, _since(volunteers.c.left_at, since)),
        ~sa.exists().where(groups.c.leader_id == mine, _since(groups.c.closed_at, since)),
        ~sa.exists().where(tokens.c.person_id == mine, _works(since)),
        ~sa.exists().where(apart),
        ~_reached(mine, over),
    )


def _since(ended_at: sa.Column[Any], cutoff: datetime) -> Test:
    return sa.or_(ended_at.is_(None), ended_at >= cutoff)


def _works(cutoff: datetime) -> Test:
    return sa.and_(tokens.c.revoked_at.is_(None), tokens.c.expires_at >= cutoff)


def _reached(person_id: sa.Column[Any], over: Over) -> Test:
    """Something came from an address of the person, or something still waits for one."""
    own = addresses.alias("own")
    unsent = sa.exists().where(
        notices.c.address_id == own.c.id, notices.c.ended_at.is_(None), notices.c.quiet.is_(False)
    )
    unsettled = sa.exists().where(inbound.c.address_id == own.c.id, inbound.c.settled_at.is_(None))
    used = sa.or_(
        own.c.heard_at >= over.cutoff,
        own.c.created_at >= over.cutoff,
        own.c.id.in_(over.spared),
        unsent,
        unsettled,
    )
    return sa.exists().where(own.c.person_id == person_id, used)


def _addresses(over: Over) -> Test:
    """Of a person who is gone, or of the chat of a group that was closed."""
    gone = sa.select(people.c.id).where(_people(over))
    closed = sa.select(groups.c.id).where(groups.c.closed_at < over.cutoff)
    chat = sa.and_(addresses.c.person_id.is_(None), addresses.c.group_id.in_(closed))
    return sa.or_(addresses.c.person_id.in_(gone), chat)


OVER: Mapping[tuple[str, str], Callable[[Over], Test]] = {
    ("people", "name"): _people,
    ("people", "phone"): _people,
    ("people", "contact"): _people,
    ("people", "profile"): _people,
    ("addresses", "address"): _addresses,
    ("alerts", "words"): lambda over: alerts.c.closed_at < over.cutoff,
    ("alerts", "why"): lambda over: alerts.c.closed_at < over.cutoff,
    ("alerts", "note"): lambda over: alerts.c.closed_at < over.cutoff,
    ("requests", "place"): lambda over: requests.c.closed_at < over.cutoff,
    ("requests", "details"): lambda over: requests.c.closed_at < over.cutoff,
    ("requests", "remark"): lambda over: requests.c.closed_at < over.cutoff,
    ("calls", "note"): lambda over: calls.c.closed_at < over.cutoff,
    ("sessions", "state"): _silent,
    ("inbound", "body"): _said,
    ("texts", "words"): lambda over: texts.c.read_at < over.cutoff,
    ("recordings", "audio"): _spoken,
    ("notices", "values"): _told,
    ("geocoded", "answer"): lambda over: geocoded.c.asked_at < over.cutoff,
}
