"""Calls: how they are held, why, and what came of them."""

from __future__ import annotations

from enum import StrEnum


class CallBy(StrEnum):
    """How a call is held."""

    VOICE = "voice"
    TEXT = "text"
    RELAY = "relay"
    INTERPRETER = "interpreter"


class CallReason(StrEnum):
    """Why a person must talk with somebody."""

    ASKED = "asked"
    DANGER = "danger"
    MISUNDERSTOOD = "misunderstood"
    CANNOT_READ = "cannot_read"
    MEDIA = "media"
    LADDER = "ladder"
    ADDRESS_DEAD = "address_dead"
    UNFINISHED = "unfinished"
    UNKNOWN_PLACE = "unknown_place"
    PHONE_ONLY = "phone_only"
    NO_CONSENT = "no_consent"
    NOT_ARRIVED = "not_arrived"
    FOLLOW_UP = "follow_up"
    NEWS = "news"
    INVITED = "invited"


class CallStatus(StrEnum):
    """How far a call is."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    CLOSED = "closed"


class CardStatus(StrEnum):
    """What became of a call card: a caller was asked whether they take a call."""

    SENT = "sent"
    TAKEN = "taken"
    NOT_NOW = "not_now"
    GIVEN_BACK = "given_back"
    WITHDRAWN = "withdrawn"


class CardOver(StrEnum):
    """Why a card is over that its caller did not answer."""

    TAKEN = "taken"
    YOURS = "yours"
    NOT_NEEDED = "not_needed"


class CallOutcome(StrEnum):
    """What came of a call."""

    COMPLETED = "completed"
    PARTLY = "partly"
    CALL_LATER = "call_later"
    NO_HELP_WANTED = "no_help_wanted"
    WRONG_NUMBER = "wrong_number"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    VOICEMAIL = "voicemail"
    NUMBER_DEAD = "number_dead"


class PartOfDay(StrEnum):
    """When somebody may be rung."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
