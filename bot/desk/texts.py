"""Free texts to be read: how many wait, then their words for who reads them, then read."""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote

from fastapi import Response

from api.vocabulary import AlertKind
from bot.desk.visit import Visit
from bot.service import texts as wire

PAGE = "/desk/texts"
FEARS: tuple[Literal[AlertKind.DANGER, AlertKind.FLAG], ...] = (AlertKind.DANGER, AlertKind.FLAG)
"""What may be raised; a button of each sends the text's id by this name."""
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


async def alert(visit: Visit) -> Response:
    """Whoever read these words fears for who wrote them: the safeguarding lead is told."""
    kind = next((one for one in FEARS if visit.one(one.value)), None)
    if kind is None:
        return visit.go(PAGE, "check_entry")
    text_id = quote(visit.one(kind.value), safe="")
    raised = await visit.client.call(
        "POST", f"/v1/texts/{text_id}/alert", wire.FearIn(kind=kind), wire.Raised
    )
    return visit.go(f"/desk/alerts/{raised.alert_id}", "alert_raised")


async def _page(visit: Visit, texts: list[wire.TextOut] | None = None) -> Response:
    waiting = await visit.client.call("GET", "/v1/texts", None, wire.TextsWaiting)
    return visit.frame.page("texts", said=visit.said, waiting=waiting, texts=texts)
