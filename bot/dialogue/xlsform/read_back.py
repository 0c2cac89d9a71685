"""Everything that was answered, on one screen, read out before it is confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialogue.form import Question
from bot.dialogue.xlsform.questions import is_written, listed
from bot.dialogue.xlsform.rows import Row, Wanted, Words, row, spoken
from bot.dialogue.xlsform.xpath import answer, chosen, relevance

GAP = "\N{SYMBOL FOR RECORD SEPARATOR}"
"""Stands where the lines go, to part the words before them from those after."""

BACK = "read_back"


def read_back(wanted: Wanted, question: Question, confirms: list[Row]) -> Iterator[Row]:
    """The lines of every answer and, on the same screen, the question that confirms them."""
    lines = [other for other in wanted.form.questions if other.about_help and other.keeps]
    for other in lines:
        if not is_written(wanted, other):
            yield _in_words(wanted, other)
    yield row(
        "begin_group", BACK, relevant=relevance(wanted.form, question), appearance="field-list"
    )
    key = f"{wanted.form.name}-{question.name}"
    yield row("note", f"{BACK}_first", wanted.told("label", lambda w: _parted(w, key)[0]))
    for other in lines:
        yield _line(wanted, other)
    yield from (_asks(wanted, confirm, question, key) for confirm in confirms)
    yield {"type": "end_group", "name": BACK}


def _in_words(wanted: Wanted, question: Question) -> Row:
    """The labels of what was chosen, in the language shown at the time."""
    name = question.name
    labels = ", ".join(
        f"if({chosen(name, option.code)}, "
        f"concat(jr:choice-name('{option.code}', '{answer(name)}'), '. '), '')"
        for option in listed(wanted, question)
    )
    return row("calculate", _said(name), calculation=f"concat({labels}, '')")


def _line(wanted: Wanted, question: Question) -> Row:
    name = question.name
    value = answer(name if is_written(wanted, question) else _said(name))
    key = f"{wanted.form.name}-{name}"

    def line(words: Words) -> str:
        return words.say("read_back-line", item=words.say(key, "item"), value=value)

    return row(
        "note", f"{BACK}_{name}", wanted.told("label", line), relevant=f"{answer(name)} != ''"
    )


def _asks(wanted: Wanted, confirm: Row, question: Question, key: str) -> Row:
    """The confirming question without the lines that now stand above it."""
    if confirm["name"] != question.name:
        return confirm
    label = wanted.told("label", lambda words: _parted(words, key)[1])
    return confirm | label | wanted.told("hint", lambda words: words.say("sheet-odk_change"))


def _parted(words: Words, key: str) -> tuple[str, str]:
    """The words before the lines that are read back, and those after."""
    text = words.say(key, spoken(words, key), read_back=GAP)
    before, _, after = text.partition(GAP)
    return before.strip(), after.strip()


def _said(name: str) -> str:
    return f"said_{name}"
