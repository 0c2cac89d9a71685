"""What each notice says: codes and raw values; the bot words them by the fields' names.

A field that may be missing has a default; the words have a sentence without it. Fields named in
UNSAID belong to the question a notice opens, or tell a channel which message is meant.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from api.vocabulary import (
    Accommodation,
    AlertKind,
    Arrival,
    CallBy,
    CallReason,
    Leaf,
    NoticeCode,
    RequestStatus,
    TaskStatus,
    Urgency,
)
from api.wire import Wire

UNSAID = frozenset({"offer_id", "request_id", "task_id", "purpose", "letter", "remote", "people"})


class Nothing(Wire):
    """A notice that always says the same."""


class AboutRequest(Wire):
    """Which request: its receipt and what it was for."""

    receipt: str
    leaves: list[Leaf]


class Status(AboutRequest):
    """How a request stands."""

    status: RequestStatus


class Found(AboutRequest):
    """Who comes, and the word they will say at the door."""

    name: str
    word: str


class OnTheWay(Wire):
    """Who is on the way, and when they will be there if they said."""

    receipt: str
    name: str
    word: str
    at: datetime | None = None


class Named(AboutRequest):
    """Which request, and a name."""

    name: str


class DidHelpArrive(AboutRequest):
    """Asks whether help arrived."""

    request_id: str
    purpose: Literal["arrived"] = "arrived"


class Thanks(Wire):
    """What the resident said of the help."""

    receipt: str
    outcome: Arrival


class CallQueued(Wire):
    """How and until when a person gets in touch."""

    by: CallBy
    before: datetime


class CallMessage(Wire):
    """A sentence of a caller."""

    name: str
    text: str


class Offer(Wire):
    """What a volunteer decides on; nothing in it says who the resident is."""

    offer_id: str
    leaves: list[Leaf]
    area: str
    urgency: Urgency
    accommodations: list[Accommodation] = Field(default_factory=list)
    distance: int | None = None
    count: int | None = None
    letter: str = ""
    remote: bool = False
    people: str = ""


class GroupOffer(Wire):
    """An offer in a group chat, where any leaf of health or talk reads "an errand"."""

    offer_id: str
    leaves: list[Leaf]
    area: str
    urgency: Urgency
    accommodations: list[Accommodation] = Field(default_factory=list)
    distance: int | None = None
    count: int | None = None


class GroupTaken(Wire):
    """An offer of a group chat is taken, by whom."""

    leaves: list[Leaf]
    area: str
    name: str


class GroupClosed(Wire):
    """An offer of a group chat is closed."""

    leaves: list[Leaf]
    area: str


class Accepted(AboutRequest):
    """The private details, for the one volunteer who has the task."""

    name: str
    address: str
    word: str
    phone: str = ""
    details: dict[str, str] = Field(default_factory=dict)
    accommodations: list[Accommodation] = Field(default_factory=list)


class Leaves(Wire):
    """What it was about."""

    leaves: list[Leaf]


class Task(Named):
    """A task of the volunteer, with the resident's name; asks how it goes."""

    task_id: str


class TaskDone(Wire):
    """A task is at its end."""

    receipt: str
    outcome: TaskStatus


class Name(Wire):
    """Whom it reached."""

    name: str


class Word(Wire):
    """A sentence passed on."""

    receipt: str
    name: str
    text: str


class Enrolled(Wire):
    """A volunteer of a group."""

    name: str
    group: str


class Paused(Wire):
    """No offers until then; with no end, until the volunteer says so."""

    at: datetime | None = None


class SafeguardingAlert(Wire):
    """Somebody may be in danger."""

    kind: AlertKind
    at: datetime
    name: str = ""
    phone: str = ""
    text: str = ""
    receipt: str = ""


class CoordinatorAlert(Wire):
    """Something that a coordinator must see to."""

    reason: CallReason
    receipt: str = ""
    before: datetime | None = None


VALUES: dict[NoticeCode, type[Wire]] = {
    NoticeCode.REQUEST_RECEIVED: AboutRequest,
    NoticeCode.REQUEST_CHANGED: AboutRequest,
    NoticeCode.REQUEST_CANCELLED: AboutRequest,
    NoticeCode.REQUEST_SPLIT: AboutRequest,
    NoticeCode.REQUEST_STATUS: Status,
    NoticeCode.LOOKING_FURTHER: AboutRequest,
    NoticeCode.VOLUNTEER_FOUND: Found,
    NoticeCode.VOLUNTEER_ON_THE_WAY: OnTheWay,
    NoticeCode.VOLUNTEER_LEFT: Named,
    NoticeCode.DID_HELP_ARRIVE: DidHelpArrive,
    NoticeCode.ARRIVAL_THANKS: Thanks,
    NoticeCode.REMINDER: Nothing,
    NoticeCode.CALL_QUEUED: CallQueued,
    NoticeCode.CALL_MESSAGE: CallMessage,
    NoticeCode.ALERT_UNHEARD: Nothing,
    NoticeCode.MEDIA_RECEIVED: Nothing,
    NoticeCode.OFFER: Offer,
    NoticeCode.GROUP_OFFER: GroupOffer,
    NoticeCode.GROUP_OFFER_TAKEN: GroupTaken,
    NoticeCode.GROUP_OFFER_CLOSED: GroupClosed,
    NoticeCode.OFFER_NEEDS_PRIVATE: Nothing,
    NoticeCode.OFFER_ACCEPTED: Accepted,
    NoticeCode.OFFER_TOO_LATE: Leaves,
    NoticeCode.OFFER_DECLINED: Leaves,
    NoticeCode.OFFER_WITHDRAWN: Leaves,
    NoticeCode.TASK_STARTED: Task,
    NoticeCode.TASK_DONE: TaskDone,
    NoticeCode.TASK_HANDED_BACK: AboutRequest,
    NoticeCode.TASK_CHECK_IN: Task,
    NoticeCode.TASK_RELEASED: AboutRequest,
    NoticeCode.TASK_CANCELLED: Named,
    NoticeCode.WORD_SENT: Name,
    NoticeCode.WORD_FROM_VOLUNTEER: Word,
    NoticeCode.WORD_FROM_RESIDENT: Word,
    NoticeCode.ENROLLED: Enrolled,
    NoticeCode.INVITE_REFUSED: Nothing,
    NoticeCode.PAUSED: Paused,
    NoticeCode.RESUMED: Nothing,
    NoticeCode.LEFT: Nothing,
    NoticeCode.SAFEGUARDING_ALERT: SafeguardingAlert,
    NoticeCode.COORDINATOR_ALERT: CoordinatorAlert,
    NoticeCode.TOO_LATE: Nothing,
}
