"""Scripts filled in so far, of no call: of a request, and of one that was begun and rests.

For coordinators; that it was read is in the audit, and no address has a word of it.
"""

from __future__ import annotations

from dataclasses import replace

from fastapi import Response

import locales
from bot.desk.scripts import given
from bot.desk.visit import Visit
from bot.script import Known, Order, ScriptKind, known_of_request, known_of_state


async def of_request(visit: Visit) -> Response:
    """The script of a request, with all that was answered for it."""
    told = await visit.client.private(visit.path["request_id"])
    return await _given(visit, "ask", told.request.language, known_of_request(told))


async def of_unfinished(visit: Visit) -> Response:
    """The script of a conversation that rests in the middle, as far as it came."""
    history = await visit.client.history(visit.path["address_id"])
    form, answers = known_of_state(history.session.state)
    name = next(iter(answers.get("my_name", ())), "")
    return await _given(visit, form or "ask", history.language, Known(name, answers=answers))


async def _given(visit: Visit, form: str, language: str, known: Known) -> Response:
    order = Order(
        form,
        locales.language_of(language).code,
        visit.frame.words.catalog.language,
        ScriptKind.CALL_BACK,
        known=replace(known, caller=visit.me.name.split(" ")[0], at=visit.now),
    )
    return await given(visit, order, visit.one("as"))
