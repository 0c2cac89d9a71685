"""SQL over the tables of other features, read only: places, recent requests, offers, languages."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.tables.groups import groups
from api.database.tables.places import places
from api.database.tables.requests import offers, request_needs, requests
from api.places.rules import Point
from api.vocabulary import Leaf, OfferStatus

OPEN_GROUP = groups.c.closed_at.is_(None)


def spots(conn: Connection) -> list[tuple[str, Point]]:
    """The places of the gazetteer, in the order of their coming."""
    query = sa.select(places.c.name, places.c.latitude, places.c.longitude).order_by(places.c.id)
    return [(name, (latitude, longitude)) for name, latitude, longitude in conn.execute(query)]


def spot(conn: Connection, name: str) -> Point | None:
    """Where the place of a name is; None for an unknown one."""
    query = sa.select(places.c.latitude, places.c.longitude).where(places.c.name == name)
    row = conn.execute(query.order_by(places.c.id).limit(1)).first()
    return None if row is None else (row.latitude, row.longitude)


def asked(conn: Connection, since: datetime) -> dict[str, dict[Leaf, int]]:
    """How many requests came from each area for each leaf; nobody is in it."""
    number = sa.func.count(sa.distinct(requests.c.id))  # a relay's need has two parts
    query = (
        sa.select(requests.c.area, request_needs.c.leaf, number)
        .join(request_needs, request_needs.c.request_id == requests.c.id)
        .where(requests.c.created_at >= since, requests.c.area != "")
        .group_by(requests.c.area, request_needs.c.leaf)
    )
    found: dict[str, dict[Leaf, int]] = {}
    for area, leaf, number in conn.execute(query):
        found.setdefault(area, {})[leaf] = number
    return found


def languages(conn: Connection, since: datetime) -> dict[str, int]:
    """Languages as they are written, of open groups and of recent requests, with how often."""
    found: dict[str, int] = {}
    for spoken, number in conn.execute(
        sa.select(groups.c.languages, sa.func.count())
        .where(OPEN_GROUP)
        .group_by(groups.c.languages)
    ):
        for language in spoken:
            found[language] = found.get(language, 0) + number
    query = sa.select(requests.c.language, sa.func.count()).where(requests.c.created_at >= since)
    for language, number in conn.execute(query.group_by(requests.c.language)):
        found[language] = found.get(language, 0) + number
    return found


def offers_by_area(conn: Connection, since: datetime) -> dict[str, list[tuple[str, OfferStatus]]]:
    """The offers made since a moment by the area of their request, each with its request."""
    query = (
        sa.select(requests.c.area, offers.c.request_id, offers.c.status)
        .join(requests, requests.c.id == offers.c.request_id)
        .where(offers.c.sent_at >= since, requests.c.area != "")
    )
    found: dict[str, list[tuple[str, OfferStatus]]] = {}
    for area, request_id, status in conn.execute(query):
        found.setdefault(area, []).append((request_id, status))
    return found


def asked_groups(conn: Connection, since: datetime, limit: int) -> list[sa.Row[Any]]:
    """Open groups with the offers made to them since a moment; who has most of them first."""
    mine = sa.and_(offers.c.group_id == groups.c.id, offers.c.sent_at >= since)
    many = sa.func.count(offers.c.id).label("offers")
    status = sa.type_coerce(offers.c.status, sa.Text)
    yes = sa.func.count(sa.case((status == OfferStatus.ACCEPTED.value, 1))).label("accepted")
    query = (
        sa.select(groups.c.id, groups.c.name, groups.c.capacity, many, yes)
        .select_from(groups.outerjoin(offers, mine))
        .where(OPEN_GROUP)
        .group_by(groups.c.id, groups.c.name, groups.c.capacity)
        .order_by(many.desc(), groups.c.id)
    )
    return list(conn.execute(query.limit(limit)))
