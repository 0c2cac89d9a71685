"""The questions of a form as rows: what is asked, what may be answered, and the way out."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.prompt import Kind, Option
from api.vocabulary import Effect
from bot.dialogue.check import CHANGE
from bot.dialogue.choices import ANSWERED
from bot.dialogue.form import Outcome, Question
from bot.dialogue.statement import CALL_HINT
from bot.dialogue.xlsform.rows import Row, Wanted, Words, row, worded
from bot.dialogue.xlsform.xpath import (
    PERSON,
    WRITTEN,
    ZERO,
    answer,
    chosen,
    joined,
    relevance,
    xpath,
)

AT_TIME = "at_time"
"""The choice of a time that no option names."""

PHONE = r"regex(., '^(0|[+(]?[0-9][0-9 ()./-]{4,38})$')"
"""What can be a telephone number; which one it is, is read when the answers come in."""

LISTS = {Kind.MANY: "select_multiple"}


def listed(wanted: Wanted, question: Question) -> tuple[Option, ...]:
    """What may be chosen; looked-up options have their labels.

    Who says "change" is taken back to the answer, and "tell me more" is read out beforehand.
    """
    codes = [code for code in question.codes if not (question.confirms and code == CHANGE)]
    if not question.keeps:
        codes = [code for code in codes if any(o.ends for o in question.then.get(code, ()))]
    own = tuple(Option(code, "") for code in codes)
    return (*own, *wanted.looked_up.get(question.options_from, ()))


def is_written(wanted: Wanted, question: Question) -> bool:
    """Whether the answer is written down and not chosen."""
    return question.kind in WRITTEN or not listed(wanted, question)


def asked(wanted: Wanted, question: Question) -> Iterator[Row]:
    """A question with what goes before and after it."""
    relevant = relevance(wanted.form, question)
    if not question.keeps:
        yield from _beforehand(wanted, question, relevant)
    written = is_written(wanted, question)
    yield _written(wanted, question, relevant) if written else _chosen(wanted, question, relevant)
    if question.kind is Kind.PLACE:
        yield _pin(wanted, question)
    if question.kind is Kind.TIME:
        yield _time(wanted, question)
    yield from _afterwards(wanted, question)


def choices(wanted: Wanted, question: Question) -> Iterator[Row]:
    """The list of a question, and the way to a person as its last choice."""
    if is_written(wanted, question):
        return
    for option in listed(wanted, question):
        yield _choice(wanted, question, option)
    if question.kind is Kind.TIME:
        yield own_choice(wanted, question.name, AT_TIME, "sheet-odk_at_time")
    if wanted.has_way_out:
        yield own_choice(wanted, question.name, PERSON, "sheet-odk_person")


def own_choice(wanted: Wanted, name: str, code: str, key: str) -> Row:
    """A choice that stands in no form, with words of its own."""
    label = wanted.told("label", lambda words: words.say(key))
    return {"list_name": name, "name": code, **label}


def _choice(wanted: Wanted, question: Question, option: Option) -> Row:
    code = f"{wanted.form.name}.{question.name}"
    label = wanted.told("label", lambda words: option.label or words.option(code, option.code))
    return {"list_name": question.name, "name": option.code, **label}


def _chosen(wanted: Wanted, question: Question, relevant: str) -> Row:
    kind = LISTS.get(question.kind, "select_one")
    return row(f"{kind} {question.name}", question.name, *_head(wanted, question, relevant))


def _written(wanted: Wanted, question: Question, relevant: str) -> Row:
    phone = question.kind is Kind.PHONE
    key = "sheet-odk_phone" if phone else "sheet-odk_too_long"
    most = str(question.max_length)
    return row(
        "text",
        question.name,
        *_head(wanted, question, relevant),
        wanted.told("constraint_message", lambda words: words.say(key, most=most)),
        constraint=PHONE if phone else f"string-length(.) <= {most}",
        appearance="numbers" if phone else "",
    )


def _head(wanted: Wanted, question: Question, relevant: str) -> tuple[Row, ...]:
    key = f"{wanted.form.name}-{question.name}"
    must = {} if question.optional else {"required": "yes"}
    said = {} if question.optional else wanted.told("required_message", _must)
    return (
        wanted.told("label", lambda words: worded(words, key)),
        wanted.told("hint", lambda words: _hint(words, wanted, question, key)),
        {"relevant": relevant} if relevant else {},
        must,
        said,
    )


def _must(words: Words) -> str:
    return words.say("sheet-odk_required")


def _hint(words: Words, wanted: Wanted, question: Question, key: str) -> str:
    """What helps to answer: the question's own hint, then how to skip it or ask for a person."""
    names = [name for name in (CALL_HINT, "hint") if words.has(key, name)][:1]
    lines = [words.say(key, name) for name in names]
    if question.options_from not in {"", ANSWERED} and is_written(wanted, question):
        lines.append(words.say(f"sheet-odk_lookup-{question.options_from}"))
    if question.optional:
        lines.append(words.say("sheet-odk_skip"))
    if is_written(wanted, question):
        lines.append(words.say("sheet-odk_zero"))
    return "\n".join(lines)


def _pin(wanted: Wanted, question: Question) -> Row:
    said = answer(question.name)
    return row(
        "geopoint",
        f"{question.name}_pin",
        wanted.told("label", lambda words: words.say("sheet-odk_pin")),
        wanted.told("hint", lambda words: words.say("sheet-odk_pin_do")),
        relevant=f"{said} != '' and {said} != '{ZERO}'",
        appearance="placement-map",
    )


def _time(wanted: Wanted, question: Question) -> Row:
    label = wanted.told("label", lambda words: words.say("sheet-odk_time"))
    relevant = chosen(question.name, AT_TIME)
    return row("time", f"{question.name}_time", label, relevant=relevant, required="yes")


def _beforehand(wanted: Wanted, question: Question, relevant: str) -> Iterator[Row]:
    for outcomes in question.then.values():
        for outcome in outcomes:
            if outcome.say and not outcome.ends:
                key = f"{wanted.form.name}-{outcome.say}"
                yield wanted.note(f"{question.name}_{outcome.say}", key, relevant)


def _afterwards(wanted: Wanted, question: Question) -> Iterator[Row]:
    for code, outcomes in question.then.items():
        for outcome in outcomes:
            if question.keeps or outcome.ends:
                when = joined("and", (chosen(question.name, code), xpath(outcome.relevant)))
                yield from followed(wanted, question.name, outcome, when)


def followed(wanted: Wanted, name: str, outcome: Outcome, relevant: str) -> Iterator[Row]:
    """What an outcome says; whom to tell of danger, and which form comes next."""
    if outcome.say:
        key = f"{wanted.form.name}-{outcome.say}"
        yield wanted.note(f"{name}_{outcome.say}", key, relevant)
    if outcome.effect == Effect.ALERT:
        yield wanted.note(f"{name}_tell", "sheet-odk_tell", relevant)
    if outcome.opens:
        label = wanted.told("label", lambda words: _opens(words, outcome.opens))
        yield row("note", f"{name}_{outcome.opens}", label, relevant=relevant)


def _opens(words: Words, form: str) -> str:
    return words.say("sheet-odk_opens", title=words.say(f"sheet-title-{form}"))
