"""The answer line as a script shows it: empty or as far as it is known, and an example."""

from __future__ import annotations

from collections.abc import Mapping

from accessibility.prompt import Kind, Option
from bot.dialogue.answer_line import USUAL, as_written, check_digit, edition, quoted
from bot.dialogue.form import Form
from bot.dialogue.outline import Laid, Look, lay_out

LookedUp = Mapping[str, tuple[Option, ...]]
Answers = Mapping[str, tuple[str, ...]]
Piece = tuple[str, str]
CHECK = "c="


def pieces(form: Form, look: Look, answers: Answers, listed: LookedUp) -> tuple[Piece, ...]:
    """What stands on the line, piece by piece; no answer where one is still to be written."""
    steps = (
        (
            f"{step.number}=",
            as_written(step.question, answers[step.question.name], listed)
            if step.question.name in answers
            else "",
        )
        for step in lay_out(form, look)
    )
    return (*_head(form), *steps, (CHECK, ""))


def example(form: Form, look: Look, words: str) -> str:
    """A short line with a right check digit: one box, several, words, and no answer."""
    laid = lay_out(form, look)
    shown = {
        step.number: told
        for step, told in (
            (_first(laid, Kind.ONE), "1"),
            (_first(laid, Kind.MANY), "13"),
            (_first(laid, Kind.PLACE, Kind.TEXT), quoted(words)),
            (next((step for step in laid if step.question.optional), None), "-"),
        )
        if step is not None
    }
    steps = (f"{number}={told}" for number, told in sorted(shown.items()))
    line = " ".join("".join(piece) for piece in _head(form)) + " " + " ".join(steps)
    return f"{line} {CHECK}{check_digit(line)}"


def _first(laid: tuple[Laid, ...], *kinds: Kind) -> Laid | None:
    return next((step for step in laid if step.question.kind in kinds), None)


def _head(form: Form) -> tuple[Piece, ...]:
    named = () if form.name == USUAL else (("f=", form.name),)
    return (*named, ("v=", edition(form)))
