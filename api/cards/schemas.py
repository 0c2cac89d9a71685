"""The wire schemas of call cards."""

from __future__ import annotations

from datetime import datetime

from api.vocabulary import CallBy
from api.wire import Id, Wire


class CardFact(Wire):
    """A card that waits for a caller's answer: nothing that says who the call is with."""

    call_id: Id
    by: CallBy
    language: str
    before: datetime | None
    urgent: bool


class HeldFact(Wire):
    """A call that the person holds, and until when."""

    call_id: Id
    before: datetime
