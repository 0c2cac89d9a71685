"""One request: what it needs, who was asked and why, and what may be done about it."""

from __future__ import annotations

import asyncio

from fastapi import Response

from api.vocabulary import WAITING_STATUSES, Arrival
from bot.desk.looked import SHOWN, difference, lacks_in_words, load_code
from bot.desk.visit import Visit
from bot.service import RequestPrivate

CLOSE_REASONS = (
    "no_longer_needed",
    "helped_otherwise",
    "asked_twice",
    "nobody_able",
    "not_for_us",
)
"""Why a request is closed: codes, so that no free text about a person is kept there."""


async def show(visit: Visit, private: RequestPrivate | None = None) -> Response:
    """The request; who and where only after a press of "show details"."""
    request_id = visit.path["request_id"]
    request, course = await asyncio.gather(
        visit.client.request(request_id), visit.client.course(request_id)
    )
    now = None
    if visit.query.get("again"):
        now = await visit.client.match(request_id, SHOWN)
    last = course.waves[-1] if course.waves else None
    return visit.frame.page(
        "request",
        said=visit.said,
        request=request,
        course=course,
        private=private,
        reasons=CLOSE_REASONS,
        arrivals=list(Arrival),
        untaken=WAITING_STATUSES,
        now=now,
        difference=difference(last, now.together) if last and now else None,
        load_code=load_code,
        lacks=lacks_in_words(visit.frame.words),
    )


async def reveal(visit: Visit) -> Response:
    """Who and where, on this one page only; the audit keeps that it was read."""
    return await show(visit, await visit.client.private(visit.path["request_id"]))


async def close(visit: Visit) -> Response:
    """Close with a reason."""
    reason, path = visit.one("reason"), f"/desk/requests/{visit.path['request_id']}"
    if reason not in CLOSE_REASONS:
        return visit.go(path, "check_entry")
    await visit.client.cancel(visit.path["request_id"], reason)
    return visit.go(path, "saved")


async def confirm(visit: Visit) -> Response:
    """Keep what the resident said of the help."""
    said, path = visit.one("arrival"), f"/desk/requests/{visit.path['request_id']}"
    if said not in set(Arrival):
        return visit.go(path, "check_entry")
    await visit.client.confirm(visit.path["request_id"], Arrival(said))
    return visit.go(path, "saved")
