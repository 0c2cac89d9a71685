"""What a resident needs so that help works."""

from __future__ import annotations

from enum import StrEnum


class Accommodation(StrEnum):
    """What a resident needs so that help works; groups and volunteers are matched on it."""

    NO_PHONE_CALLS = "no_phone_calls"
    NO_TEXT = "no_text"
    BLIND = "blind"
    HARD_OF_HEARING = "hard_of_hearing"
    SPEECH = "speech"
    SIGN_LANGUAGE = "sign_language"
    INTERPRETER = "interpreter"
    EASY_READ = "easy_read"
    SLOW = "slow"
    LARGE_PRINT = "large_print"
    RING_LONG = "ring_long"
    NO_STAIRS = "no_stairs"
    WHEELCHAIR = "wheelchair"
    ASSISTANCE_DOG = "assistance_dog"
    CONTACTLESS = "contactless"
    GATE_ONLY = "gate_only"
    WOMAN_ONLY = "woman_only"
    COMPANION_PRESENT = "companion_present"


TALKING = (
    Accommodation.NO_PHONE_CALLS,
    Accommodation.NO_TEXT,
    Accommodation.BLIND,
    Accommodation.HARD_OF_HEARING,
    Accommodation.SPEECH,
    Accommodation.SIGN_LANGUAGE,
    Accommodation.INTERPRETER,
    Accommodation.EASY_READ,
    Accommodation.SLOW,
    Accommodation.LARGE_PRINT,
)


AT_THE_DOOR = (
    Accommodation.RING_LONG,
    Accommodation.NO_STAIRS,
    Accommodation.WHEELCHAIR,
    Accommodation.ASSISTANCE_DOG,
    Accommodation.CONTACTLESS,
    Accommodation.GATE_ONLY,
)


WHO_MAY_COME = (Accommodation.WOMAN_ONLY, Accommodation.COMPANION_PRESENT)


ABLE_ACCOMMODATIONS = frozenset(
    {
        Accommodation.SIGN_LANGUAGE,
        Accommodation.INTERPRETER,
        Accommodation.EASY_READ,
        Accommodation.NO_STAIRS,
        Accommodation.WHEELCHAIR,
        Accommodation.ASSISTANCE_DOG,
        Accommodation.WOMAN_ONLY,
    }
)
"""Accommodations a group must say it can give; the others only need to be known and heeded."""


OFFER_ACCOMMODATIONS = frozenset(
    {*AT_THE_DOOR, *WHO_MAY_COME, Accommodation.SIGN_LANGUAGE, Accommodation.INTERPRETER}
)
"""Accommodations a volunteer must decide on, so an offer shows them; none is a diagnosis."""
