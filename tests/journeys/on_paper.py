"""Steps of papers: filled in by hand while nothing works, and typed in afterwards."""

from __future__ import annotations

import sqlalchemy as sa

from api.database.tables.requests import request_needs, requests
from api.sessions.schemas import HistoryOut
from bot.dialogue.answer_line import check_digit, edition
from bot.dialogue.outline import lay_out
from bot.forms import FORMS
from tests.journeys.elsewhere import CODES
from tests.journeys.steps import step

ASK = FORMS["ask"]
PAPER: dict[str, str] = {}
"""What stands at each question of the paper of this story."""


def _line(answers: dict[str, str]) -> str:
    pairs = [
        f"{one.number}={answers[one.question.name]}"
        for one in lay_out(ASK)
        if one.question.name in answers
    ]
    return " ".join((f"v={edition(ASK)}", *pairs))


def typed(answers: dict[str, str], *, whole: bool = True) -> str:
    """As somebody types it who has the paper with its check digit before them.

    Not `whole`: who left something out before they reckoned the digit.
    """
    line = _line(answers)
    return f"{line} c={check_digit(_line(PAPER) if whole else line)}"


@step(r"a paper is filled in by hand: (.*)")
async def _filled_in(_world, answers):
    if "safe_now" in answers:
        PAPER.clear()
    PAPER.update(pair.split(" ", 1) for pair in answers.split(", "))


@step(r"(\w+) the caller opens a call with the paper, without (\w+)")
async def _opens(world, caller, left_out):
    line = f"{_line({n: s for n, s in PAPER.items() if n != left_out})} c=-"
    body = {"language": "en", "line": line, "key": "paper"}
    call = await world.as_caller(caller, "POST", "/v1/calls/papers", body)
    again = await world.as_caller(caller, "POST", "/v1/calls/papers", body)
    assert again["id"] == call["id"]
    world.holds(caller, call["id"])


@step(r"(\w+) types the paper in(?:, but (\w+) (\d+))?( again)?")
async def _types(world, caller, name, digits, _again):
    line = typed({**PAPER, **({name: digits} if name else {})})
    key = "wrong" if name else "whole"
    await world.in_call(caller, "POST", "answer-line", {"line": line, "key": key})


@step(r"(\w+) is told of the paper: (.*)")
async def _is_told(world, caller, text):
    history = HistoryOut.model_validate(await world.in_call(caller, "GET", "conversation"))
    shown = world.whole.bot.histories.in_words(history)
    assert any(text in line.text for line in shown.said[-4:]), [s.text for s in shown.said[-4:]]


@step(r"(\w+) the caller gives the call back")
async def _gives_back(world, caller):
    await world.in_call(caller, "POST", "release")


@step(r"(\w+) the caller takes the call that (\w+) had")
async def _takes(world, caller, other):
    world.holds(caller, world.held_by(other))
    await world.in_call(caller, "POST", "claim")


@step(r"(\w+) the caller opens a call in (en|zh-Hans)")
async def _opens_call(world, caller, language):
    await world.open_call(caller, language)


@step(r"(\w+) types in the call the code of (\w+)( with one digit wrong)?")
async def _types_code(world, caller, owner, wrong):
    code = CODES[owner].replace(" ", "")
    code = f"{(int(code[0]) + 1) % 10}{code[1:]}" if wrong else code
    await world.in_call(caller, "POST", "code", {"code": code})


@step(r"the call of (\w+) is with (\w+)")
async def _is_with(world, caller, name):
    call = (await world.in_call(caller, "GET", ""))["call"]
    assert call["person_id"] == await world.person_id(name)


@step(r"nothing is asked for on the telephone")
async def _nothing(world):
    assert await world.read(lambda c: c.execute(sa.select(requests.c.id)).all()) == []


@step(r"a (\w+) is asked for on the telephone (\w+)")
async def _asked(world, leaf, urgency):
    wanted = sa.select(request_needs.c.leaf, requests.c.urgency).join(requests)
    assert [tuple(row) for row in await world.read(lambda c: c.execute(wanted).all())] == [
        (leaf, urgency)
    ]
