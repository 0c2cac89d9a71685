"""The wire schemas of sessions."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from api.addresses.schemas import SpokenTo
from api.vocabulary import Accommodation, Channel, InboundKind, Urgency
from api.wire import Count, Document, Id, Line, Short, Wire


class SessionOut(Wire):
    """A conversation as it was left; version 0 is one that has not begun."""

    address_id: Id
    version: Count
    state: dict[str, Any]
    asks: bool
    asked_at: datetime | None


class Unfinished(Wire):
    """A request begun and not confirmed: at which question it rests, how urgent if known."""

    question: Short
    urgency: Urgency | None = None


class Resting(Wire):
    """An unfinished request as the queue shows it: codes only, nothing of what was said."""

    address_id: Id
    channel: Channel
    language: str
    question: Short
    urgency: Urgency | None
    silent_since: datetime
    reminded_at: datetime | None


class RestingList(Wire):
    """Unfinished requests, the longest silent first."""

    items: list[Resting]


class SessionIn(Wire):
    """A conversation as a turn leaves it; `asks` says a question is open."""

    state: Document
    asks: bool
    unfinished: Unfinished | None = None


class ResumeCode(Wire):
    """A short code, said aloud, with which a conversation goes on at another address."""

    code: Short


class Resume(Wire):
    """Go on here: the code, and the address it was typed at."""

    code: Short
    address_id: Id


class Resumed(Wire):
    """Whether the code was good."""

    ok: bool


class HistoryItem(Wire):
    """One line of a conversation: what Linli said in codes, or what the person said in words.

    `recording_id`: a voice note whose audio is still kept, for the page of who spoke it.
    """

    by: Literal["linli", "person", "caller"]
    code: str = ""
    values: dict[str, Any] = Field(default_factory=dict)
    kind: InboundKind | None = None
    text: str = ""
    at: datetime
    recording_id: str = ""


class RestingOut(Wire):
    """What was answered in an unfinished request so far, for its script; nothing else said.

    `name` and `phone` are those we know, so that the script finds whom it is for.
    """

    address_id: Id
    name: str
    phone: str
    language: str
    accommodations: list[Accommodation]
    state: dict[str, Any]


class HistoryOut(Wire):
    """A conversation, oldest first; `waiting` says that something said is still to be answered.

    `accommodations`: what whoever reads it told us of how to talk with them, and `manner` how they
    want to be spoken to there.
    """

    address_id: Id
    language: str
    accommodations: list[Accommodation] = Field(default_factory=list)
    manner: SpokenTo = Field(default_factory=SpokenTo)
    items: list[HistoryItem]
    session: SessionOut
    waiting: bool


class Find(Wire):
    """Whose conversation: an address on a channel that shows a page."""

    channel: Channel
    address: Line


class Found(Wire):
    """The id of the address; none while it was never heard of."""

    address_id: Id | None
