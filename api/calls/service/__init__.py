"""What is done with calls: queued, held, talked in, closed, and looked at when due."""

from api.calls.rules import OnDuty
from api.calls.service.allowed import CallNotHeld, check_talks_with
from api.calls.service.due import due, next_due
from api.calls.service.holding import (
    CallTaken,
    claim,
    close,
    leave_note,
    put_away,
    release,
)
from api.calls.service.looking import (
    held_by,
    holder_of,
    is_urgent,
    lacking,
    look_again,
    look_for,
    next_look,
    ripe_at,
)
from api.calls.service.paper import TooManyCodes, go_on, is_with, open_with, type_in
from api.calls.service.queueing import Queued, open_of, queue, withdraw
from api.calls.service.reading import (
    CallClosed,
    detail,
    find,
    get,
    is_held_by,
    listed,
    number,
    set_contact,
    shown,
)
from api.calls.service.said import conversation, is_answered, recording, turns
from api.calls.service.talking import (
    NoConversation,
    NotInWriting,
    answer,
    line_of,
    message,
    open_for,
    say,
)
from api.calls.service.trying import LeaveNoMessage, attempt
from api.calls.service.ways import ways_of
from api.calls.store import Call

__all__ = [
    "Call",
    "CallClosed",
    "CallNotHeld",
    "CallTaken",
    "LeaveNoMessage",
    "NoConversation",
    "NotInWriting",
    "OnDuty",
    "Queued",
    "TooManyCodes",
    "answer",
    "attempt",
    "check_talks_with",
    "claim",
    "close",
    "conversation",
    "detail",
    "due",
    "find",
    "get",
    "go_on",
    "held_by",
    "holder_of",
    "is_answered",
    "is_held_by",
    "is_urgent",
    "is_with",
    "lacking",
    "leave_note",
    "line_of",
    "listed",
    "look_again",
    "look_for",
    "message",
    "next_due",
    "next_look",
    "number",
    "open_for",
    "open_of",
    "open_with",
    "put_away",
    "queue",
    "recording",
    "release",
    "ripe_at",
    "say",
    "set_contact",
    "shown",
    "turns",
    "type_in",
    "ways_of",
    "withdraw",
]
