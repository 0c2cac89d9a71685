"""How far requests, offers, tasks, alerts and restrictions are."""

from __future__ import annotations

from enum import StrEnum


class RequestStatus(StrEnum):
    """How far a request is; derived from its needs."""

    OPEN = "open"
    OFFERED = "offered"
    TAKEN = "taken"
    DONE = "done"
    PARTLY = "partly"
    UNMET = "unmet"
    CANCELLED = "cancelled"


WAITING_STATUSES = (RequestStatus.OPEN, RequestStatus.OFFERED)
"""Nobody said yes yet."""

OPEN_STATUSES = (RequestStatus.OPEN, RequestStatus.OFFERED, RequestStatus.TAKEN)


class Reason(StrEnum):
    """Why a group cannot take a request: the hard rules of matching, in their fixed order."""

    LEAF = "leaf"
    MODE = "mode"
    COMMUNICATION = "communication"
    ACCOMMODATION = "accommodation"
    OPEN = "open"
    CAPACITY = "capacity"
    COVERAGE = "coverage"
    RESTRICTION = "restriction"
    REFUSED = "refused"
    BLOCKED = "blocked"


class OfferStatus(StrEnum):
    """How far an offer is."""

    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Part(StrEnum):
    """Which part of the help an offer asks for; bring and carry are a relay of two."""

    WHOLE = "whole"
    BRING = "bring"
    CARRY = "carry"


class RelayStep(StrEnum):
    """What happens in a relay of two: who is found, who left, that nobody is, and how far it is.

    Once nothing restricts the place: who brings it alone, or that the part to carry is over.
    """

    BRINGS = "brings"
    CARRIES = "carries"
    LEFT = "left"
    NOBODY = "nobody"
    SETS_OUT = "sets_out"
    AT_GATE = "at_gate"
    ALONE = "alone"
    OVER = "over"


class TaskStatus(StrEnum):
    """How far an accepted offer is."""

    UNDER_WAY = "under_way"
    DONE = "done"
    PARTLY = "partly"
    GIVEN_UP = "given_up"


class Arrival(StrEnum):
    """What a resident says of the help that was to come."""

    DONE = "done"
    PARTLY = "partly"
    NO = "no"


class RestrictionKind(StrEnum):
    """A rule in an area that limits help in person."""

    CLOSED = "closed"
    GATE_DROP = "gate_drop"
    PERMIT = "permit"
    INSIDE_ONLY = "inside_only"


class PlanOutcome(StrEnum):
    """What came of an assignment when its plan was applied: only `offered` asked anybody."""

    OFFERED = "offered"
    TAKEN = "taken"
    CLOSED = "closed"
    FULL = "full"
    UNABLE = "unable"
    NOBODY = "nobody"


PERMITTING = frozenset({RestrictionKind.PERMIT, RestrictionKind.GATE_DROP})
"""The kinds that a group may hold a permit for; the others let nobody in by one."""


class Access(StrEnum):
    """How near to a home help in person may come, by the restrictions that hold there."""

    DOOR = "door"
    GATE = "gate"
    CLOSED = "closed"


class AlertKind(StrEnum):
    """Danger gets the card at once, a hint of it one question; a flag never shows there."""

    DANGER = "danger"
    ASK = "ask"
    FLAG = "flag"


class DangerClass(StrEnum):
    """Which danger words tell of."""

    MEDICAL = "medical"
    FIRE_GAS = "fire_gas"
    VIOLENCE = "violence"
    SELF_HARM = "self_harm"
    CHILD = "child"
    ABUSE = "abuse"
    EXPLOITATION = "exploitation"
    TRAPPED = "trapped"


class SafetyAnswer(StrEnum):
    """What came of the question whether somebody is in danger."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"
