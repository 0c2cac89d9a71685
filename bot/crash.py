"""What went wrong, for the log: kinds and places in the code, never anybody's words.

The message of an exception may hold what a person wrote, a number or a token, and so may the
local variables of a traceback. So an exception is logged here and nowhere else.
"""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

PLACES = 3
"""So many innermost places are named: enough to find the line."""


def note(log: logging.Logger, what: str, error: BaseException) -> None:
    """Log that something failed: `what` was being done, the kind of error, where it was raised."""
    log.error("%s failed: %s", what, described(error))


def described(error: BaseException) -> str:
    """The kinds of an error and its causes, outermost first, each with its innermost places."""
    told = f"{type(error).__name__} at {_places(error)}"
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return f"{told}, because of {described(cause)}" if cause is not None else told


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-PLACES:]
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames) or "?"
