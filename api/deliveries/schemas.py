"""The wire schemas of sending: notices leased to be sent, reports of what became of them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from api.addresses.schemas import SpokenTo
from api.vocabulary import Accommodation, CallBy, Channel, SendFailure
from api.wire import Id, Line, Wire


class Report(Wire):
    """What became of a notice: the wire's id of the sent message, or why it could not be sent.

    `voice_refused`: its reader lets nobody send them voice notes; it was sent as text alone.
    """

    notice_id: Id
    lease: Line
    wire_id: Line = ""
    failure: SendFailure | None = None
    retry_after_s: Annotated[float, Field(ge=0, le=86400, allow_inf_nan=False)] = 0
    moved_to: Line = ""
    voice_refused: bool = False


class DeliveriesIn(Wire):
    """Reports of the last batch, and a lease of the next: the heads of lanes of these channels."""

    reports: Annotated[list[Report], Field(max_length=200)] = Field(default_factory=list)
    channels: Annotated[list[Channel], Field(max_length=len(Channel))]
    limit: Annotated[int, Field(ge=0, le=200, strict=True)] = 32
    lease_s: Annotated[int, Field(ge=1, le=600, strict=True)] = 60
    wait_s: Annotated[int, Field(ge=0, le=60, strict=True)] = 0


class NoticeOut(Wire):
    """A notice to word and send; `edits` is the wire's id of a message it replaces.

    `accommodations`: what its reader told us of themselves, for the face it has; `ways` are those
    that suit them, the best first, and `manner` is how they want to be spoken to there.
    """

    notice_id: Id
    lease: str
    address_id: Id
    channel: Channel
    address: str
    language: str
    accommodations: list[Accommodation] = Field(default_factory=list)
    ways: list[CallBy] = Field(default_factory=list)
    manner: SpokenTo = Field(default_factory=SpokenTo)
    code: str
    values: dict[str, Any]
    edits: str = ""


class DeliveriesOut(Wire):
    """At most one notice a lane; `next_at` is when more may be due."""

    notices: list[NoticeOut]
    next_at: datetime | None
