"""The check digit after H. Michael Damm, of whatever is written down, read out and typed again.

"Totally anti-symmetric quasigroups for all orders n not equal to 2, 6", 2007: every wrong single
digit and every swap of two neighbours is noticed.
"""

from __future__ import annotations

# The weakly totally anti-symmetric quasigroup of order 10 printed in Damm's thesis.
DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
"""Row: what has come of the digits so far; column: the next digit; there: the next row."""


def damm(digits: str) -> int:
    """The check digit of some digits; 0 for digits that end in their own check digit."""
    interim = 0
    for digit in digits:
        interim = int(DAMM[interim][int(digit)])
    return interim
