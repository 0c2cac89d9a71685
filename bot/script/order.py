"""What script is wanted: of which form, in which languages, for which call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import locales
from bot.forms import FORMS


class ScriptKind(StrEnum):
    """Who calls whom, and why."""

    INCOMING = "incoming"
    CALL_BACK = "call_back"
    FOLLOW_UP = "follow_up"


class OrderError(ValueError):
    """A script that cannot be made as it was ordered; the message says what there is instead."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before the call; nothing of it on a blank script.

    `answers` are codes or words by the question's name. `values` are told by the questions
    themselves, as in a notice (`leaves`, `receipt`). `may_leave`: whether a message may be left.
    `at` is when all this was so, None on a blank script.
    """

    name: str = ""
    phone: str = ""
    receipt: str = ""
    caller: str = ""
    at: datetime | None = None
    may_leave: bool | None = None
    accommodations: tuple[str, ...] = ()
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Order:
    """One script: `language` is the resident's, `ours` the caller's."""

    form: str
    language: str
    ours: str
    kind: ScriptKind = ScriptKind.INCOMING
    large: bool = False
    known: Known = field(default_factory=Known)


def checked(
    form: str, language: str, ours: str = "", kind: str = "", *, large: bool = False
) -> Order:
    """An order by the words somebody typed; raises OrderError for a form or language unknown."""
    if form not in FORMS:
        raise OrderError(f"There is no form {form!r}. Choose from: {' '.join(FORMS)}")
    told = ScriptKind(kind) if kind else usual(form)
    return Order(form, _language(language), _language(ours or language), told, large)


def usual(form: str) -> ScriptKind:
    """The kind of call in which a form is mostly asked."""
    return {"ask": ScriptKind.INCOMING, "follow_up": ScriptKind.FOLLOW_UP}.get(
        form, ScriptKind.CALL_BACK
    )


def _language(tag: str) -> str:
    try:
        return locales.language_asked_for(tag).code
    except locales.UnknownLanguageError as error:
        raise OrderError(str(error)) from error
