"""Which calls are one call, which reason weighs more, and how soon each is due."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from api.vocabulary import CallOutcome, CallReason, Urgency

MINUTES = timedelta(minutes=1)

WEIGHT = (
    CallReason.DANGER,
    CallReason.NOT_ARRIVED,
    CallReason.LADDER,
    CallReason.UNFINISHED,
    CallReason.ASKED,
    CallReason.CANNOT_READ,
    CallReason.MEDIA,
    CallReason.UNKNOWN_PLACE,
    CallReason.MISUNDERSTOOD,
    CallReason.ADDRESS_DEAD,
    CallReason.NO_CONSENT,
    CallReason.PHONE_ONLY,
)
"""Reasons, the most urgent first."""

LEAD = {
    Urgency.NOW: 15 * MINUTES,
    Urgency.TODAY: 60 * MINUTES,
    Urgency.WEEK: 4 * 60 * MINUTES,
    Urgency.LATER: 24 * 60 * MINUTES,
}
"""How long a call may wait, by how soon help is needed."""

UNREACHED = frozenset(
    {CallOutcome.CALL_LATER, CallOutcome.NO_ANSWER, CallOutcome.BUSY, CallOutcome.VOICEMAIL}
)
"""Outcomes after which the call is tried again."""

BUSY_RETRY = 15 * MINUTES
RETRY = 120 * MINUTES
"""Another time of day, yet three more tries fit into the day."""

TRIES = 4
"""Tries that reach nobody before a coordinator is told."""


class Family(StrEnum):
    """With whom a call is: one person has at most one open call of each kind."""

    RESIDENT = "resident"
    LEADER = "leader"


def family(reason: CallReason) -> Family:
    """Whether a call is with a resident, about everything, or with a group's leader."""
    return Family.LEADER if reason is CallReason.PHONE_ONLY else Family.RESIDENT


def more_urgent(one: CallReason, other: CallReason) -> CallReason:
    """The weightier of two reasons."""
    return min(one, other, key=WEIGHT.index)


def lead(reason: CallReason, urgency: Urgency | None) -> timedelta:
    """How long a call may wait: danger not at all, an unknown urgency as if today.

    Of an unfinished request nobody knows how urgent it is, so unknown means now.
    """
    if reason is CallReason.DANGER:
        return timedelta()
    unknown = Urgency.NOW if reason is CallReason.UNFINISHED else Urgency.TODAY
    return LEAD[urgency or unknown]


def retry_after(outcome: CallOutcome) -> timedelta | None:
    """When to try again after this came of a try; None when somebody was reached, or nobody is."""
    if outcome not in UNREACHED:
        return None
    return BUSY_RETRY if outcome is CallOutcome.BUSY else RETRY
