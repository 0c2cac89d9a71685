"""What the sheets of an XLSForm are made of: rows by column, each label in every language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from accessibility.prompt import Option
from bot.dialogue.form import Form
from bot.dialogue.statement import CALL

Row = dict[str, str]
"""One row, by the names of its columns."""

LookedUp = Mapping[str, tuple[Option, ...]]


class Words(Protocol):
    """The words of one language, as an XLSForm needs them."""

    @property
    def column(self) -> str:
        """What ODK calls the language: "English (en)"."""

    def say(self, key: str, attribute: str | None = None, **values: str) -> str:
        """A message, or an attribute of it."""

    def has(self, key: str, attribute: str | None = None) -> bool:
        """Whether there are words for a key."""

    def option(self, question: str, code: str) -> str:
        """The label of an option of a question ("ask.need")."""

    def needs(self, key: str, attribute: str | None = None) -> frozenset[str]:
        """The values without which the words cannot be said."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """An XLSForm, ready to be written: the three sheets of the workbook."""

    survey: tuple[Row, ...]
    choices: tuple[Row, ...]
    settings: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which form is wanted, and in which words.

    `person` is the form behind key 0, the first words are the default. `looked_up` are options
    that stand in no form. A `practice` form says so first and has an id of its own.
    """

    form: Form
    person: Form
    words: Sequence[Words]
    looked_up: LookedUp = field(default_factory=dict)
    practice: bool = False

    @property
    def has_way_out(self) -> bool:
        """Whether a person can be asked for; not in the form that already does so."""
        return self.form.name != self.person.name

    def told(self, column: str, tell: Callable[[Words], str]) -> Row:
        """A column in every language; without those that have nothing to say."""
        told = {f"{column}::{words.column}": tell(words) for words in self.words}
        return {name: text for name, text in told.items() if text}

    def note(self, name: str, key: str, relevant: str = "") -> Row:
        """Something to read out or to know, without an answer."""
        label = self.told("label", lambda words: worded(words, key))
        return row("note", name, label, relevant=relevant)


def row(kind: str, name: str, *columns: Row, **more: str) -> Row:
    """A row of the survey; empty columns are left out."""
    filled = {column: text for column, text in more.items() if text}
    return (
        {"type": kind, "name": name} | {k: v for part in columns for k, v in part.items()} | filled
    )


def spoken(words: Words, key: str) -> str | None:
    """Which of a message's words a person reads out."""
    return CALL if words.has(key, CALL) else None


def worded(words: Words, key: str, **values: str) -> str:
    """A message as a person reads it out; what it needs and nobody gave is asked for before."""
    attribute = spoken(words, key)
    lacking = words.needs(key, attribute) - values.keys()
    return words.say(key, attribute, **{name: f"${{{about(name)}}}" for name in lacking}, **values)


def about(name: str) -> str:
    """The question that asks for a value of the words."""
    return f"about_{name}"
