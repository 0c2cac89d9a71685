"""What follows when a notice could not be sent: decided here, whatever the wire said."""

from __future__ import annotations

import zlib
from datetime import datetime, timedelta
from enum import StrEnum

from api.settings import Settings
from api.vocabulary import SendFailure

FIRST_PAUSE_S = 2.0
LONGEST_PAUSE_S = 1800.0


class Fate(StrEnum):
    """What becomes of a notice, and of its lane."""

    AGAIN = "again"
    DEAD = "dead"
    FAILED = "failed"
    MOVED = "moved"


def fate(
    failure: SendFailure, *, moved_to: str, created_at: datetime, now: datetime, settings: Settings
) -> Fate:
    """Try again, give up the address, give up the notice, or follow the address.

    What could not be sent for so long as the settings say is as if the person had left.
    """
    match failure:
        case SendFailure.STOPPED:
            return Fate.DEAD
        case SendFailure.THROTTLED:
            return Fate.AGAIN
        case SendFailure.UNREACHABLE:
            return Fate.DEAD if now - created_at >= settings.send_tries_for else Fate.AGAIN
        case SendFailure.MOVED:
            return Fate.MOVED if moved_to else Fate.FAILED
        case SendFailure.REJECTED | SendFailure.MISCONFIGURED:
            return Fate.FAILED


def pause(attempts: int, *, asked_s: float, seed: str) -> timedelta:
    """How long a lane rests before it is tried again.

    As long as the wire asked for, or doubling from 2 s to half an hour; uneven by `seed`, so
    that many lanes do not come back at one moment.
    """
    if asked_s > 0:
        return timedelta(seconds=asked_s)
    whole = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0 ** min(attempts - 1, 20))
    share = zlib.crc32(f"{seed} {attempts}".encode()) / 2**32
    return timedelta(seconds=whole * (0.5 + share / 2))
