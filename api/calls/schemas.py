"""The wire schemas of calls."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from api.people.schemas import KeptContact
from api.recordings.schemas import RecordingTold
from api.vocabulary import (
    Accommodation,
    CallBy,
    CallOutcome,
    CallReason,
    CallStatus,
    Channel,
)
from api.wire import E164, Count, Id, Language, Line, Short, Wire, Words

Said = Annotated[str, StringConstraints(max_length=4096, pattern=r"^[^\x00]*[^\s\x00][^\x00]*$")]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{0,64}$")]


class CallFact(Wire):
    """The person's open call; `claimed` while a caller holds it."""

    id: Id
    by: CallBy
    claimed: bool
    promised_at: datetime | None


class CallOut(Wire):
    """A call as the queue shows it: nothing that says who it is with.

    `urgent`: danger, or an alert nobody has heard. `overdue`: the promise is broken. `handed_on`:
    everything was tried, it is the coordinators' now. `mine`: claimed by whoever reads this.
    `holder`: the first name of who claimed it, "" where their token belongs to nobody.
    """

    id: Id
    person_id: Id
    address_id: Id | None
    request_id: Id | None
    offer_id: Id | None
    reason: CallReason
    by: CallBy
    language: str
    channel: Channel | None
    accommodations: list[Accommodation]
    status: CallStatus
    urgent: bool
    unheard_alert: bool
    overdue: bool
    handed_on: bool
    mine: bool
    holder: Short
    claimed_until: datetime | None
    tries: int
    due_at: datetime
    promised_at: datetime | None
    created_at: datetime
    outcome: CallOutcome | None
    closed_at: datetime | None


class CallsOut(Wire):
    """The queue: danger and unheard alerts, broken promises, unfinished requests, then as due."""

    items: list[CallOut]


class Attempt(Wire):
    """A try, and what came of it; `again_at`: when they asked to be called again."""

    at: datetime
    outcome: CallOutcome
    again_at: datetime | None = None


class CallHelper(Wire):
    """Who helps them to talk with us; a masked `phone` may be rung when nothing else reaches them.

    To all but the holder of the call it is empty.
    """

    name: Short = ""
    phone: str = ""


class CallDetail(Wire):
    """One call for who holds it: to all others the name and the note are "".

    The phone is masked for everybody: the whole number is asked for on its own. `contact` says who
    may be told what and when; to all but the holder it is empty. `ways`: how they like to be
    talked with, the best first. `recordings`: voice notes that nothing but a person understands,
    for the holder and for coordinators.
    """

    call: CallOut
    revealed: bool
    name: str
    phone: str
    note: str
    may_write: bool
    may_leave_message: bool
    contact: KeptContact
    ways: list[CallBy] = Field(default_factory=list)
    helper: CallHelper = Field(default_factory=CallHelper)
    recordings: list[RecordingTold] = Field(default_factory=list)
    attempts: list[Attempt]


class NumberOut(Wire):
    """The whole number of whom a call is with; "" where none is known."""

    phone: str


class TurnsOut(Wire):
    """How far the conversation of a call is, by how many turns it has taken."""

    count: Count


class AttemptIn(Wire):
    """What came of a try; `again_at`: when they asked to be called again, within two weeks."""

    outcome: CallOutcome
    again_at: AwareDatetime | None = None


class CloseIn(Wire):
    """What came of the call; the note is for the next caller."""

    outcome: CallOutcome
    note: Words = ""


class AnswerIn(Wire):
    """What the resident answered: words typed by the caller, or an option pressed for them.

    `button` is "<question id>:<option>", so that an option of an earlier question changes
    nothing. A second answer with one `key` is the same.
    """

    text: Words = ""
    button: Line = ""
    key: Key = ""

    @model_validator(mode="after")
    def _one(self) -> AnswerIn:
        if bool(self.text.strip()) == bool(self.button):
            raise ValueError("an answer is words or a button")
        return self


class LineIn(Wire):
    """The answer line of a paper, as it is typed; a second one with one `key` is the same."""

    line: Said
    key: Key = ""


class PaperIn(Wire):
    """A paper that was filled in while there was no call to hold: its language, and its line.

    A second one with one `key` opens no second call.
    """

    language: Language
    line: Said
    key: Key = ""


class CodeIn(Wire):
    """The code that a resident reads out, to go on with their conversation in this call."""

    code: Annotated[Short, Field(min_length=1)]
    key: Key = ""


class Answered(Wire):
    """The answer is kept; the conversation goes on with it."""

    inbound_id: Id
    again: bool


class MessageIn(Wire):
    """A sentence to the resident; `name` is the caller's, where the token belongs to nobody."""

    text: Said
    name: Short = ""
    key: Key = ""


class MessageOut(Wire):
    """The sentence waits to be sent."""

    notice_id: Id


class OpenIn(Wire):
    """Somebody phoned in: their number ("" when it was withheld), and what they speak."""

    phone: E164
    language: Language
    name: Short = ""


class Filters(Wire):
    """Which calls a list holds; what is None lets everything pass, closed calls left out."""

    by: CallBy | None = None
    status: CallStatus | None = None
    reason: CallReason | None = None
    language: Language | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 100
