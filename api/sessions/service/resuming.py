"""Short codes, said aloud, with which a conversation goes on at another address."""

from __future__ import annotations

import re
import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.audit import service as audit
from api.audit.service import Acting
from api.sessions import store
from api.settings import Settings
from api.vocabulary import damm

RANDOM_DIGITS = 8
WRONG_TRIES = 5
"""An address may try so many wrong codes an hour: guessing one of 10^8 then takes centuries."""
TRIES_COUNT_FOR = timedelta(hours=1)
REFUSED = "resume_refused"


def new_code(conn: Connection, address_id: str, *, settings: Settings, now: datetime) -> str:
    """Eight random digits and a check digit, in groups of three; good once, for a month."""
    while True:
        digits = f"{secrets.randbelow(10**RANDOM_DIGITS):0{RANDOM_DIGITS}}"
        code = f"{digits}{damm(digits)}"
        ends_at = now + settings.resume_code_lifetime
        if store.add_code(conn, store.index_of(conn, code), address_id, ends_at):
            return f"{code[:3]} {code[3:6]} {code[6:]}"


def stands_for(conn: Connection, code: str, *, now: datetime) -> str | None:
    """The address a good code was given at; the code stays good, and this is no try."""
    digits = _digits(code)
    return store.code_of(conn, store.index_of(conn, digits), now) if digits else None


def redeem(
    conn: Connection, code: str, address_id: str, *, actor: Acting, now: datetime
) -> str | None:
    """The address a code was given at, the code used by this; None for one that is not good.

    A wrong code counts as a try of `address_id`; a slip of one digit does not, because the check
    digit shows it.
    """
    digits = _digits(code)
    if not digits:
        return None
    tries = audit.count_since(conn, address_id, REFUSED, now - TRIES_COUNT_FOR)
    if tries >= WRONG_TRIES:
        return None
    came_from = store.use_code(conn, store.index_of(conn, digits), now)
    action = REFUSED if came_from is None else "resume"
    audit.record(conn, actor, action, "addresses", address_id, now=now)
    return came_from


def _digits(code: str) -> str:
    """The digits of a code that has the right number and the right last one; else nothing."""
    digits = re.sub(r"\D", "", code)
    return digits if len(digits) == RANDOM_DIGITS + 1 and damm(digits) == 0 else ""
