"""How a phone call is safe for somebody, noted by whoever talks with them."""

from __future__ import annotations

from fastapi import Response

from api.vocabulary import PartOfDay
from bot.desk.taking import page_of
from bot.desk.visit import Visit
from bot.service import Contact


async def keep(visit: Visit) -> Response:
    """What they said replaces what was known; who must not be rung is written to from now on."""
    said = visit.one("may_call", 3)
    contact = Contact(
        may_call="yes" if said == "yes" else "no" if said == "no" else "",
        when=tuple(part for part in PartOfDay if part in visit.form.get("when", ())),
        leave_message=visit.one("leave_message") == "yes",
        who_answers=visit.one("who_answers", 80),
        borrowed=visit.one("borrowed") == "yes",
    )
    await visit.client.contact(visit.path["call_id"], contact)
    return visit.go(page_of(visit.path["call_id"]), "saved", "contact")
