"""Which face of a conversation comes first for somebody, by what they told us of themselves.

It changes how something is put, and never what is asked or what an answer means. How somebody
reached us decides nothing here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

UNHEARD = frozenset({"hard_of_hearing", "sign_language"})
"""Who told us one of these does not hear us well enough for speech to come first."""

LONGER = 2
"""So many times as long is waited for somebody who needs more time: pauses, not slower words.

Old listeners follow familiar words at the usual rate, and lose isolated slow ones."""


class Medium(StrEnum):
    """How something reaches a person."""

    TEXT = "text"
    VOICE = "voice"


class Person(StrEnum):
    """What a person does for somebody who cannot read: offered before anything else."""

    CALLS = "calls"
    HELPS = "helps"


@dataclass(frozen=True, slots=True)
class Face:
    """How prompts are put to somebody.

    `first`: what is tried before the other, where a channel has both. `simple`: the simplest
    words come first. `one_thing`: a message says one thing. `large`: pages and papers in large
    print. `patience`: how many times as long one waits for an answer, or pauses.
    """

    first: Medium = Medium.TEXT
    simple: bool = False
    one_thing: bool = False
    large: bool = False
    person: Person | None = None
    patience: int = 1


def face_of(needs: Collection[str], ways: Sequence[str] = ()) -> Face:
    """The face for somebody with these accommodations, who likes these ways, the best first."""
    unread = "no_text" in needs
    spoken = unread or next(iter(ways), "") == Medium.VOICE
    slow = "slow" in needs
    return Face(
        first=Medium.VOICE if spoken and not UNHEARD & set(needs) else Medium.TEXT,
        simple="easy_read" in needs,
        one_thing=slow,
        large="large_print" in needs,
        person=_person(needs) if unread else None,
        patience=LONGER if slow else 1,
    )


def _person(needs: Collection[str]) -> Person:
    """Nobody is told of a call who needs no phone calls."""
    return Person.HELPS if "no_phone_calls" in needs else Person.CALLS
