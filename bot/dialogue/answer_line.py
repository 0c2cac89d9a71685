"""How the answers of a form are written in one line on paper: `v=47 1=1 4=13 9="Garden Road 5"`.

Every option has the key of its box (`outline.codes_on_paper`). Nothing here needs the words of a
language, so a line means the same to every caller.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from accessibility.prompt import Kind, Located, Option
from accessibility.understand.answer_line import NOT_ANSWERED, QUOTES, answer_line
from api.vocabulary import damm
from bot.dialogue.condition import Answer, Answers
from bot.dialogue.form import Form, Question
from bot.dialogue.outline import codes_on_paper, lay_out

USUAL = "ask"
"""The form of a line that names none."""

EDITIONS = 90
"""Two digits, the first of them no 0."""

Listed = tuple[Option, ...]


def chosen_by(digits: str, question: Question, listed: Listed = ()) -> tuple[str, ...]:
    """The options that joined numbers name, each once; none if any part of it names nothing."""
    codes = {option.key: option.code for option in _boxes(question, listed)}
    found: list[str] = []
    begun = ""
    for digit in digits:
        begun += digit
        if begun in codes:
            found.append(codes[begun])
            begun = ""
    whole = not begun and len(set(found)) == len(found)
    return tuple(found) if whole and (question.kind is Kind.MANY or len(found) == 1) else ()


def edition(form: Form) -> str:
    """Two digits that tell a paper from one of another edition, whose steps are others."""
    steps = [
        (step.number, question.name, question.kind.value, question.codes, question.options_from)
        for step in lay_out(form)
        for question in [step.question]
    ]
    return str(10 + zlib.crc32(repr(steps).encode()) % EDITIONS)


def check_digit(line: str) -> str:
    """The check digit of a line, whatever check digit it may have already."""
    return str(damm(answer_line(line).digits))


def written(form: Form, answers: Answers, listed: Mapping[str, Listed] | None = None) -> str:
    """A filled line with its check digit; steps without an answer are left out."""
    pairs = [
        f"{step.number}={as_written(step.question, answers[step.question.name], listed or {})}"
        for step in lay_out(form)
        if step.question.name in answers
    ]
    line = " ".join((*_head(form), *pairs))
    return f"{line} c={check_digit(line)}"


def _head(form: Form) -> tuple[str, ...]:
    named = () if form.name == USUAL else (f"f={form.name}",)
    return (*named, f"v={edition(form)}")


def _boxes(question: Question, listed: Listed) -> Listed:
    return codes_on_paper(question, {question.options_from: listed})


def as_written(question: Question, answer: Answer, listed: Mapping[str, Listed]) -> str:
    """One answer as it stands on a line: the numbers of its boxes, words in quotes, or a dash."""
    if isinstance(answer, Located):
        where = answer.text or f"{answer.latitude}, {answer.longitude}"
        return quoted(where)
    boxes = _boxes(question, listed.get(question.options_from, ()))
    numbers = {option.code: option.key for option in boxes}
    if set(answer) <= numbers.keys():
        return "".join(numbers[code] for code in numbers if code in answer) or NOT_ANSWERED
    return quoted(answer[0])


def quoted(words: str) -> str:
    """Words as they stand on a line: in quotes, and every quote within them twice."""
    for quote in QUOTES:
        words = words.replace(quote, quote * 2)
    return f'"{words}"'
