"""The labels of lines: only known ones are counted, for a mistyped one would count as missed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from accessibility.prompt import Kind
from accessibility.understand.codes import CLASSES, NONE, OPTION_OF, OUTCOMES, UNKNOWN, URGENCIES
from bot.commands.understand.questions import Asked, asked

Row = Mapping[str, str]
LABELS: Mapping[str, tuple[str, ...]] = {
    "danger": (*OUTCOMES, NONE),
    "danger_class": CLASSES,
    "needs": tuple(OPTION_OF),
    "urgency": (*URGENCIES, UNKNOWN),
}
"""What a column may hold besides nothing; several with commas between."""

OPEN = frozenset({Kind.TEXT, Kind.PLACE, Kind.PHONE, Kind.TIME})
"""Questions that any words may answer."""


class UnknownLabelError(Exception):
    """A file whose labels cannot be counted: where, and what may stand there."""


def check(rows: Sequence[Row], language: str, question: Asked | None) -> None:
    """Refuse rows without labels, and the first label that is none."""
    if rows and not _columns(rows[0], question):
        known = f"{', '.join(LABELS)}, or answer with question"
        raise UnknownLabelError(f"There is no column of labels. Known are: {known}")
    for number, row in enumerate(rows, 2):
        for column, label, may_be in _unknown(row, rows[0], language, question):
            raise UnknownLabelError(
                f"line {number}, column `{column}`: '{label}' is none of: {', '.join(may_be)}"
            )


def _columns(first: Row, question: Asked | None) -> list[str]:
    """The columns of labels that rows have, by the first one."""
    answered = "answer" in first and (question is not None or "question" in first)
    return [*(one for one in LABELS if one in first), *(["answer"] if answered else [])]


def _unknown(
    row: Row, first: Row, language: str, question: Asked | None
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The labels of a row that are none, each with its column and those it may be."""
    for column in _columns(first, question):
        known = LABELS.get(column) or _answers(question, row.get("question", ""), language)
        for label in row.get(column, "").split(","):
            if known and label.strip() and label.strip() not in known:
                yield column, label.strip(), known


def _answers(question: Asked | None, name: str, language: str) -> tuple[str, ...]:
    """The answers that a question may have; none where any words are one."""
    put = question or _asked(name, language)
    if put.prompt.kind in OPEN:
        return ()
    options = (*put.prompt.options, *put.prompt.also)
    return tuple(one.key if put.by_key else one.code for one in options)


@lru_cache(maxsize=64)
def _asked(name: str, language: str) -> Asked:
    return asked(name, language)
