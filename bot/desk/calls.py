"""One call: taken, talked in, answered for, and closed; only its holder sees whom it is with."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

from fastapi import Response

from api.vocabulary import TALKING, CallBy, CallOutcome, CallReason, CallStatus, PartOfDay
from bot.desk.client import ANSWER_S
from bot.desk.opening import STEPS, Lines, lines, opened
from bot.desk.spoken import Asked, Spoken, asked_of_leader, spoken_of
from bot.desk.taking import is_held, page_of
from bot.desk.visit import Visit
from bot.service import (
    AnswerIn,
    CallDetail,
    CloseIn,
    MessageIn,
    Problem,
    RequestOut,
    RequestPrivate,
    TaskTold,
)

UNREACHED = (
    CallOutcome.NO_ANSWER,
    CallOutcome.BUSY,
    CallOutcome.VOICEMAIL,
    CallOutcome.WRONG_NUMBER,
    CallOutcome.NUMBER_DEAD,
)
"""After these another time or another way is tried."""

Numbers = Mapping[str, str]
NONE: Numbers = {"theirs": "", "helper": ""}
"""Whole numbers to show on one page, by whose they are."""

TRIED = (*UNREACHED, CallOutcome.CALL_LATER)
OUTCOMES = frozenset(CallOutcome)
ENDS = tuple(one for one in CallOutcome if one not in TRIED)
IN_WRITING = frozenset({CallBy.TEXT, CallBy.RELAY})


async def show(visit: Visit) -> Response:
    """The call; its conversation and whom it is with only while it is held by who looks."""
    return await call_page(visit)


async def begin(visit: Visit) -> Response:
    """A step of the opening, for who holds the call; others see the call as it is."""
    return await call_page(visit, step=visit.path["step"])


async def call_page(
    visit: Visit, private: RequestPrivate | None = None, step: str = "", numbers: Numbers = NONE
) -> Response:
    """The page of a call: one step of its opening, or its open question; `numbers` by whose."""
    detail = await visit.client.call_of(visit.path["call_id"])
    mine = is_mine(visit, detail)
    leader = detail.call.reason is CallReason.PHONE_ONLY
    opens = mine and not leader and step in STEPS
    return visit.frame.page(
        "call_held" if mine else "call",
        scripted=mine,
        sounds=bool(detail.recordings),
        held=mine,
        said=visit.said,
        at=visit.at,
        detail=detail,
        call=detail.call,
        leader=leader,
        over=detail.call.status is CallStatus.CLOSED,
        others=not mine and is_held(visit, detail.call),
        by_phone=detail.call.by is CallBy.VOICE,
        in_writing=detail.call.by in IN_WRITING and detail.may_write,
        opening=await opened(visit, step, detail) if opens else None,
        stop=_stop(visit, detail),
        spoken=await _spoken(visit, detail) if mine and not leader and not opens else None,
        request=await _request(visit, detail),
        private=private if mine else None,
        task=await _task(visit, detail) if mine and detail.call.offer_id else None,
        asked=await _asked(visit, detail) if mine and detail.call.offer_id else None,
        numbers=numbers,
        how_to_talk=TALKING,
        me=visit.me,
        key=secrets.token_hex(8),
        unreached=[one for one in UNREACHED if _may_try(one, detail)],
        tried=TRIED,
        parts_of_day=tuple(PartOfDay),
        ends=ENDS if not detail.call.handed_on else tuple(CallOutcome),
    )


def is_mine(visit: Visit, detail: CallDetail) -> bool:
    """Whether who looks holds the call now: a coordinator too takes a call before acting in it."""
    return detail.call.mine and is_held(visit, detail.call)


def _stop(visit: Visit, detail: CallDetail) -> tuple[Lines, Lines | None]:
    """What to say to somebody who may be in danger, in their language and in the caller's."""
    wording, ours = visit.desk.histories().wording, visit.frame.words
    theirs = wording.words(detail.call.language, visit.now)
    told = dict(wording.always)
    same = theirs.catalog.language == ours.catalog.language
    key = "opening-danger"
    return lines((key,), theirs, told), None if same else lines((key,), ours, told)


def _may_try(outcome: CallOutcome, detail: CallDetail) -> bool:
    return outcome is not CallOutcome.VOICEMAIL or detail.may_leave_message


async def _spoken(visit: Visit, detail: CallDetail) -> Spoken | None:
    if detail.call.address_id is None:
        return None
    history = await visit.client.conversation(detail.call.id)
    language = visit.frame.words.catalog.language
    simply = visit.at == "again"
    aloud = detail.call.by not in IN_WRITING
    return spoken_of(visit.desk.histories(), history, language, aloud=aloud, simply=simply)


async def _request(visit: Visit, detail: CallDetail) -> RequestOut | None:
    request_id = detail.call.request_id
    shown = request_id and (is_mine(visit, detail) or not visit.me.by_card)
    return await visit.client.request(request_id) if request_id and shown else None


async def _task(visit: Visit, detail: CallDetail) -> TaskTold | None:
    """What to read to a leader who said yes; None before, and when it is over."""
    try:
        return await visit.client.task(detail.call.id)
    except Problem as problem:
        if problem.code != "unknown_task":
            raise
        return None


async def _asked(visit: Visit, detail: CallDetail) -> Asked:
    """What a leader is asked, in their language and in the caller's."""
    offer, wording = await visit.client.offer(detail.call.id), visit.desk.histories().wording
    return asked_of_leader(wording, offer, detail.call.language, visit.frame.words)


def _path(visit: Visit) -> str:
    return page_of(visit.path["call_id"])


async def answer(visit: Visit) -> Response:
    """What the resident answered: an option, several, a key, or words; then the next question.

    An option of an earlier question changes nothing, and the page says so.
    """
    said = _answer(visit)
    if said is None:
        return visit.go(_path(visit), "check_entry", "question")
    await _say(visit, said)
    return visit.go(_path(visit), at="question")


def _answer(visit: Visit) -> AnswerIn | None:
    question, key = visit.one("question", 40), visit.one("key", 64)
    if pressed := visit.one("press", 80):
        return AnswerIn(button=f"{question}:{pressed}", key=key)
    if text := visit.one("text"):
        return AnswerIn(text=text, key=key)
    if chosen := [code for code in visit.form.get("choice", ()) if "," not in code]:
        return AnswerIn(button=f"{question}:={','.join(chosen)}"[:300], key=key)
    return None


async def danger(visit: Visit) -> Response:
    """The resident is in danger: said for them in their language, so the card comes at once."""
    detail = await visit.client.call_of(visit.path["call_id"])
    words = visit.desk.histories().wording.words(detail.call.language, visit.now)
    await _say(
        visit, AnswerIn(text=words.catalog.say("desk-danger_words"), key=visit.one("key", 64))
    )
    return visit.go(_path(visit), "danger_told", "question")


async def _say(visit: Visit, answer: AnswerIn) -> None:
    """Kept before anything is shown; whose time ran out holds a call that is free once more."""
    try:
        await visit.client.answer(visit.path["call_id"], answer)
    except Problem as problem:
        if problem.code != "call_not_held":
            raise
        await visit.client.claim(visit.path["call_id"])
        await visit.client.answer(visit.path["call_id"], answer)
    await visit.client.conversation(visit.path["call_id"], ANSWER_S)


async def write(visit: Visit) -> Response:
    """A sentence to the resident, with the caller's first name."""
    text, name = visit.one("text"), visit.one("name", 80)
    if not text:
        return visit.go(_path(visit), "check_entry", "write")
    message = MessageIn(text=text, name=name, key=visit.one("key", 64))
    await visit.client.message(visit.path["call_id"], message)
    return visit.go(_path(visit), "sent", "write")


async def tried(visit: Visit) -> Response:
    """Nobody was reached, or they want to talk later: the call goes back to the queue."""
    outcome, again_at = visit.one("outcome"), _moment(visit)
    if outcome not in TRIED or again_at is None:
        return visit.go(_path(visit), "check_entry", "tried")
    at = again_at if outcome == CallOutcome.CALL_LATER else ()
    await visit.client.attempt(visit.path["call_id"], CallOutcome(outcome), *at)
    return visit.go("/desk/calls", "tried")


def _moment(visit: Visit) -> tuple[datetime, ...] | None:
    """When they want to be called again, in the district's time; None for what is no time."""
    written = visit.one("again_at", 40)
    try:
        at = datetime.fromisoformat(written) if written else None
    except ValueError:
        return None
    return (at.replace(tzinfo=visit.frame.words.zone),) if at else ()


async def close(visit: Visit) -> Response:
    """The call is over; the note is for the next caller."""
    outcome = visit.one("outcome")
    if outcome not in OUTCOMES:
        return visit.go(_path(visit), "check_entry", "close")
    closing = CloseIn(outcome=CallOutcome(outcome), note=visit.one("note"))
    await visit.client.close(visit.path["call_id"], closing)
    return visit.go("/desk/calls", "call_closed")


async def reveal(visit: Visit) -> Response:
    """Who and where of the request, for who holds its call; the audit keeps that it was read."""
    detail = await visit.client.call_of(visit.path["call_id"])
    if not is_mine(visit, detail) or detail.call.request_id is None:
        raise Problem(409, "call_not_held")
    return await call_page(visit, await visit.client.private(detail.call.request_id))


async def number(visit: Visit) -> Response:
    """The whole number, on this one page only; the audit keeps that it was shown."""
    whose = "helper" if visit.one("whose", 20) == "helper" else "theirs"
    shown = await visit.client.number(visit.path["call_id"], whose)
    return await call_page(visit, step=visit.one("step", 20), numbers={**NONE, whose: shown})
