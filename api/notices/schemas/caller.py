"""What callers are told in their chat: nothing that says who a call is with, or what about."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.vocabulary import CallBy, CallOutcome, CardOver
from api.wire import Line, Wire


class CallCard(Wire):
    """Asks whether somebody takes a call: in which language, how, and until when; no more."""

    call_id: str
    by: CallBy
    language: str = ""
    before: datetime | None = None
    urgent: Literal["yes", ""] = ""


class CallCardOver(Wire):
    """A card is over that its caller did not answer."""

    call_id: str
    over: CardOver


class CallHeld(Wire):
    """A call is theirs until then; `secret` opens its page, once. See `SIGNS_IN`."""

    call_id: str
    before: datetime
    secret: str = ""


class CallEnded(Wire):
    """What came of a call, as whoever held it said."""

    outcome: CallOutcome


class LineTaken(Wire):
    """A paper that was typed in is taken up; the receipt of the request it made, if it did."""

    receipt: str = ""


class LineFault(Wire):
    """Why a typed line is refused: the code of what is said, the step, and what was typed there.

    The codes are the bot's: see `bot.dialogue.statement`.
    """

    code: Line
    step: Line = ""
    said: Line = ""


class LineRefused(Wire):
    """A paper that was typed in is not taken: nothing of it, and why."""

    faults: Annotated[list[LineFault], Field(max_length=20)]
