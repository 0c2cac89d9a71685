"""A submission as the answer line of the paper, to be typed in where every paper is."""

from __future__ import annotations

from collections.abc import Mapping

from accessibility.prompt import Option
from bot.dialogue.answer_line import check_digit, written
from bot.dialogue.form import Form
from bot.dialogue.outline import lay_out
from bot.dialogue.xlsform.submission import Sent, answers_of, person_at
from bot.dialogue.xlsform.xpath import ZERO

PARTS = "/-"
"""Between the names of groups, in the tables of Kobo and of ODK Central."""


def line_of(form: Form, sent: Sent, listed: Mapping[str, tuple[Option, ...]]) -> str:
    """The line with its check digit; where a person was asked for, it ends with 0.

    A pin on the map does not stand on the line: the words of the place do.
    """
    one_line = {name: " ".join(text.split()) for name, text in sent.items()}
    line = written(form, answers_of(form, one_line), listed)
    wanted = person_at(form, one_line)
    number = next((s.number for s in lay_out(form) if s.question.name == wanted), 0)
    if not number:
        return line
    begun = f"{line.rpartition(' c=')[0]} {number}={ZERO}"
    return f"{begun} c={check_digit(begun)}"


def sent_in(row: Mapping[str, str | None]) -> dict[str, str]:
    """The fields of a row of a table, by the last part of their names.

    A field outside all groups comes first: some tables also have a column for each choice.
    """
    names = sorted(row, key=lambda name: any(sign in name for sign in PARTS))
    found: dict[str, str] = {}
    for name in names:
        last = name.replace("-", "/").rpartition("/")[2]
        found.setdefault(last, row[name] or "")
    return found
