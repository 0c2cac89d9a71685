"""The wire schemas of reports: counts, moments and groups, no personal data."""

from __future__ import annotations

from datetime import datetime

from api.matching.schemas import MatchesOut
from api.vocabulary import (
    Accommodation,
    CallBy,
    CallReason,
    Leaf,
    Mode,
    OfferStatus,
    Part,
    RequestStatus,
    RestrictionKind,
    TaskStatus,
    Urgency,
)
from api.wire import Count, Id, Short, Wire


class Inside(Wire):
    """How many requests inside the area of a restriction are not closed."""

    restriction_id: Id
    requests: Count


class InsideList(Wire):
    """The restrictions in force or to come; nobody is in it."""

    items: list[Inside]


class WaitingRequests(Wire):
    """Requests that are not closed by status; of those nobody took yet, the rest."""

    by_status: dict[RequestStatus, Count]
    by_leaf: dict[Leaf, Count]
    by_urgency: dict[Urgency, Count]
    oldest_queued_at: datetime | None


class WaitingCalls(Wire):
    """Calls that are not closed."""

    by_way: dict[CallBy, Count]
    by_reason: dict[CallReason, Count]
    claimed: Count
    oldest_created_at: datetime | None


class Waiting(Wire):
    """What waits, and since when; `unheard_alerts` are of danger."""

    at: datetime
    requests: WaitingRequests
    calls: WaitingCalls
    unfinished: Count
    unheard_alerts: Count


class Wave(MatchesOut):
    """One look for help as it was then: what was wanted, who was chosen and why, and who was not.

    `shares`: in which parts it was asked for, of several groups if there is more than one;
    `parts`: which part of a relay each of them is, or the whole. `unmet`: what nobody was left to
    ask for; `opens_at`: when somebody opens who does that.
    """

    wave: Count
    at: datetime
    language: str
    accommodations: list[Accommodation]
    restrictions: list[RestrictionKind]
    shares: list[list[Leaf]]
    parts: list[Part]
    unmet: list[Leaf]
    opens_at: datetime | None


class OfferMade(Wire):
    """An offer without whom it was made to, but for the group.

    `part`: of a relay, or the whole.
    """

    group_id: Id
    group: Short
    to_chat: bool
    leaves: list[Leaf]
    part: Part
    mode: Mode
    wave: Count
    distance_m: int | None
    status: OfferStatus
    sent_at: datetime
    answered_at: datetime | None


class TaskMade(Wire):
    """A task of a group; `word` is what the volunteer says at the door, or at the gate.

    `part`: of a relay, or the whole.
    """

    group_id: Id
    group: Short
    leaves: list[Leaf]
    part: Part
    word: Short
    status: TaskStatus
    accepted_at: datetime
    arrive_at: datetime | None
    ended_at: datetime | None


class Course(Wire):
    """How a request went so far: looks for help, offers, tasks; nobody is in it."""

    waves: list[Wave]
    offers: list[OfferMade]
    tasks: list[TaskMade]
