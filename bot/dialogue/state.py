"""What a conversation remembers, and what one turn of it makes: plain data.

Plain, so that it survives a restart and a change of worker.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from accessibility.prompt import Option, Part
from bot.dialogue.condition import Answers


@dataclass(frozen=True, slots=True)
class Frame:
    """One form under way: its answers in the order of the form, and what it is about.

    `open` names the question last asked and `asked` is the serial it was asked under: a fact
    that comes true meanwhile changes neither, so a reply always meets the question it was given
    to. `page`, `misses`, `chosen` and `said` belong to the open question only: the page shown,
    the misunderstandings in a row, the options pressed so far, and the words of a place with the
    places `found` for them, from which the person is choosing. `later`: what free words said that
    the person is asked about as soon as that may be asked.
    """

    form: str
    answers: Answers = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
    open: str = ""
    asked: int = 0
    page: int = 0
    misses: int = 0
    chosen: tuple[str, ...] = ()
    said: str = ""
    found: tuple[Option, ...] = ()
    later: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """Everything a conversation remembers; the last frame holds the open question.

    `serial` counts the questions asked; a button carries it, so that a stale one is known.
    `stopped`: the person said stop; nothing is open until they say something. `displaced`: the
    question the person had was replaced by itself, and they said nothing since. `unheard`: so many
    voice notes in a row were not heard well, or wrongly.
    """

    frames: tuple[Frame, ...] = ()
    serial: int = 0
    looked_up: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    stopped: bool = False
    displaced: bool = False
    unheard: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What is true around the conversation now; `known` are fact names for conditions.

    `lookups` are results the shell fetched: name of the lookup -> options with their labels.
    `root` is the form to open when none is under way, with what it is about. `values` may be
    used by the words of every question. `recalled`: earlier answers that may be used again, by
    question. `profile`: what is kept of how to talk with the person, to be read back to them.
    """

    now: datetime
    language: str = ""
    known: frozenset[str] = frozenset()
    lookups: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    root: str = "ask"
    root_about: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    recalled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    profile: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt in codes: worded by the shell, in the person's language, at the last moment.

    `code` is a question ("ask.need") or a statement ("unclear", "ask-no_consent"). `options` are
    on this page in key order, `also` on the others; only looked-up ones have labels. `variant`
    names the attribute of the question's words to prefer, if there is such.
    """

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)
    question_id: str = ""
    options: tuple[Option, ...] = ()
    also: tuple[Option, ...] = ()
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """An effect to carry out, with its values."""

    effect: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lookup:
    """Something the shell must fetch before the engine can go on: a lookup's name and query."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Turn:
    """The outcome of one reading.

    With `lookups` it is no outcome yet: fetch them and advance again from the same state.
    `done`: no form is under way any more. `deferred`: two forms are under way already, so the
    opening is to be given back and tried later; nothing was said or done.
    """

    state: State
    prompts: tuple[Asked, ...] = ()
    effects: tuple[Act, ...] = ()
    lookups: tuple[Lookup, ...] = ()
    done: bool = False
    deferred: bool = False
