"""What is kept for how long, carried out: by the worker once a day, or at a person's wish.

`api.database.personal.PERSONAL` says for each column how many days it outlives what it served.
What is sealed there is emptied or goes with its row; nothing of an open request, call, alert or
task is touched. SQLite overwrites what was deleted, and its log is emptied after that.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.audit import service as audit
from api.audit.service import Acting
from api.auth.actor import LINLI
from api.database.engine import after_commit_wake, order_lock
from api.database.personal import PERSONAL
from api.errors import Refusal
from api.people import service as people
from api.retention import rules, store
from api.settings import Settings
from api.vocabulary import Channel

BATCH = 500
"""Rows of one column that one unit of work forgets; others write in between."""


class StillOpen(Refusal):
    """Somebody counts on what is to be erased."""

    code = "still_open"
    status = 409
    detail = "This person has an open request, call, alert or task. Close it first."


def due(conn: Connection, now: datetime, settings: Settings) -> bool:
    """Forget a batch of what is over; whether there was any. A sweep is over for a day."""
    if audit.count_since(conn, "", "sweep", now - rules.EVERY):
        return False
    order_lock(conn, "retention")
    spared = _named(conn, settings)
    forgotten: dict[str, int] = {}
    for one in PERSONAL:
        column = (one.table, one.column)
        over = store.OVER[column](store.Over(rules.cutoff(one, now), spared))
        forgotten[".".join(column)] = store.DEEDS[column](conn, over, now, BATCH)
    facts = {name: count for name, count in forgotten.items() if count}
    action = "forget" if facts else "sweep"
    audit.record(conn, LINLI, action, "retention", "", now=now, facts=facts)
    if facts:
        after_commit_wake(conn, "forgotten")
    return bool(facts)


def next_due(conn: Connection, settings: Settings) -> datetime | None:
    """Nothing is waited for: whenever the worker looks, it asks whether a day has passed."""
    del conn, settings
    return None


def erase(conn: Connection, person_id: str, *, actor: Acting, now: datetime) -> dict[str, int]:
    """Forget a person now; how many rows of which column were forgotten.

    What stays of their requests counts and says nothing of them. Raises NotFound, or StillOpen.
    """
    people.person(conn, person_id)
    if store.has_something_open(conn, person_id):
        raise StillOpen
    forgotten: dict[str, int] = {}
    for column, theirs in store.THEIRS.items():
        forgotten[".".join(column)] = store.DEEDS[column](conn, theirs(person_id), now, None)
    facts = {name: count for name, count in forgotten.items() if count}
    audit.record(conn, actor, "erase", "people", person_id, now=now, facts=facts)
    after_commit_wake(conn, "forgotten")
    return facts


def _named(conn: Connection, settings: Settings) -> set[str]:
    """The addresses the settings name: coordinators and leads may hear nothing for months."""
    written = (one.partition(":") for one in (*settings.safeguarding, *settings.coordinators))
    found = (addresses.known(conn, Channel(channel), name) for channel, _, name in written)
    return {address.id for address in found if address is not None}
