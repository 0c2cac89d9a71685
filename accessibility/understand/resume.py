"""A resume code, as people copy it or say it: nine digits, in groups or in one."""

from __future__ import annotations

import unicodedata

DIGITS = 9
BETWEEN = " -\u2010\u2011\u2013"
"""What people put between groups of digits."""

ENDS = " \t\n.。"


def resume_code(text: str) -> str:
    """The digits of a code, 0-9; "" for anything else, were it only one word more.

    Whether it is a good code, only its check digit and whoever gave it can tell.
    """
    signs = [
        sign for sign in unicodedata.normalize("NFKC", text).strip(ENDS) if sign not in BETWEEN
    ]
    digits = [unicodedata.decimal(sign, -1) for sign in signs]
    return "".join(map(str, digits)) if len(digits) == DIGITS and -1 not in digits else ""
