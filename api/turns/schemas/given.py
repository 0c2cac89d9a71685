"""What the bot is given for a turn."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from api.addresses.schemas import SpokenTo
from api.calls.schemas import CallFact
from api.cards.schemas import CardFact, HeldFact
from api.dispatch.schemas import OfferFact, TaskFact
from api.inbound.schemas import Body, Received
from api.people.schemas import ProfileFact
from api.requests.schemas import RequestFact
from api.sessions.schemas import SessionOut
from api.vocabulary import (
    Channel,
    InboundKind,
)
from api.wire import Count, Id, Line, Wire


class InboundOut(Wire):
    """The message to answer."""

    id: Id
    kind: InboundKind
    body: Body
    received_at: datetime
    call_id: Id | None


class Opening(Wire):
    """An asking notice whose time has come: the form it opens, what about, what it says."""

    notice_id: Id
    form: str
    about: dict[str, Any]


class Facts(Wire):
    """What is true of the person now; `manner` is how they are spoken to where they are.

    `invited`: the invite they came by works; `invited_to_call`: it is a caller's. `late`: offers
    that ran out and may still be taken.
    """

    language: str
    consented: bool
    name_known: bool
    phone_known: bool
    volunteer: bool
    profile: ProfileFact = Field(default_factory=ProfileFact)
    manner: SpokenTo = Field(default_factory=SpokenTo)
    caller_for: bool = False
    invited: bool = False
    invited_to_call: bool = False
    takes_calls: bool = False
    silent_s: Count
    requests: list[RequestFact]
    offers: list[OfferFact]
    late: list[OfferFact] = Field(default_factory=list)
    tasks: list[TaskFact]
    call: CallFact | None
    cards: list[CardFact] = Field(default_factory=list)
    held: list[HeldFact] = Field(default_factory=list)


class Claimed(Wire):
    """One lane, leased: what to answer, where the conversation is, what is true.

    `told_at` is when the newest thing said there was sent; None while it waits, or if none was.
    """

    lease: str
    channel: Channel
    address_id: Id
    inbound: InboundOut | None
    opening: Opening | None
    session: SessionOut
    told_at: datetime | None = None
    facts: Facts


class ReceivedOut(Received):
    """The message is stored; with `work` its lane is leased and waits for the answer."""

    work: Claimed | None = None


class ClaimIn(Wire):
    """Ask for work; `lease_s` is how long nobody else gets it, `wait_s` how long to wait."""

    lease_s: Annotated[int, Field(ge=1, le=600, strict=True)] = 30
    wait_s: Annotated[int, Field(ge=0, le=60, strict=True)] = 0


class ClaimOut(Wire):
    """Work, or when to ask again."""

    work: Claimed | None
    next_at: datetime | None


class Hold(Wire):
    """The answer to a message takes longer: its writer is told so, once.

    The lane is held for `for_s` more seconds; or, `back`, nobody gets it for so long and then
    whoever asks for work, which counts as no try. Where that went on for `most_s`, it is held.
    """

    address_id: Id
    lease: Line
    inbound_id: Id
    for_s: Annotated[int, Field(ge=1, le=600, strict=True)]
    back: bool = False
    most_s: Annotated[int, Field(ge=0, le=86400, strict=True)] = 600


class HoldOut(Wire):
    """Whether the lane is still held by who asked."""

    held: bool


class Fetch(Wire):
    """The audio of a message that is being answered is wanted."""

    address_id: Id
    lease: Line
    inbound_id: Id
