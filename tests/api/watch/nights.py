"""Nights of a small district: the watch at work, and what coordinators were told by it."""

from datetime import UTC, datetime

from api.addresses import service as addresses
from api.notices import service as notices
from api.places import service as places
from api.places.schemas import PlaceIn
from api.vocabulary import NoticeCode
from api.watch import worker
from tests.api.district import DAY, HOME
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
