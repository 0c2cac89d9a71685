"""The wire schemas of texts to be read."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.vocabulary import AlertKind, Channel
from api.wire import Count, Id, Wire

MOST = 300
"""So many are shown and marked at once."""


class TextsWaiting(Wire):
    """How many texts wait to be read, how many for too long, and since when the oldest does."""

    waiting: Count
    overdue: Count
    oldest_at: datetime | None


class ShowIn(Wire):
    """Show the oldest ones."""

    limit: Annotated[int, Field(ge=1, le=MOST, strict=True)] = 50


class TextOut(Wire):
    """What somebody wrote; `question` is what they were asked, "" if nothing.

    `overdue`: it should have been read by now.
    """

    id: Id
    person_id: Id
    question: str
    words: str
    language: str
    channel: Channel
    said_at: datetime
    read_by_at: datetime
    overdue: bool


class TextList(Wire):
    """Texts that nobody has read yet, oldest first."""

    items: list[TextOut]


class ReadIn(Wire):
    """These were read."""

    ids: Annotated[list[Id], Field(min_length=1, max_length=MOST)]


class FearIn(Wire):
    """What whoever read a text fears: `danger`, or `flag`, of which the writer hears nothing."""

    kind: Literal[AlertKind.DANGER, AlertKind.FLAG]


class Raised(Wire):
    """The alert that was raised."""

    alert_id: Id


class ReadOut(Wire):
    """How many of them nobody had read before."""

    read: Count
