"""How far a request is, by its needs; what lists are ordered by; who of the waiting is next."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from api.places.rules import Point, to_wgs84
from api.requests.schemas import Place
from api.vocabulary import Arrival, Datum, RequestStatus, Urgency

GOING = (RequestStatus.OPEN, RequestStatus.OFFERED, RequestStatus.TAKEN)
"""Needs that are not at their end, the least advanced first."""
WAITING = (RequestStatus.OPEN, RequestStatus.OFFERED)
"""Needs that nobody took yet."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def derive_status(needs: Iterable[RequestStatus]) -> RequestStatus:
    """The status of a request: of its least advanced need, or how its needs ended together.

    Cancelled needs count only when there are no others; different ends are `partly`.
    ValueError for a request without needs.
    """
    statuses = set(needs)
    if not statuses:
        raise ValueError("a request has at least one need")
    for status in GOING:
        if status in statuses:
            return status
    ended = statuses - {RequestStatus.CANCELLED} or statuses
    return ended.pop() if len(ended) == 1 else RequestStatus.PARTLY


def after_arrival(needs: Iterable[RequestStatus], arrival: Arrival) -> RequestStatus | None:
    """What the needs somebody took become by what the resident says; None leaves them.

    Help that did not arrive leaves them too: whether it is looked for again, dispatch decides.
    """
    if arrival is Arrival.NO:
        return None
    if arrival is Arrival.DONE or not set(needs) <= {*WAITING, RequestStatus.CANCELLED}:
        return RequestStatus(arrival)
    return None


def confirmed_of(needs: Iterable[RequestStatus]) -> tuple[RequestStatus, ...]:
    """Which needs a resident speaks of: those that somebody took; all, if nobody took any."""
    taken = (RequestStatus.TAKEN, RequestStatus.DONE, RequestStatus.PARTLY)
    return taken if set(taken) & set(needs) else WAITING


def wgs84(place: Place) -> Place:
    """The place with its coordinate in WGS-84; its own words stay."""
    if place.latitude is None or place.longitude is None:
        return place.model_copy(update={"datum": Datum.WGS84})
    latitude, longitude = to_wgs84(place.latitude, place.longitude, place.datum)
    moved = {"latitude": latitude, "longitude": longitude, "datum": Datum.WGS84}
    return place.model_copy(update=moved)


def point_of(place: Place) -> Point | None:
    """The coordinate of a place in WGS-84, if it has one."""
    there = wgs84(place)
    if there.latitude is None or there.longitude is None:
        return None
    return there.latitude, there.longitude


def cursor_of(queued_at: datetime, request_id: str) -> str:
    """Where a page of a list ends, for the client to bring back."""
    microseconds = (queued_at - EPOCH) // timedelta(microseconds=1)
    return urlsafe_b64encode(f"{microseconds}.{request_id}".encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> tuple[datetime, str]:
    """What `cursor_of` put into a cursor; ValueError for anything else."""
    try:
        text = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        microseconds, request_id = text.split(".")
        return EPOCH + timedelta(microseconds=int(microseconds)), request_id
    except (binascii.Error, ValueError, OverflowError) as error:
        raise ValueError("this is no cursor of ours") from error


RARITY_CAP = 20
"""So many able groups are as many as any: beyond it a need is common. Our own figure."""
LEVEL = {Urgency.NOW: 1, Urgency.TODAY: 3, Urgency.WEEK: 4, Urgency.LATER: 5}
"""Where each urgency begins in the drain order, the smallest first."""
OVERDUE = {Urgency.NOW: 0, Urgency.TODAY: 2, Urgency.WEEK: 2, Urgency.LATER: 2}
"""How far waiting can lift each: nothing passes what is urgent now, and nothing waits for ever."""

Drain = tuple[int, int, datetime, str]


def level(urgency: Urgency, waited: timedelta, usual: Mapping[Urgency, timedelta]) -> int:
    """One step nearer to the front each time the usual wait of its urgency has passed again."""
    return max(OVERDUE[urgency], LEVEL[urgency] - max(0, waited // usual[urgency]))


def drain(
    urgency: Urgency,
    rarity: int | None,
    queued: tuple[datetime, str],
    now: datetime,
    usual: Mapping[Urgency, timedelta],
) -> Drain:
    """Who is served first, the smallest: by urgency, then the fewest able groups, then age.

    `rarity` is how many groups are able, None while nobody counted; `queued`: since when, and the
    request's id. Whoever is overdue goes by age alone, so that no stream of rarer needs, nor of
    more urgent ones but those of now, keeps anybody for ever.
    """
    at, request_id = queued
    stands = level(urgency, now - at, usual)
    counted = RARITY_CAP if rarity is None else min(rarity, RARITY_CAP)
    return (stands, 0 if stands == OVERDUE[urgency] else counted, at, request_id)


def levels(
    now: datetime, usual: Mapping[Urgency, timedelta]
) -> list[tuple[Urgency, datetime, int]]:
    """Who joined the queue until a moment stands at least at this level, the best level first."""
    return [
        (urgency, now - step * usual[urgency], LEVEL[urgency] - step)
        for urgency in Urgency
        for step in range(LEVEL[urgency] - OVERDUE[urgency], -1, -1)
    ]
