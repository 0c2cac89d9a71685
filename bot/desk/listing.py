"""Which requests a page of the queue lists: what is wanted soonest first, each of them once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from api.vocabulary import OPEN_STATUSES, Leaf, RequestStatus, Urgency
from bot.desk.client import Client
from bot.service import RequestOut

PAGE = 50
"""Open requests on one page."""

FILTERS: dict[str, frozenset[str]] = {
    "status": frozenset(RequestStatus),
    "urgency": frozenset(Urgency),
    "leaf": frozenset(Leaf),
    "on": frozenset(Urgency),
}
"""What an address may filter by; `on` is the urgency that a page goes on with."""

ENDED = frozenset(RequestStatus) - frozenset(OPEN_STATUSES)


@dataclass(frozen=True, slots=True)
class Found:
    """Requests of one page; `next` are the filters of the page that follows, if any does."""

    items: tuple[RequestOut, ...]
    next: Mapping[str, str] | None


def filters_of(query: Mapping[str, str]) -> dict[str, str]:
    """The filters of an address that mean something; the others are left out."""
    chosen = {name: code for name, codes in FILTERS.items() if (code := query.get(name)) in codes}
    digits = re.sub(r"\D", "", query.get("receipt", ""))
    cursor = query.get("cursor", "")
    return {
        **{name: str(code) for name, code in chosen.items()},
        **({"receipt": digits} if len(digits) == 8 else {}),  # noqa: PLR2004 - a receipt's digits
        **({"cursor": cursor} if re.fullmatch(r"[\w-]{1,120}", cursor) else {}),
    }


async def page_of(client: Client, chosen: Mapping[str, str]) -> Found:
    """Urgency after urgency, the oldest first, until the page is full.

    Only open ones, unless a receipt or an ended status is asked for.
    """
    any_age = "receipt" in chosen or chosen.get("status") in ENDED
    wanted = {} if any_age else {"closed": "false"}
    wanted |= {
        name: code for name, code in chosen.items() if name in {"status", "leaf", "receipt"}
    }
    kept = {name: code for name, code in chosen.items() if name not in {"on", "cursor"}}
    levels, cursor = _levels(chosen), chosen.get("cursor", "")
    items: list[RequestOut] = []
    for level in levels:
        room = PAGE - len(items)
        asked = {**wanted, "urgency": level, "limit": str(room or 1)}
        page = await client.requests({**asked, **({"cursor": cursor} if cursor else {})})
        if page.items and not room:
            return Found(tuple(items), {**kept, "on": level})
        items += page.items
        if page.next:
            return Found(tuple(items), {**kept, "on": level, "cursor": page.next})
        cursor = ""
    return Found(tuple(items), None)


def _levels(chosen: Mapping[str, str]) -> list[str]:
    """The urgencies that are still to be listed, the soonest first."""
    if "urgency" in chosen:
        return [chosen["urgency"]]
    every = [str(urgency) for urgency in Urgency]
    return every[every.index(chosen["on"]) :] if "on" in chosen else every
