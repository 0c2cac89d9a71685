"""Somebody phones in: a call with them begins, held by who took it."""

from __future__ import annotations

from fastapi import Response

import locales
from accessibility.prompt import Kind, Prompt, ReadingKind
from accessibility.understand import read
from bot.desk.client import ANSWER_S
from bot.desk.visit import Visit
from bot.ready import ready_for

NUMBER = Prompt("", kind=Kind.PHONE, question_id="phone")
"""Numbers are read as everywhere else, by `understand`."""


async def show(visit: Visit) -> Response:
    """What must be known before the questions begin: a number, unless withheld, and a language."""
    return _page(visit)


async def begin(visit: Visit) -> Response:
    """The call begins, unless the number cannot be used; then it is shown again, with why."""
    await ready_for(visit.one("phone", 40))
    phone = number_of(visit)
    language = visit.one("language", 35)
    known = {one.code for one in locales.languages()}
    if phone is None or language not in known:
        return _page(visit, refused=True)
    call = await visit.client.open_call(phone, language, visit.one("name", 80))
    await visit.client.conversation(call.id, ANSWER_S)
    return visit.go(f"/desk/calls/{call.id}", "taken", "question")


def number_of(visit: Visit) -> str | None:
    """The number that was typed, in E.164; "" when none was given, None for one that cannot be."""
    written = visit.one("phone", 40)
    if not written:
        return ""
    language = visit.frame.words.catalog.language
    reading = read(written, NUMBER, language, region=visit.desk.region)
    return reading.text if reading.kind is ReadingKind.PHONE else None


def _page(visit: Visit, *, refused: bool = False) -> Response:
    return visit.frame.page(
        "phoned",
        422 if refused else 200,
        languages=locales.languages(),
        chosen=visit.one("language", 35) or visit.frame.words.catalog.language,
        phone=visit.one("phone", 40),
        name=visit.one("name", 80),
        refused=refused,
    )
