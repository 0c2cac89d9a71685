"""A form as an XLSForm, for ODK and Kobo: the same questions, codes and conditions, in rows.

What a form cannot know without the service (facts, what it is about, values of its words) is
asked of whoever fills it in, before the first question. Nothing in it is sent to anybody by
itself: the notes say so, and whom to tell.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from bot.dialogue.condition import About, Fact, leaves
from bot.dialogue.form import Form, Question
from bot.dialogue.xlsform.line import line_of, sent_in
from bot.dialogue.xlsform.questions import asked, choices, followed, own_choice
from bot.dialogue.xlsform.read_back import read_back
from bot.dialogue.xlsform.rows import (
    Row,
    Sheets,
    Wanted,
    Words,
    about,
    row,
    spoken,
    worded,
)
from bot.dialogue.xlsform.submission import answers_of, person_at, person_of
from bot.dialogue.xlsform.xpath import (
    KNOWN,
    PERSON,
    answer,
    chosen,
    joined,
    still_on,
    subject,
    wants_person,
    xpath,
)

__all__ = [
    "Row",
    "Sheets",
    "Wanted",
    "Words",
    "answers_of",
    "as_xlsform",
    "line_of",
    "person_at",
    "person_of",
    "sent_in",
]

DIGITS = 10


def as_xlsform(wanted: Wanted) -> Sheets:
    """The sheets of a form.

    The same questions in the same words have the same version, all others another one.
    """
    survey, listed = tuple(_survey(wanted)), tuple(_choices(wanted))
    words, form = wanted.words[0], wanted.form.name
    settings = {
        "form_title": words.say(f"sheet-title-{form}"),
        "form_id": f"linli_practice_{form}" if wanted.practice else f"linli_{form}",
        "version": _version(survey, listed, words.column),
        "default_language": words.column,
        "style": "pages",
    }
    return Sheets(survey, listed, (settings,))


def _survey(wanted: Wanted) -> Iterator[Row]:
    form = wanted.form
    yield from (row(name, name) for name in ("start", "end"))
    if wanted.practice:
        yield wanted.note("practice", "say-practice")
    yield wanted.note("stop", "sheet-odk_stop")
    yield wanted.note("doubt", "opening-doubt")
    if _facts(form):
        label = wanted.told("label", lambda words: words.say("sheet-odk_known"))
        hint = wanted.told("hint", lambda words: words.say("sheet-odk_known_do"))
        yield row(f"select_multiple {KNOWN}", KNOWN, label, hint)
    for name in _lacking(wanted):
        yield row("text", about(name), _value(wanted, name), required="yes")
    for question in _questions(form):
        rows = list(asked(wanted, question))
        yield from read_back(wanted, question, rows) if question.confirms else rows
    for outcome in form.done:
        name = f"done_{outcome.effect or outcome.say}"
        when = joined("and", (*still_on(form), xpath(outcome.relevant)))
        yield from followed(wanted, name, outcome, when)
    yield from _person(wanted) if wanted.has_way_out else ()
    yield wanted.note("last", "sheet-odk_last")


def _questions(form: Form) -> tuple[Question, ...]:
    """What is asked; to change an answer, one goes back to it."""
    return tuple(question for question in form.questions if not question.changes)


def _choices(wanted: Wanted) -> Iterator[Row]:
    for code, key in _facts(wanted.form).items():
        yield own_choice(wanted, KNOWN, code, key)
    for question in _questions(wanted.form):
        yield from choices(wanted, question)
    if wanted.has_way_out:
        for code in _ways(wanted.person):
            key = f"{wanted.person.name}-{wanted.person.questions[0].name}-{code}"
            yield own_choice(wanted, PERSON, code, key)


def _facts(form: Form) -> dict[str, str]:
    """What conditions look at besides answers: the code of its box, and the key of its words."""
    seen = [leaf for question in _questions(form) for leaf in leaves(question.relevant)]
    facts = {leaf.name: f"sheet-fact-{leaf.name}" for leaf in seen if isinstance(leaf, Fact)}
    abouts = {
        subject(leaf.name, value): f"sheet-about-{leaf.name}-{value}"
        for leaf in seen
        if isinstance(leaf, About)
        for value in sorted(leaf.values)
    }
    return facts | abouts


def _lacking(wanted: Wanted) -> list[str]:
    """The values that some question's words cannot do without; a read-back makes its own."""
    keys = [f"{wanted.form.name}-{q.name}" for q in _questions(wanted.form) if not q.confirms]
    found = {n for w in wanted.words for key in keys for n in w.needs(key, spoken(w, key))}
    return sorted(found)


def _value(wanted: Wanted, name: str) -> Row:
    return wanted.told("label", lambda words: words.say(f"sheet-odk_value-{name}"))


def _person(wanted: Wanted) -> Iterator[Row]:
    """Key 0: how a person shall help; everything answered before it stays answered."""
    first, name = wanted.person.questions[0], wanted.person.name
    asked_for = joined("or", (wants_person(question) for question in _questions(wanted.form)))
    label = wanted.told("label", lambda words: worded(words, f"{name}-{first.name}"))
    must = wanted.told("required_message", lambda words: words.say("sheet-odk_required"))
    yield row(f"select_one {PERSON}", PERSON, label, must, relevant=asked_for, required="yes")
    for code in _ways(wanted.person):
        for outcome in first.then[code]:
            if outcome.say:
                key = f"{name}-{outcome.say}"
                yield wanted.note(f"{PERSON}_{outcome.say}", key, chosen(PERSON, code))
    yield wanted.note(f"{PERSON}_tell", "sheet-odk_tell", f"{answer(PERSON)} != ''")


def _ways(person: Form) -> list[str]:
    """The choices from which something follows; who goes on chooses another answer instead."""
    first = person.questions[0]
    return [code for code in first.codes if any(o.effect for o in first.then.get(code, ()))]


def _version(*content: object) -> str:
    written = json.dumps(content, ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(written.encode()).hexdigest()
    return str(int(digest, 16))[:DIGITS]
