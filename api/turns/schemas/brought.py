"""A turn as the bot brings it back, and the answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.deliveries.schemas import NoticeOut
from api.recordings.schemas import Recorded
from api.sessions.schemas import SessionIn
from api.turns.schemas.effects import EffectIn
from api.vocabulary import (
    Effect,
)
from api.wire import Count, Document, Id, Line, Wire, Words


class PromptIn(Wire):
    """A prompt in codes; see `bot.dialogue.state.Asked`. Worded when it is sent.

    `quiet`: only for the page of whoever types for the person, and never sent to them.
    """

    code: Line
    values: Document = Field(default_factory=dict)
    quiet: bool = False


class TurnIn(Wire):
    """One turn, whole: carried out in one transaction or not at all.

    Exactly one of `inbound_id` and `notice_id` says what is settled by it. `defer_s` gives an
    opening back unopened, for so many seconds. With `send_s`, who brings the turn sends what is
    first to be sent at the address then: nobody else does for so many seconds. `heard` is what
    was understood of a voice note. With a `recording` a person must hear it: it is kept with the
    person's open call; otherwise its audio is deleted by this turn. `to_read`: what came are free
    words that a person must read; it names the question they were written at, "" if at none.
    """

    address_id: Id
    lease: Line
    inbound_id: Id | None = None
    notice_id: Id | None = None
    session_version: Count
    session: SessionIn
    effects: Annotated[list[EffectIn], Field(max_length=20)] = Field(default_factory=list)
    prompts: Annotated[list[PromptIn], Field(max_length=20)] = Field(default_factory=list)
    defer_s: Annotated[int, Field(ge=0, le=86400, strict=True)] = 0
    send_s: Annotated[int, Field(ge=0, le=600, strict=True)] = 0
    heard: Words = ""
    recording: Recorded | None = None
    to_read: Line | None = None


class TurnOut(Wire):
    """The turn is kept; the version the session has now; a notice leased to be sent."""

    session_version: Count
    undone: list[Effect]
    notice: NoticeOut | None = None
