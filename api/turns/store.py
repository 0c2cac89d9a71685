"""SQL of what a turn needs to know before it asks each feature."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.prepared import Prepared
from api.database.tables.calls import calls
from api.database.tables.groups import volunteers
from api.database.tables.inbound import inbound
from api.database.tables.notices import notices
from api.database.tables.people import consents
from api.database.tables.requests import requests
from api.people.service import ASK

PERSON: sa.BindParameter[str] = sa.bindparam("of_person")
MINE = sa.or_(requests.c.resident_id == PERSON, requests.c.asked_by == PERSON)
AGREED = sa.and_(
    consents.c.person_id == PERSON, consents.c.purpose == ASK, consents.c.withdrawn_at.is_(None)
)
EVER = Prepared(
    sa.select(
        sa.exists().where(MINE).label("asked"),
        sa.exists().where(volunteers.c.person_id == PERSON).label("volunteered"),
        sa.exists().where(calls.c.person_id == PERSON).label("called"),
        sa.exists().where(AGREED).label("consented"),
    )
)


OF_ADDRESS: sa.BindParameter[str] = sa.bindparam("of_address")
TO_ANSWER = sa.and_(inbound.c.address_id == OF_ADDRESS, inbound.c.settled_at.is_(None))
TO_ASK = sa.and_(
    notices.c.address_id == OF_ADDRESS, notices.c.ended_at.is_(None), notices.c.opens != ""
)
WAITS = Prepared(
    sa.select(
        sa.exists().where(TO_ANSWER).label("to_answer"),
        sa.exists().where(TO_ASK).label("to_ask"),
    )
)


def waits(conn: Connection, address_id: str) -> tuple[bool, bool]:
    """Whether something said at an address is to be answered, and something is to be asked."""
    to_answer, to_ask = tuple(WAITS.all(conn, {"of_address": address_id})[0])
    return bool(to_answer), bool(to_ask)


def ever(conn: Connection, person_id: str) -> tuple[bool, bool, bool, bool]:
    """Whether anything was ever asked for, volunteered by and called about this person.

    And, beside, whether they agree now to what is asked for being kept.

    Most who write have nothing of it, and are spared a question to each feature.
    """
    asked, volunteered, called, consented = tuple(EVER.all(conn, {"of_person": person_id})[0])
    return bool(asked), bool(volunteered), bool(called), bool(consented)
