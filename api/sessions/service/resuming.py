"""Going on at another address with a short code that can be said aloud."""

from __future__ import annotations

import re
import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.addresses.service import address_of, link
from api.audit import service as audit
from api.audit.service import Acting
from api.database.ids import damm
from api.sessions import store
from api.sessions.service.keeping import transfer
from api.settings import Settings

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


def resume(conn: Connection, code: str, address_id: str, *, actor: Acting, now: datetime) -> bool:
    """Go on at this address where the code was given; False for a code that is not good.

    The address then belongs to the person of the code. A wrong code counts as a try; a slip
    of one digit does not, because the check digit shows it.
    """
    digits = re.sub(r"\D", "", code)
    if len(digits) != RANDOM_DIGITS + 1 or damm(digits) != 0:
        return False
    tries = audit.count_since(conn, address_id, REFUSED, now - TRIES_COUNT_FOR)
    if tries >= WRONG_TRIES:
        return False
    came_from = store.use_code(conn, store.index_of(conn, digits), now)
    action = REFUSED if came_from is None else "resume"
    audit.record(conn, actor, action, "addresses", address_id, now=now)
    if came_from is None:
        return False
    _go_on(conn, came_from, address_id, now)
    return True


def _go_on(conn: Connection, from_id: str, to_id: str, now: datetime) -> None:
    transfer(conn, from_id, to_id, now=now)
    person_id = address_of(conn, from_id).person_id
    if person_id is not None:
        link(conn, to_id, person_id)
