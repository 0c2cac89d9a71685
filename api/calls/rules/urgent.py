"""Which calls are one call, which reason weighs more, and how soon each is due."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from api.vocabulary import CallReason, Urgency

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
    CallReason.FOLLOW_UP,
    CallReason.NEWS,
    CallReason.PHONE_ONLY,
    CallReason.INVITED,
)
"""Reasons, the most urgent first."""

LEAD = {
    Urgency.NOW: 15 * MINUTES,
    Urgency.TODAY: 60 * MINUTES,
    Urgency.WEEK: 4 * 60 * MINUTES,
    Urgency.LATER: 24 * 60 * MINUTES,
}
"""How long a call may wait, by how soon help is needed."""

THEIR_OWN = frozenset(
    {
        CallReason.DANGER,
        CallReason.NOT_ARRIVED,
        CallReason.ASKED,
        CallReason.CANNOT_READ,
        CallReason.MEDIA,
        CallReason.MISUNDERSTOOD,
        CallReason.NO_CONSENT,
    }
)
"""Reasons that come from the person: whoever gives one can be reached again."""

UNKNOWN = {CallReason.UNFINISHED: Urgency.NOW, CallReason.INVITED: Urgency.LATER}
"""How soon help is needed where nobody said; for all other reasons, today."""

DELAY = 30 * MINUTES
DELAYS = 4
"""So often a new promise is made for twice as long as the one before; then for as long."""


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

    Of an unfinished request nobody knows how urgent it is, so unknown means now; who is invited
    waits for nothing.
    """
    if reason is CallReason.DANGER:
        return timedelta()
    return LEAD[urgency or UNKNOWN.get(reason, Urgency.TODAY)]


def delayed(delays: int) -> timedelta:
    """How much longer somebody waits whose promise was made anew so often before."""
    return DELAY * (1 << min(delays, DELAYS))
