"""Nights of a small district: the watch at work, and what coordinators were told by it."""

from datetime import UTC, datetime

import sqlalchemy as sa

from api.addresses import service as addresses
from api.groups import service as groups
from api.groups.schemas import GroupChange
from api.notices import service as notices
from api.places import service as places
from api.places.schemas import PlaceIn
from api.vocabulary import Accommodation, Leaf, NoticeCode
from api.watch import worker
from tests.api.district import DAY, HOME, group
from tests.api.world import settings

NIGHT = datetime(2026, 3, 5, 3, 0, tzinfo=UTC)
"""The first one after NOW of the district, a Thursday."""
SETTINGS = settings()
WATCHED = frozenset(
    {NoticeCode.COVERAGE_LOST, NoticeCode.COVERAGE_BACK, NoticeCode.OFFERS_UNANSWERED}
)


def gazetteer(conn, *names, now=NIGHT):
    """Places one beside the other, a cell between each two; the first is home."""
    spots = [
        PlaceIn(name=name, latitude=HOME[0], longitude=HOME[1] + number * 0.012)
        for number, name in enumerate(names)
    ]
    places.replace(conn, spots, now=now)


def since(conn, now=NIGHT - DAY / 2):
    """The watch is there from now on."""
    assert not worker.due(conn, now, SETTINGS)


def night(conn, now=NIGHT):
    """All the work of a night; how many batches it took."""
    batches = 0
    while worker.due(conn, now, SETTINGS):
        batches += 1
    return batches


def heard(conn):
    """What the coordinator is told by the watch, oldest first: codes and values."""
    address = addresses.from_setting(conn, SETTINGS.coordinators[0], now=NIGHT)
    waiting = notices.waiting(conn, address.id)
    return [(one.code, one.values) for one in waiting if one.code in WATCHED]


def pause(conn, group_id, now=NIGHT):
    """The group helps nobody for a month."""
    groups.change(conn, group_id, GroupChange(paused_until=now + 30 * DAY), now=now)


def district(conn):
    """One place and a group that does meals there; the watch is on since noon. Its id."""
    gazetteer(conn, "Garden Road")
    since(conn)
    return group(conn, "Elm", leaves=[Leaf.MEAL], able=[Accommodation.WHEELCHAIR])


def count(conn, table):
    """How many rows there are."""
    return conn.scalar(sa.select(sa.func.count()).select_from(table))
