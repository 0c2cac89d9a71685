"""Sessions: what a conversation remembers, how it goes on elsewhere, and what was said in it."""

from api.sessions.service.history import history
from api.sessions.service.keeping import (
    Silence,
    StaleTurn,
    get,
    handed_over,
    next_silence,
    reminded,
    save,
    silences,
    silent_s,
    transfer,
    unfinished,
)
from api.sessions.service.resuming import new_code, resume

__all__ = [
    "Silence",
    "StaleTurn",
    "get",
    "handed_over",
    "history",
    "new_code",
    "next_silence",
    "reminded",
    "resume",
    "save",
    "silences",
    "silent_s",
    "transfer",
    "unfinished",
]
