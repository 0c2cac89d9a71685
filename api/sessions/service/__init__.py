"""Sessions: what a conversation remembers, how it goes on elsewhere, and what was said in it."""

from api.sessions.service.history import answered, history, own_recording
from api.sessions.service.keeping import (
    Silence,
    StaleTurn,
    get,
    handed_over,
    is_unfinished,
    next_silence,
    put_aside,
    reminded,
    resting,
    rests,
    save,
    silences,
    transfer,
    unfinished,
)
from api.sessions.service.resuming import new_code, redeem, stands_for

__all__ = [
    "Silence",
    "StaleTurn",
    "answered",
    "get",
    "handed_over",
    "history",
    "is_unfinished",
    "new_code",
    "next_silence",
    "own_recording",
    "put_aside",
    "redeem",
    "reminded",
    "resting",
    "rests",
    "save",
    "silences",
    "stands_for",
    "transfer",
    "unfinished",
]
