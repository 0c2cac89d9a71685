"""A script from a form: one rule for paper, screen and text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from babel.dates import format_date, format_time

import locales
from accessibility.prompt import Option, Sheet
from accessibility.script import Row, Script, Sheets, Try
from api.vocabulary import DAMM, AlertKind, CallOutcome
from bot.dialogue.condition import ruled_out
from bot.dialogue.outline import END, lay_out
from bot.forms import FORMS
from bot.script.around import Around
from bot.script.line import example, pieces
from bot.script.order import Order, ScriptKind
from bot.script.sheets import look_of, sheet_of
from bot.values import FORMATS, Words
from bot.wording import Wording

LABELS = (
    "say", "read_out", "keep", "about", "attempts", "attempts_note", "attempt", "time",
    "what_came", "opening", "branches", "questions", "read_back", "read_back_do", "correct",
    "outcome", "answer_line", "answer_line_do", "example", "your_line", "check", "row",
    "choose_one", "choose_many", "write", "write_digits", "may_skip",
)  # fmt: skip
"""Short names of what the caller reads beside the questions: `script-<name>`."""

TRIES = 4
"""The first call and three more, at different parts of the day."""

PARTS_OF_DAY = ("morning", "afternoon", "evening")
CAME = ("try_no_answer", "try_busy", "try_voicemail", "try_dead")


def compose(order: Order, wording: Wording, now: datetime, offered: tuple[Option, ...]) -> Script:
    """The script in words; `offered` are the languages a resident may choose."""
    theirs, ours = wording.words(order.language, now), wording.words(order.ours, now)
    sheets = _sheets(order, wording, now, offered)
    around = Around(order, theirs, ours, wording.always)
    words = _labels(order, ours)
    rows = tuple(sheets.rows(words))
    listed = {"languages": offered}
    form, look = FORMS[order.form], look_of(order)
    return Script(
        title=sheets.ours.title,
        kind=ours.catalog.say(f"script-kind_{order.kind}"),
        words=words,
        theirs=_tongue(order.language),
        ours=_tongue(order.ours),
        rows=rows,
        stop=around.stop(),
        opening=around.opening(),
        branches=around.branches(),
        closing=around.closing(),
        facts=tuple(_facts(order, ours)),
        head=_head(order, rows, ours),
        line=pieces(form, look, order.known.answers, listed),
        example=example(form, look, ours.catalog.say("script-example_words")),
        damm=tuple(tuple(int(digit) for digit in row) for row in DAMM),
        tries=() if order.kind is ScriptKind.INCOMING else _tries(ours),
        outcomes=tuple(ours.label("call_outcome", outcome) for outcome in CallOutcome),
        foot=_foot(order, ours),
        practice=ours.catalog.say("say-practice") if wording.practice else "",
        large=order.large,
    )


def _sheets(order: Order, wording: Wording, now: datetime, offered: tuple[Option, ...]) -> Sheets:
    theirs = sheet_of(order, order.language, wording, now, offered)
    ours = sheet_of(order, order.ours, wording, now, offered)
    words = wording.words(order.ours, now)
    headings = {
        step.number: words.catalog.say("script-step", number=str(step.number))
        for step in ours.steps
    }
    places = {
        number: words.catalog.say("script-at_step", number=str(number)) for number in headings
    } | {END: words.catalog.say("script-end")}
    return Sheets(
        theirs,
        ours,
        {number: words.catalog.say("script-go_to", step=at) for number, at in places.items()},
        headings,
        _conditions(ours, words),
        _otherwise(ours, places, words),
        order.known.answers,
        _dangers(order, words),
    )


def _dangers(order: Order, words: Words) -> dict[tuple[str, str], str]:
    """The answers that say danger lead to the box above, before anything else."""
    stop = words.catalog.say("script-stop")
    return {
        (question.name, code): stop
        for question in FORMS[order.form].questions
        for code, outcomes in question.then.items()
        if any(("kind", AlertKind.DANGER) in outcome.values for outcome in outcomes)
    }


def _conditions(sheet: Sheet, words: Words) -> dict[int, str]:
    return {
        step.number: words.catalog.say("script-only_if", condition=step.only_if)
        for step in sheet.steps
        if step.only_if
    }


def _otherwise(sheet: Sheet, places: Mapping[int, str], words: Words) -> dict[int, str]:
    return {
        step.number: words.catalog.say("script-otherwise", step=places[step.otherwise])
        for step in sheet.steps
        if step.only_if
    }


def _labels(order: Order, words: Words) -> dict[str, str]:
    language = locales.language_of(order.language).native_name
    return {name: words.catalog.say(f"script-{name}", None, language=language) for name in LABELS}


def _tongue(code: str) -> tuple[str, str]:
    language = locales.language_of(code)
    return language.code, language.direction


def _facts(order: Order, words: Words) -> list[tuple[str, str]]:
    """Who it is; what is not known is left to be written."""
    known, say = order.known, words.catalog.say
    receipt = f"R {FORMATS['receipt'](known.receipt, words)}" if known.receipt else ""
    leave = {None: "", True: say("script-may_leave"), False: say("script-no_leave")}
    heed = words.joined([words.label("accommodation", code) for code in known.accommodations])
    facts = [
        (say("script-name"), known.name),
        (say("script-phone"), known.phone),
        (say("script-receipt"), receipt),
    ]
    also = ((say("script-must_note"), heed), (say("script-voicemail"), leave[known.may_leave]))
    return [*facts, *((name, told) for name, told in also if told)]


def _foot(order: Order, words: Words) -> tuple[tuple[str, str], ...]:
    """Who called whom and when, so that a last page found alone still says what it belongs to."""
    known, say = order.known, words.catalog.say
    receipt = f"R {FORMATS['receipt'](known.receipt, words)}" if known.receipt else ""
    until = ((say("script-until"), _day_and_time(known.at, words)),) if known.at else ()
    return (
        (say("script-receipt"), receipt),
        (say("script-caller"), known.caller),
        *until,
        (say("script-date"), ""),
        (say("script-time"), ""),
    )


def _day_and_time(at: datetime, words: Words) -> str:
    """With its date: paper is read on another day, too."""
    there = at.astimezone(words.zone)
    day = format_date(there, "medium", locale=words.locale)
    return f"{day}, {format_time(there, 'HH:mm', locale=words.locale)}"


def _head(order: Order, rows: tuple[Row, ...], words: Words) -> tuple[str, ...]:
    """Where to begin on a script that is filled in so far."""
    if not order.known.answers:
        return ()
    answers = order.known.answers
    last = max((row.number for row in rows if row.told), default=0)
    left = next(
        (
            step.number
            for step in lay_out(FORMS[order.form], look_of(order))
            if step.number > last and not ruled_out(step.question.relevant, answers, {})
        ),
        0,
    )
    if not left:
        return (words.catalog.say("script-all_known"),)
    step = words.catalog.say("script-at_step", number=str(left))
    return (words.catalog.say("script-begin_at", step=step),)


def _tries(words: Words) -> tuple[Try, ...]:
    boxes = tuple(words.catalog.say(f"script-{name}") for name in (*PARTS_OF_DAY, *CAME))
    return tuple(Try(str(number), boxes) for number in range(1, TRIES + 1))
