"""Pauses of intake: where new requests wait until a date, made and ended by coordinators."""

from __future__ import annotations

from datetime import datetime

from fastapi import Response

from bot.desk.placing import placed
from bot.desk.visit import Visit
from bot.service import Around, PauseIn, PauseList, PauseOut, Problem

PAGE = "/desk/intake"
RADII = (1, 2, 5, 10, 20)
"""Kilometres around a place."""


async def show(visit: Visit) -> Response:
    """What is paused now, and a form to pause more."""
    return await _page(visit)


async def pause(visit: Visit) -> Response:
    """A pause begins; what was typed stays when something of it cannot be used."""
    until, reason = _moment(visit), visit.one("reason", 300)
    if until is None or until <= visit.now:
        return await _page(visit, refused="date")
    if not reason:
        return await _page(visit, refused="reason")
    around = None
    if visit.one("where", 10) != "everywhere":
        around = await _around(visit)
        if around is None:
            return await _page(visit, refused="place")
    wanted = PauseIn(around=around, until_at=until, reason=reason)
    await visit.client.call("POST", "/v1/intake-pauses", wanted, PauseOut)
    return visit.go(PAGE, "paused")


async def end(visit: Visit) -> Response:
    """Intake reopens now."""
    path = f"/v1/intake-pauses/{visit.path['pause_id']}/end"
    await visit.client.call("POST", path, None, PauseOut)
    return visit.go(PAGE, "reopened")


def _moment(visit: Visit) -> datetime | None:
    """The date and the time as they are here; None for none."""
    try:
        at = datetime.fromisoformat(f"{visit.one('date', 10)}T{visit.one('time', 5) or '08:00'}")
    except ValueError:
        return None
    return at.replace(tzinfo=visit.frame.words.zone)


async def _around(visit: Visit) -> Around | None:
    """The place that was typed, and how far around it; None if that is not one for certain."""
    place, radius = visit.one("place", 300), visit.one("radius", 2)
    if not place or radius not in {str(one) for one in RADII}:
        return None
    try:
        one, _ = await placed(visit, place)
    except Problem:
        return None
    if one is None:
        return None
    metres = int(radius) * 1000
    return Around(latitude=one.latitude, longitude=one.longitude, radius_m=metres)


async def _page(visit: Visit, *, refused: str = "") -> Response:
    pauses = await visit.client.call("GET", "/v1/intake-pauses", None, PauseList)
    names = ("where", "place", "radius", "date", "time", "reason")
    return visit.frame.page(
        "intake",
        422 if refused else 200,
        said=visit.said,
        pauses=pauses.items,
        radii=RADII,
        refused=refused,
        typed={name: visit.one(name, 300) for name in names},
    )
