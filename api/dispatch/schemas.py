"""The wire schemas of offers and tasks."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.vocabulary import Accommodation, Leaf, NoticeCode, TaskStatus, Urgency
from api.wire import Id, Wire, Words


class OfferFact(Wire):
    """An open offer to the person; nothing in it says who the resident is.

    `interpreter`: the resident's language, where whoever is asked does not share it. `half`: of a
    relay, to the gate or from there.
    """

    id: Id
    letter: str
    leaves: list[Leaf]
    urgency: Urgency
    area: str
    accommodations: list[Accommodation]
    people: str
    distance_m: int | None
    remote: bool
    interpreter: str = ""
    half: Literal["bring", "carry", ""] = ""


class OfferOnPhone(OfferFact):
    """What whoever has a volunteer on the phone asks; or why there is nothing to ask any more.

    `receipt`: of a task they had.
    """

    over: NoticeCode | None = None
    receipt: str = ""


class TaskFact(Wire):
    """A task the person has under way."""

    id: Id
    receipt: str
    leaves: list[Leaf]
    remote: bool = False


class TaskTold(TaskFact):
    """A task as its volunteer is told it on the telephone: who, where, and the word to say."""

    word: str
    name: str
    address: str
    phone: str
    details: dict[str, str]
    accommodations: list[Accommodation]
    started: bool


class Answer(Wire):
    """An answer to an offer. Who answers for a volunteer they have on the phone names them."""

    person_id: Id | None = None
    not_now: bool = False


class Answered(Wire):
    """Whether the offer is theirs: the task it became, and the word to say at the door."""

    won: bool
    task_id: Id | None = None
    word: str = ""


class PauseOnPhone(Wire):
    """For how long whoever is on the phone wants not to be asked.

    A pause without an end would have none for who cannot write that they are back.
    """

    how_long: Literal["today", "week"]


class By(Wire):
    """Whose task it is, when somebody says it for a volunteer they have on the phone."""

    person_id: Id | None = None


class Start(By):
    """On the way: minutes until arrival, or a clock time in the group's time zone."""

    minutes: Annotated[int, Field(ge=0, le=1440, strict=True)] | None = None
    clock: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")] | None = None


class Started(Wire):
    """When the volunteer arrives, if they said."""

    arrive_at: datetime | None


class Finish(By):
    """Done, or partly done."""

    status: Literal[TaskStatus.DONE, TaskStatus.PARTLY] = TaskStatus.DONE


class Contact(By):
    """A sentence to the other side, over Linli, no number shown."""

    text: Annotated[Words, Field(min_length=1)]


class Offers(Wire):
    """The open offers to a volunteer."""

    items: list[OfferFact]


class Tasks(Wire):
    """The tasks a volunteer has under way."""

    items: list[TaskFact]
