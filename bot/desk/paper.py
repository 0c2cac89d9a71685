"""Typing a paper back in: its answer line, and the code a resident read out on the telephone.

What was typed stays until it was taken: it is read from the conversation, so that a lost page, or
another caller, finds it as it was.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from itertools import takewhile

from fastapi import Response

import locales
from accessibility.understand import resume_code
from api.vocabulary import InboundKind, damm
from bot.desk.calls import is_mine
from bot.desk.client import ANSWER_S
from bot.desk.taking import page_of
from bot.desk.visit import Visit
from bot.dialogue.statement import LINE
from bot.service import CodeIn, HistoryOut, LineIn, PaperIn, Problem

LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Typed:
    """The last line of a conversation as far as it was refused: what was typed, and why not."""

    line: str = ""
    why: tuple[str, ...] = ()


async def show(visit: Visit) -> Response:
    """The line of a paper for a call that is held by who looks."""
    detail = await visit.client.call_of(visit.path["call_id"])
    if not is_mine(visit, detail):
        return visit.go(page_of(detail.call.id))
    typed = Typed()
    if detail.call.address_id is not None:
        typed = refused(visit, await visit.client.conversation(detail.call.id))
    return _page(visit, typed, call_id=detail.call.id)


async def type_in(visit: Visit) -> Response:
    """Keep the line; on to the call when it was taken, else back here with what is wrong."""
    call_id, line = visit.path["call_id"], visit.one("line", LONGEST)
    if not line:
        return visit.go(_path(call_id), "check_entry")
    await visit.client.type_in(call_id, LineIn(line=line, key=visit.one("key", 64)))
    return await _taken_up(visit, call_id)


async def go_on(visit: Visit) -> Response:
    """A code the resident reads out; a slip of one digit is told at once and tries nothing."""
    call_id, code = visit.path["call_id"], resume_code(visit.one("code", 40))
    if not code or damm(code):
        return visit.go(_path(call_id), "check_entry", "code")
    try:
        await visit.client.go_on(call_id, CodeIn(code=code, key=visit.one("key", 64)))
    except Problem as problem:
        if problem.code != "too_many_codes":
            raise
        return visit.go(_path(call_id), problem.code, "code")
    await visit.client.conversation(call_id, ANSWER_S)
    return visit.go(page_of(call_id), at="question")


async def show_new(visit: Visit) -> Response:
    """A paper that was filled in while everything was down."""
    return _page(visit, Typed())


async def begin(visit: Visit) -> Response:
    """A call begins with the line; nothing is kept of a language we do not have."""
    line, language = visit.one("line", LONGEST), visit.one("language", 35)
    if not line or language not in {one.code for one in locales.languages()}:
        return _page(visit, Typed(line), status=422)
    paper = PaperIn(language=language, line=line, key=visit.one("key", 64))
    call = await visit.client.open_with(paper)
    return await _taken_up(visit, call.id)


async def _taken_up(visit: Visit, call_id: str) -> Response:
    history = await visit.client.conversation(call_id, ANSWER_S)
    if refused(visit, history).why or history.waiting:
        return visit.go(_path(call_id))
    return visit.go(page_of(call_id), "line_taken", "question")


def refused(visit: Visit, history: HistoryOut) -> Typed:
    """What is wrong with the line that was typed last, in the words of who looks."""
    last = list(takewhile(lambda item: item.by == "linli", reversed(history.items)))
    items = [item for item in reversed(last) if item.code.startswith(LINE)]
    at = len(history.items) - len(last) - 1
    if not items or history.items[at].kind is not InboundKind.ANSWER_LINE:
        return Typed()
    wording, words = visit.desk.histories().wording, visit.frame.words
    language = words.catalog.language
    told = [wording.prompt(item.code, item.values, language, words.now).text for item in items]
    return Typed(history.items[at].text, tuple(told))


def _path(call_id: str) -> str:
    return f"{page_of(call_id)}/paper"


def _page(visit: Visit, typed: Typed, *, call_id: str = "", status: int = 200) -> Response:
    return visit.frame.page(
        "paper",
        status,
        said=visit.said or ("check_entry" if status != 200 else ""),  # noqa: PLR2004 - HTTP
        at=visit.at,
        typed=typed,
        call_id=call_id,
        key=secrets.token_hex(8),
        languages=locales.languages(),
        chosen=visit.one("language", 35) or visit.frame.words.catalog.language,
    )
