"""Names for rows (UUIDv7) and for people's ears (receipts); neither opens anything.

A receipt is seven random digits and a check digit, so that a slip of the ear is noticed.
"""

import itertools
import re
import secrets
from datetime import datetime

from uuid6 import UUID

from api.database.types import EPOCH, MICROSECOND
from api.vocabulary import damm

RECEIPT_DIGITS = 7
SPOKEN_RECEIPT = re.compile(r"\s*[Rr]?[\s-]*((?:[0-9][\s-]*){8})", re.ASCII)

# Ids made by one process for the same moment sort in the order of their making.
_turn = itertools.count(secrets.randbits(31))


def new_id(now: datetime) -> str:
    """A UUIDv7 that sorts by `now` to the quarter of a microsecond, then by order of making.

    RFC 9562: 48 bits of milliseconds, 12 of their fraction (its method 3), then a counter of
    32 bits and 30 random bits. `now` is aware; TypeError for a naive one.
    """
    milliseconds, rest = divmod((now - EPOCH) // MICROSECOND, 1000)
    low = next(_turn) % 2**32 << 30 | secrets.randbits(30)
    return str(UUID(int=milliseconds << 80 | rest * 4096 // 1000 << 64 | low, version=7))


def new_receipt() -> str:
    """Seven random digits and their check digit."""
    digits = f"{secrets.randbelow(10**RECEIPT_DIGITS):0{RECEIPT_DIGITS}}"
    return f"{digits}{damm(digits)}"


def receipt_is_valid(text: str) -> bool:
    """Whether the text is a receipt as people write it: `R 4829 1573`, `4829-1573`, `48291573`."""
    found = SPOKEN_RECEIPT.fullmatch(text)
    return found is not None and damm(re.sub(r"\D", "", found[1])) == 0
