"""The queue: danger first, then calls, unfinished and open requests; nobody is named on it."""

from __future__ import annotations

import asyncio
import re
from typing import Any
from urllib.parse import urlencode

from fastapi import Response

from api.vocabulary import (
    LEAVES,
    OPEN_STATUSES,
    Leaf,
    RequestStatus,
    Urgency,
)
from bot.desk.visit import Visit
from bot.service import RequestPage

PAGE = 50
"""Open requests on one page."""

FILTERS: dict[str, frozenset[str]] = {
    "status": frozenset(RequestStatus),
    "urgency": frozenset(Urgency),
    "leaf": frozenset(Leaf),
}
ENDED = frozenset(RequestStatus) - frozenset(OPEN_STATUSES)


async def show(visit: Visit) -> Response:
    """The whole queue for coordinators; for callers danger and calls."""
    client = visit.client
    alerts, calls, waiting = await asyncio.gather(
        client.alerts(), client.calls(), client.waiting()
    )
    chosen = filters_of(visit)
    shown: dict[str, Any] = {
        "alerts": alerts.items,
        "calls": calls.items,
        "waiting": waiting,
        "chosen": chosen,
    }
    if not visit.frame.coordinator:
        return visit.frame.page("queue", said=visit.said, **shown)
    page, unfinished = await asyncio.gather(_requests(visit, chosen), client.unfinished())
    return visit.frame.page(
        "queue",
        said=visit.said,
        **shown,
        requests=page.items,
        next=_next(page, chosen),
        unfinished=unfinished.items,
        urgencies=list(Urgency),
        statuses=[*OPEN_STATUSES, *(one for one in RequestStatus if one in ENDED)],
        needs=LEAVES,
        urgency_links=_urgency_links(chosen),
    )


def filters_of(visit: Visit) -> dict[str, str]:
    """The filters of the page's address that mean something; the others are left out."""
    chosen = {
        name: code for name, codes in FILTERS.items() if (code := visit.query.get(name)) in codes
    }
    digits = re.sub(r"\D", "", visit.query.get("receipt", ""))
    cursor = visit.query.get("cursor", "")
    return {
        **{name: str(code) for name, code in chosen.items()},
        **({"receipt": digits} if len(digits) == 8 else {}),  # noqa: PLR2004 - a receipt's digits
        **({"cursor": cursor} if re.fullmatch(r"[\w-]{1,120}", cursor) else {}),
    }


async def _requests(visit: Visit, chosen: dict[str, str]) -> RequestPage:
    """Open ones, unless a receipt or an ended status is asked for."""
    any_age = "receipt" in chosen or chosen.get("status") in ENDED
    open_only = {} if any_age else {"closed": "false"}
    return await visit.client.requests({**chosen, **open_only, "limit": str(PAGE)})


def _next(page: RequestPage, chosen: dict[str, str]) -> str:
    return f"/desk?{urlencode({**chosen, 'cursor': page.next})}#requests" if page.next else ""


def _urgency_links(chosen: dict[str, str]) -> dict[Urgency, str]:
    """One press to what is wanted soonest, the other filters kept."""
    kept = {name: code for name, code in chosen.items() if name in {"status", "leaf"}}
    return {one: f"/desk?{urlencode({**kept, 'urgency': one})}#requests" for one in Urgency}
