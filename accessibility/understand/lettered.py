"""An answer to an offer by its letter: "B1", however wide, spaced or stopped it is written."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

BETWEEN = " \t.,:)-\u2010\u2011\u2013\u3001\u3002"
"""What people put between a letter and a number, or after both."""


class Lettered(NamedTuple):
    """The letter of an offer, A to Z, and the key of the answer, 0 to 9."""

    letter: str
    key: str


def lettered(text: str) -> Lettered | None:
    """The letter and the key of a whole reply; None for anything else, were it one sign more.

    Whether there is such an offer, only whoever knows the person's offers can tell.
    """
    plain = unicodedata.normalize("NFKC", text).upper().strip()
    signs = [sign for sign in plain if sign not in BETWEEN]
    if len(signs) != 2 or not plain.startswith(signs[0]):  # noqa: PLR2004 - a letter and a number
        return None
    letter, key = signs[0], unicodedata.decimal(signs[1], -1)
    return Lettered(letter, str(key)) if "A" <= letter <= "Z" and key >= 0 else None
