"""What residents are told."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from api.vocabulary import (
    Access,
    Arrival,
    CallBy,
    Leaf,
    Mode,
    RelayStep,
    RequestStatus,
)
from api.wire import Wire


class Nothing(Wire):
    """A notice that always says the same."""


class AboutRequest(Wire):
    """Which request: its receipt and what it was for."""

    receipt: str
    leaves: list[Leaf]


class Status(AboutRequest):
    """How a request stands."""

    status: RequestStatus


class StillWaiting(AboutRequest):
    """Nobody is free yet; since when it is on the list."""

    since: datetime


class IntakePaused(AboutRequest):
    """There is more to do than help; when the search begins."""

    at: datetime


class PausedHere(Wire):
    """Before somebody asks: when the search for new requests there begins."""

    at: datetime


class Found(AboutRequest):
    """Who helps and how, and the word they will say first, at the door if they come.

    `group`: of a request that several help with, whose part this is. `other_language`: they share
    no language, so an interpreter may be needed.
    """

    word: str
    mode: Mode
    access: Access = Access.DOOR
    name: str = ""
    group: str = ""
    other_language: Literal["yes", ""] = ""


class OnTheWay(Wire):
    """Who is on the way, or begins from afar, and when they will be there if they said."""

    receipt: str
    word: str
    mode: Mode
    access: Access = Access.DOOR
    name: str = ""
    at: datetime | None = None


class Named(AboutRequest):
    """Which request, and a name if one is known."""

    name: str = ""


class Left(Named):
    """Somebody cannot come after all; `kept_out`: by a restriction."""

    kept_out: Literal["yes", ""] = ""


class Restricted(AboutRequest):
    """How near help in person may come from now on, and until when if that is known."""

    access: Access
    at: datetime | None = None


class Relayed(AboutRequest):
    """A step of a relay: who brings or carries, where it is, or that one helps alone now.

    `name` is theirs, `other` that of the other half; `both`: the other half is found, or has done
    its part: it is there. `word` is said at the door by who comes to it, once somebody does; `at`:
    when who sets out will be at the gate.
    """

    news: RelayStep
    both: Literal["yes", "there", ""] = ""
    name: str = ""
    other: str = ""
    word: str = ""
    at: datetime | None = None


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


class CallDelayed(CallQueued):
    """It takes longer than promised; until when it holds now."""


class CallTried(Wire):
    """They were not reached; until when it is tried again, or that another way is looked for."""

    by: CallBy
    before: datetime | None = None


class CallMessage(Wire):
    """A sentence of a caller."""

    name: str
    text: str
