"""How a volunteer is asked: in writing where words reach them, else by a call, else not at all.

So nobody counts as asked whom nothing reaches, and no wave waits for them. A number is rung and
never written to; it is not rung where it is wrong or dead, or calls are refused.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from api.dispatch import store
from api.people import service as people
from api.vocabulary import Accommodation


def rung_or_written_to(conn: Connection, person_ids: Collection[str]) -> dict[str, bool]:
    """Who of these can be asked: True for whom a call reaches and words do not."""
    written = store.written_to(conn, person_ids)
    rung = {one for one in set(person_ids) - written if can_be_rung(conn, one)}
    return {**dict.fromkeys(written, False), **dict.fromkeys(rung, True)}


def has_only_a_phone(conn: Connection, person_id: str) -> bool:
    """Whether somebody is rung, because no words reach them."""
    return rung_or_written_to(conn, [person_id]).get(person_id, False)


def can_be_rung(conn: Connection, person_id: str) -> bool:
    """Whether a number of theirs is known that works, and calls are not refused."""
    person = people.person(conn, person_id)
    return person.can_be_rung and Accommodation.NO_PHONE_CALLS not in person.accommodations
