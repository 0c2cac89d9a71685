"""What volunteers and group chats are told."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from api.notices.schemas.resident import AboutRequest, Named
from api.vocabulary import (
    Access,
    Accommodation,
    Leaf,
    Mode,
    NoticeCode,
    RelayStep,
    TaskStatus,
    Urgency,
)
from api.wire import Wire

Restrictedly = Literal["yes", ""]
"""Whether a restriction is the reason."""


Half = Literal["bring", "carry", ""]
"""Of a relay: to the gate, or from there to the door."""


class Offer(Wire):
    """What a volunteer decides on; nothing in it says who the resident is.

    `interpreter`: the resident's language, where whoever is asked does not share it.
    """

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
    half: Half = ""
    interpreter: str = ""


class GroupOffer(Wire):
    """An offer in a group chat, where any leaf of health or talk reads "an errand"."""

    offer_id: str
    leaves: list[Leaf]
    area: str
    urgency: Urgency
    accommodations: list[Accommodation] = Field(default_factory=list)
    distance: int | None = None
    count: int | None = None
    half: Half = ""
    interpreter: str = ""


class GroupTaken(Wire):
    """An offer of a group chat is taken, by whom."""

    leaves: list[Leaf]
    area: str = ""
    name: str = ""


class GroupClosed(Wire):
    """An offer of a group chat is closed, and because of what, as volunteers are told it.

    `restricted`: by a rule of the area.
    """

    leaves: list[Leaf]
    area: str = ""
    because: NoticeCode = NoticeCode.OFFER_WITHDRAWN
    restricted: Restrictedly = ""


class Accepted(AboutRequest):
    """The private details, for the one volunteer who has the task."""

    word: str
    mode: Mode
    access: Access = Access.DOOR
    name: str = ""
    address: str = ""
    phone: str = ""
    details: dict[str, str] = Field(default_factory=dict)
    accommodations: list[Accommodation] = Field(default_factory=list)
    interpreter: str = ""


class Leaves(Wire):
    """What it was about."""

    leaves: list[Leaf]


class OfferOver(Leaves):
    """An offer ended unaccepted."""

    offer_id: str
    letter: str = ""


class OfferChanged(OfferOver):
    """An offer ended because its request changed; `again`: a new one follows.

    `restricted`: it is a rule of the area that changed.
    """

    again: Literal["yes", ""] = ""
    restricted: Restrictedly = ""


Afar = Literal["yes", ""]
"""Whether a task is done from afar, by telephone or in writing."""


class TaskOpen(Leaves):
    """A task of the volunteer; asks how it goes."""

    task_id: str
    remote: Afar = ""


class TaskCheckIn(Named):
    """A task that nothing was heard of for a while, with the resident's name; asks how it goes."""

    task_id: str
    remote: Afar = ""


class TaskReleased(AboutRequest):
    """A task that others are asked for now."""

    mode: Mode


class TaskCancelled(Named):
    """A task that its request needs no more."""

    mode: Mode


class TaskStarted(Named):
    """A task that its volunteer began, by setting out or from afar."""

    mode: Mode


class TaskChanged(Named):
    """A task whose request changed: how soon, and what else is new of where and what."""

    urgency: Urgency
    address: str = ""
    text: str = ""


class TaskRestricted(Named):
    """How near its volunteer may come from now on; closed: not at all, the task is not theirs."""

    access: Access
    at: datetime | None = None


class RelayPartner(AboutRequest):
    """The other half of a relay: who it is, that they left, or where it is; or what is over.

    `half` is their own; `word` is said at the gate by who brings it; `at`: when they are there.
    """

    news: RelayStep
    half: Half
    name: str = ""
    word: str = ""
    at: datetime | None = None


class TaskDone(Wire):
    """A task is at its end."""

    receipt: str
    outcome: TaskStatus


class Name(Wire):
    """Whom it reaches."""

    name: str = ""


class Word(Wire):
    """A sentence passed on."""

    receipt: str
    text: str
    name: str = ""
