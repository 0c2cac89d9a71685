"""Free texts to be read: how many wait, then their words for who reads them, then read."""

from __future__ import annotations

from fastapi import Response

from bot.desk.visit import Visit
from bot.service import texts as wire

PAGE = "/desk/texts"
MOST = 300
"""So many are shown and marked at once."""


async def show(visit: Visit) -> Response:
    """How many wait and for how long; no words."""
    return await _page(visit)


async def reveal(visit: Visit) -> Response:
    """The oldest ones with their words, on this one page only; the audit keeps who read them."""
    limit = MOST if visit.one("all", 5) else 50
    found = await visit.client.call(
        "POST", "/v1/texts/show", wire.ShowIn(limit=limit), wire.TextList
    )
    return await _page(visit, found.items)


async def read(visit: Visit) -> Response:
    """These were read; what somebody else read meanwhile stays as it is."""
    ids = visit.form.get("id", ())
    if not ids:
        return visit.go(PAGE, "check_entry")
    await visit.client.call(
        "POST", "/v1/texts/read", wire.ReadIn(ids=list(ids)[:MOST]), wire.ReadOut
    )
    return visit.go(PAGE, "texts_read")


async def _page(visit: Visit, texts: list[wire.TextOut] | None = None) -> Response:
    waiting = await visit.client.call("GET", "/v1/texts", None, wire.TextsWaiting)
    return visit.frame.page("texts", said=visit.said, waiting=waiting, texts=texts)
