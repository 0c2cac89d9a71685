"""The questions that lines may be read at: any of any form, and four by a name of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import locales
from accessibility.prompt import OTHER_KEY, Kind, Option, Prompt
from bot.forms import FORMS
from bot.wording import Wording

SHOWN = 5
"""As many options as one menu has; the others are answered by name."""

TONGUES = (("en", "English"), ("zh-Hans", "中文"), ("es", "Español"))
"""What the question `language` offers; the last has no rules, and may be named all the same."""


class UnknownQuestionError(Exception):
    """A question that nobody asks."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question. `by_key`: its answers are told by their keys."""

    name: str
    prompt: Prompt
    by_key: bool = False


def asked(name: str, language: str) -> Asked:
    """The question of a name, as it is put in a language."""
    if name == "yes_no":
        return Asked(name, _shared(("yes", "no"), language))
    if name == "choice5":
        menu = _of_a_form("ask.need", language)
        five = replace(menu, options=menu.options[:SHOWN], also=(), kind=Kind.ONE)
        return Asked(name, five, by_key=True)
    if name == "when":
        return Asked(name, _of_a_form("ask.urgency", language))
    if name == "language":
        options = (Option(tag, label, str(at)) for at, (tag, label) in enumerate(TONGUES, 1))
        return Asked(name, Prompt("", tuple(options), kind=Kind.ONE, question_id="1"))
    known = [f"{form.name}.{one.name}" for form in FORMS.values() for one in form.questions]
    if name not in known:
        ours = "yes_no choice5 when language"
        raise UnknownQuestionError(f"No form asks {name}. Choose from: {ours} {' '.join(known)}")
    return Asked(name, _of_a_form(name, language))


def _shared(codes: tuple[str, ...], language: str) -> Prompt:
    """A question of options that are called the same wherever they are asked."""
    say = locales.catalog(language).say
    options = (Option(one, say(f"option-{one}"), str(at)) for at, one in enumerate(codes, 1))
    return Prompt("", tuple(options), kind=Kind.ONE, question_id="1")


def _of_a_form(code: str, language: str) -> Prompt:
    """The question as it is put, without the words that depend on what was said before."""
    form, name = code.split(".")
    question = FORMS[form].question(name)
    words = Wording(ZoneInfo("UTC"), language).words(language, datetime.now(UTC))
    listed = [(one, str(key)) for key, one in enumerate(question.options[:SHOWN], 1)]
    listed += [(question.other, OTHER_KEY)] if question.other else []
    also = tuple(Option(one, words.option(code, one)) for one in question.options[SHOWN:])
    options = tuple(Option(one, words.option(code, one), key) for one, key in listed)
    return Prompt("", options, also, question.kind, "1", question.optional, code=code)
