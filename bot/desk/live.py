"""Tells an open page of a call in writing that the conversation went on: one event, and again.

Each answer holds one server-sent event, after which the browser asks anew: nothing stays open
for longer than any other page of the desk waits, and a page that is gone is not waited for.
"""

from __future__ import annotations

from fastapi import Response

from bot.desk.client import ANSWER_S
from bot.desk.page import HEADERS
from bot.desk.visit import Visit
from bot.service import Problem

EVENTS = "text/event-stream"
AGAIN_MS = 500
"""After so long a browser asks again."""

DIGITS = 12
"""No conversation takes more turns than fit in so many."""


async def events(visit: Visit) -> Response:
    """An event as soon as there are more turns than the page has seen; nothing of what was said.

    `seen` is how many it was made with.
    """
    seen = visit.query.get("seen", "")
    after = int(seen) if seen.isdecimal() and len(seen) <= DIGITS else 0
    try:
        count = await visit.client.turns(visit.path["call_id"], after, ANSWER_S)
    except Problem as problem:  # given back, or somebody else's by now: the page will say so
        return Response(status_code=problem.status, headers=HEADERS)
    news = f"event: said\ndata: {count}\n\n" if count > after else ": still here\n\n"
    return Response(f"retry: {AGAIN_MS}\n\n{news}", headers=HEADERS, media_type=EVENTS)
