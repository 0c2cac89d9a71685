"""The queue: danger first, then calls, unfinished and open requests; nobody is named on it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from fastapi import Response
from fastapi.responses import RedirectResponse

from api.vocabulary import LEAVES, OPEN_STATUSES, WAITING_STATUSES, RequestStatus, Role, Urgency
from bot.desk.listing import ENDED, filters_of, page_of
from bot.desk.page import HEADERS
from bot.desk.visit import Visit
from bot.service import texts, watch


async def show(visit: Visit) -> Response:
    """The whole queue for coordinators; for callers danger and calls."""
    client = visit.client
    alerts, calls, waiting = await asyncio.gather(
        client.alerts(), client.calls(), client.waiting()
    )
    chosen = filters_of(visit.query)
    shown: dict[str, Any] = {
        "alerts": alerts.items,
        "calls": calls.items,
        "waiting": waiting,
        "chosen": chosen,
    }
    if not visit.frame.coordinator:
        return visit.frame.page("queue", said=visit.said, **shown)
    found, unfinished, unread, alarms = await asyncio.gather(
        page_of(client, chosen),
        client.unfinished(),
        client.call("GET", "/v1/texts", None, texts.TextsWaiting),
        client.call("GET", "/v1/alarms", None, watch.AlarmList),
    )
    return visit.frame.page(
        "queue",
        said=visit.said,
        **shown,
        requests=found.items,
        next=_link(found.next) if found.next else "",
        unfinished=unfinished.items,
        texts=unread,
        cover=len({one.area for one in alarms.items if one.acknowledged_at is None}),
        may_read=visit.me.role is Role.COORDINATOR,
        urgencies=list(Urgency),
        statuses=[*OPEN_STATUSES, *(one for one in RequestStatus if one in ENDED)],
        needs=LEAVES,
        untaken=WAITING_STATUSES,
        urgency_links=_urgency_links(chosen),
    )


async def choose(visit: Visit) -> Response:
    """On to the queue as it was chosen: what else was typed stands in no address."""
    chosen = filters_of({name: visit.one(name) for name in visit.form})
    return RedirectResponse(_link(chosen), 303, headers=HEADERS)


def _urgency_links(chosen: dict[str, str]) -> dict[Urgency, str]:
    """One press to what is wanted soonest, the other filters kept."""
    kept = {name: code for name, code in chosen.items() if name in {"status", "leaf"}}
    return {one: _link({**kept, "urgency": one}) for one in Urgency}


def _link(filters: Mapping[str, str]) -> str:
    return f"/desk?{urlencode(filters)}#requests" if filters else "/desk#requests"
