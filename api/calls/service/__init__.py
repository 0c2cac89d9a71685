"""What is done with calls: queued, held, talked in, closed, and looked at when due."""

from api.calls.rules import OnDuty
from api.calls.service.due import due, next_due
from api.calls.service.holding import CallClosed, CallTaken, attempt, claim, close, release
from api.calls.service.queueing import Queued, may_write, open_of, queue, withdraw, written_to
from api.calls.service.reading import (
    CallNotHeld,
    conversation,
    detail,
    find,
    get,
    is_answered,
    is_held_by,
    listed,
    number,
    shown,
)
from api.calls.service.talking import NoConversation, NotInWriting, answer, message, open_for

__all__ = [
    "CallClosed",
    "CallNotHeld",
    "CallTaken",
    "NoConversation",
    "NotInWriting",
    "OnDuty",
    "Queued",
    "answer",
    "attempt",
    "claim",
    "close",
    "conversation",
    "detail",
    "due",
    "find",
    "get",
    "is_answered",
    "is_held_by",
    "listed",
    "may_write",
    "message",
    "next_due",
    "number",
    "open_for",
    "open_of",
    "queue",
    "release",
    "shown",
    "withdraw",
    "written_to",
]
