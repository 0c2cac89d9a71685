"""What is told of belonging to a group or to an address, and to those who look after it all."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from api.vocabulary import (
    Accommodation,
    AlertKind,
    CallBy,
    CallOutcome,
    CallReason,
    DangerClass,
    MannerCode,
)
from api.wire import Wire


class Enrolled(Wire):
    """A volunteer of a group; `by_phone`: no words reach them, so they are rung."""

    group: str
    name: str = ""
    by_phone: Literal["yes", ""] = ""


class ChatJoined(Wire):
    """A group chat belongs to this group now."""

    group: str


class Paused(Wire):
    """No offers until then; with no end, until the volunteer says so."""

    at: datetime | None = None


class ProfileKept(Wire):
    """How we talk with somebody from now on, read back to them."""

    accommodations: list[Accommodation] = Field(default_factory=list)
    ways: list[CallBy] = Field(default_factory=list)
    helper: str = ""
    manner: list[MannerCode] = Field(default_factory=list)


class ResumeCode(Wire):
    """A code to say aloud elsewhere, and how long it is good for."""

    code: str
    days: int


class SafeguardingAlert(Wire):
    """Somebody may be in danger."""

    kind: AlertKind
    at: datetime
    danger_class: DangerClass | None = None
    name: str = ""
    phone: str = ""
    text: str = ""
    receipt: str = ""


class CoordinatorAlert(Wire):
    """Something that a coordinator must see to; `tries`: what came of each, all in vain.

    `group`: nobody is rung for this one, which has only a phone; until `at`, or until it is led.
    """

    reason: CallReason
    receipt: str = ""
    before: datetime | None = None
    tries: list[CallOutcome] = Field(default_factory=list)
    group: str = ""
    at: datetime | None = None
