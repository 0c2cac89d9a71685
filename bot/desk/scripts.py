"""Scripts at the desk: blank ones to print, that of a held call, and the day sheet of all calls.

What is filled in comes only as the answer to a form that was sent: no address has a word of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from fastapi import Response
from fastapi.responses import HTMLResponse

import locales
from accessibility.profile import face_of
from accessibility.script import NoPdf, Script, as_page, as_pdf, as_plain
from api.vocabulary import CallReason
from bot.desk.calls import is_mine
from bot.desk.page import HEADERS, STYLE_AT
from bot.desk.spoken import values_of_offer
from bot.desk.visit import Visit
from bot.forms import FORMS
from bot.script import (
    Known,
    Order,
    OrderError,
    ScriptKind,
    checked,
    compose,
    known_of_request,
    known_of_state,
)
from bot.service import CallDetail, CallOut, Problem
from bot.xlsform import workbook_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FOLLOWS = frozenset({CallReason.NOT_ARRIVED, CallReason.FOLLOW_UP})
"""Calls in which it is asked how the help went."""

USUAL = {CallReason.PHONE_ONLY: "offer", CallReason.INVITED: "enrol"}
"""What is asked in a call in which nothing is under way; in all others, what they need."""


async def show(visit: Visit) -> Response:
    """Which script is wanted; nothing in it is about anybody."""
    words = visit.frame.words
    return visit.frame.page(
        "scripts",
        forms=[(name, words.catalog.say(f"sheet-title-{name}")) for name in FORMS],
        kinds=[(one.value, words.catalog.say(f"script-kind_{one}")) for one in ScriptKind],
        languages=locales.languages(),
        ours=words.catalog.language,
    )


async def blank(visit: Visit) -> Response:
    """A blank script of any form in any language."""
    try:
        order = checked(
            visit.query.get("form", ""),
            visit.query.get("language", ""),
            visit.query.get("ours", ""),
            visit.query.get("kind", ""),
            large=visit.query.get("large") == "yes",
        )
    except (OrderError, ValueError) as error:
        raise Problem(404, "no_such_script") from error
    wanted = visit.query.get("as", "")
    return await (_workbook(visit, order) if wanted == "xlsform" else given(visit, order, wanted))


async def of_call(visit: Visit) -> Response:
    """The script of a call as far as it is answered, for who holds it; the audit keeps that."""
    call_id = visit.path["call_id"]
    detail = await visit.client.call_of(call_id)
    if not is_mine(visit, detail):
        raise Problem(409, "call_not_held")
    order = await _order(visit, detail)
    number = await visit.client.number(call_id) if detail.phone else ""
    known = replace(order.known, phone=number)
    return await given(visit, replace(order, known=known), visit.one("as"))


async def _order(visit: Visit, detail: CallDetail) -> Order:
    """The form under way in the call, with its answers; of a leader, the offer."""
    call, form = detail.call, ""
    answers: dict[str, tuple[str, ...]] = {}
    if call.reason is not CallReason.PHONE_ONLY and call.address_id is not None:
        history = await visit.client.conversation(call.id)
        form, answers = known_of_state(history.session.state)
    usual = USUAL.get(call.reason, "ask")
    follows = call.reason in FOLLOWS and form in {"", "follow_up"}
    known = Known(
        detail.name,
        caller=visit.me.name.split(" ")[0],
        at=visit.now,
        may_leave=detail.may_leave_message,
        accommodations=tuple(call.accommodations),
        answers=answers,
    )
    if call.request_id:
        known = await _of_request(visit, call.request_id, known, follows=follows)
    if call.request_id and not (follows or form or call.offer_id):  # asked, and nothing since
        asked = known_of_request(await visit.client.private(call.request_id))
        known = replace(known, answers=asked.answers, values=asked.values)
    if call.reason is CallReason.INVITED:
        invited = await visit.client.invite(call.id)
        known = replace(known, values=invited.model_dump(mode="json"))
    if call.offer_id:
        known = replace(known, values=await _offered(visit, call.id))
    return Order(
        "follow_up" if follows else form or usual,
        locales.language_of(call.language).code,
        visit.frame.words.catalog.language,
        ScriptKind.FOLLOW_UP if follows else ScriptKind.CALL_BACK,
        large=visit.one("large") == "yes" or face_of(call.accommodations).large,
        known=known,
    )


async def _offered(visit: Visit, call_id: str) -> dict[str, object]:
    """What a leader is asked; no paper asks for a yes or no that is not theirs any more."""
    offer = await visit.client.offer(call_id)
    if offer.over is not None:
        raise Problem(404, "no_such_script")
    return values_of_offer(offer)


async def _of_request(visit: Visit, request_id: str, known: Known, *, follows: bool) -> Known:
    request = await visit.client.request(request_id)
    leaves = [need.leaf for need in request.needs]
    told = {"leaves": leaves, "receipt": request.receipt}
    return replace(known, receipt=request.receipt, values=told if follows else {})


async def given(visit: Visit, order: Order, wanted: str) -> Response:
    """The script as it is wanted: as a page, a PDF or plain text."""
    histories = visit.desk.histories()
    script = compose(order, histories.wording, visit.now, histories.languages)
    try:
        return await asyncio.to_thread(GIVEN.get(wanted, _page), script)
    except NoPdf:
        return visit.frame.page("notice", 501, why="no_pdf")


async def _workbook(visit: Visit, order: Order) -> Response:
    """The form for ODK or Kobo, which is always blank."""
    histories, languages = visit.desk.histories(), (order.language, order.ours)
    made = await asyncio.to_thread(
        workbook_of, histories.wording, order.form, languages, histories.languages
    )
    named = {"content-disposition": f'attachment; filename="{order.form}.xlsx"'}
    return Response(made, headers=HEADERS | named, media_type=XLSX)


def _page(script: Script) -> Response:
    return HTMLResponse(as_page(script, STYLE_AT), headers=HEADERS)


def _pdf(script: Script) -> Response:
    return Response(as_pdf(script), headers=HEADERS | _named("pdf"), media_type="application/pdf")


def _text(script: Script) -> Response:
    return Response(as_plain(script), headers=HEADERS | _named("txt"), media_type="text/plain")


def _named(ending: str) -> dict[str, str]:
    """A file is called by nothing that says whom it is about."""
    return {"content-disposition": f'inline; filename="script.{ending}"'}


GIVEN: Mapping[str, Callable[[Script], Response]] = {"pdf": _pdf, "text": _text}


@dataclass(frozen=True, slots=True)
class Lane:
    """One call on the day sheet; name and number only for who holds it and asked for them."""

    call: CallOut
    name: str = ""
    phone: str = ""
    may_leave: bool = False


async def day_sheet(visit: Visit) -> Response:
    """Every open call, masked."""
    calls = (await visit.client.calls()).items
    held = [Lane(call) for call in calls if call.mine]
    return _sheet(visit, held, calls, revealed=False)


async def reveal_day_sheet(visit: Visit) -> Response:
    """The same with whom one's own calls are with; the audit keeps each of them."""
    calls = (await visit.client.calls()).items
    held = [await _lane(visit, call) for call in calls if call.mine]
    return _sheet(visit, held, calls, revealed=True)


async def _lane(visit: Visit, call: CallOut) -> Lane:
    detail = await visit.client.call_of(call.id)
    if not is_mine(visit, detail):
        return Lane(call)
    number = await visit.client.number(call.id) if detail.phone else ""
    return Lane(call, detail.name, number, detail.may_leave_message)


def _sheet(visit: Visit, held: list[Lane], calls: list[CallOut], *, revealed: bool) -> Response:
    others = [Lane(call) for call in calls if not call.mine]
    return visit.frame.page(
        "day_sheet", held=held, others=others, revealed=revealed, now=visit.now
    )
