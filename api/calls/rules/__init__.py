"""How a call is held, how soon, until when that may be promised, and when it is tried again."""

from api.calls.rules.again import UNREACHED, WRONG, Try, next_try, part_of, ring_at, ripe_at
from api.calls.rules.duty import OnDuty
from api.calls.rules.urgent import THEIR_OWN, Family, delayed, family, lead, more_urgent
from api.calls.rules.way import choose_by, heed, still
from api.calls.rules.ways import Reach, Way, WayKind, calls_first, ways

__all__ = [
    "THEIR_OWN",
    "UNREACHED",
    "WRONG",
    "Family",
    "OnDuty",
    "Reach",
    "Try",
    "Way",
    "WayKind",
    "calls_first",
    "choose_by",
    "delayed",
    "family",
    "heed",
    "lead",
    "more_urgent",
    "next_try",
    "part_of",
    "ring_at",
    "ripe_at",
    "still",
    "ways",
]
