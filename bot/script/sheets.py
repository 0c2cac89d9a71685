"""A form in the words of a caller: no sentence says that a computer program speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from accessibility.prompt import Option, Prompt, Sheet
from api.vocabulary import InvitedAs
from bot.dialogue.condition import About, Fact, Leaf
from bot.dialogue.outline import Look, as_sheet, unknown
from bot.dialogue.state import Asked
from bot.dialogue.statement import CALL
from bot.forms import FORMS
from bot.script.order import Order, ScriptKind
from bot.values import Words
from bot.wording import Wording, as_values

BLANK = "_" * 12
"""Stands where a question tells something that is not known yet."""

LISTED = "…"
"""Stands where everything is read back from another part of the sheet."""

LEFT_OPEN = ("leaves", "urgency", "area", "distance", "accommodations", "said", "name")
ON_PAPER = "paper"
"""The id of every question: nothing is open on paper."""


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words of one language, as a sheet needs them."""

    wording: Wording
    words: Words
    values: Mapping[str, object]

    def prompt(self, asked: Asked) -> Prompt:
        """A question as a caller says it."""
        put = replace(asked, question_id=ON_PAPER, values=self.values)
        language = self.words.catalog.language
        return self.wording.aloud(asked.code, as_values(put), language, self.words.now)

    def option(self, question: str, code: str) -> str:
        """The words of one option."""
        key = f"{question.replace('.', '-')}-{code}"
        if self.words.catalog.has(key, CALL):
            return self.words.catalog.say(key, CALL)
        return self.words.option(question, code)

    def item(self, question: str) -> str:
        """The short name of an answer."""
        return self.words.item(question)

    def say(self, key: str, **values: str | int) -> str:
        """A message."""
        return self.words.catalog.say(key, None, **values)


def sheet_of(
    order: Order, language: str, wording: Wording, now: datetime, languages: tuple[Option, ...]
) -> Sheet:
    """The ordered form in one language."""
    words = wording.words(language, now)
    unknown_yet = [name for name in LEFT_OPEN if name not in order.known.values]
    told = dict(wording.always) | dict.fromkeys(unknown_yet, BLANK)
    if order.form == "follow_up":  # it asks well without them
        told |= {"leaves": "", "urgency": ""}
    told["read_back"] = LISTED
    said = SheetWords(replace(wording, always=told), words, order.known.values)
    looked_up = {"languages": languages}
    return as_sheet(FORMS[order.form], said, language, look=look_of(order), looked_up=looked_up)


def look_of(order: Order) -> Look:
    """What a kind of call knows beforehand: a follow-up asks whether the help arrived.

    Whoever is called to be invited is no volunteer yet, and their language is known.
    """
    if order.form == "enrol" and "invited_as" in order.known.values:
        return _invited(calls=order.known.values["invited_as"] == InvitedAs.CALLER)
    if (order.form, order.kind) != ("follow_up", ScriptKind.FOLLOW_UP):
        return unknown

    def look(leaf: Leaf) -> bool | None:
        if isinstance(leaf, About) and leaf.name == "purpose":
            return "arrived" in leaf.values
        return None

    return look


def _invited(*, calls: bool) -> Look:
    facts = {"volunteer": False, "language_known": True}

    def look(leaf: Leaf) -> bool | None:
        if isinstance(leaf, Fact):
            return facts.get(leaf.name)
        return calls if isinstance(leaf, About) and leaf.name == "takes_calls" else None

    return look
