"""Who did or saw what is kept in the transaction of the deed, in codes and ids."""

import pytest

from api.audit import service as audit
from api.auth.actor import LINLI
from api.database.ids import new_id
from tests.api.world import MINUTE, NOON

SUBJECT, OTHER = new_id(NOON), new_id(NOON)


def record(action, subject_id=SUBJECT, now=NOON):
    """A unit of work that keeps an entry."""
    return lambda conn: audit.record(
        conn, LINLI, action, "people", subject_id, now=now, facts={"leaf": "water"}
    )


async def listed(store, **changed):
    """Actions, as the audit lists them."""
    wanted = {"subject_id": None, "before": None, "limit": 10} | changed
    entries = await store.read(lambda conn: audit.entries(conn, **wanted))
    return [entry.action for entry in entries]


async def test_entries_are_listed_newest_first_also_of_one_row(store):
    """With who, what and when."""
    for minutes, (action, subject_id) in enumerate(
        (("reveal", SUBJECT), ("change", OTHER), ("block", SUBJECT))
    ):
        await store.write(record(action, subject_id, NOON + minutes * MINUTE))
    assert await listed(store) == ["block", "change", "reveal"]
    assert await listed(store, subject_id=SUBJECT) == ["block", "reveal"]
    assert await listed(store, limit=1) == ["block"]


async def test_a_cursor_goes_on_where_the_page_ended(store):
    """Also when something new was done meanwhile."""
    for action in ("one", "two"):
        await store.write(record(action))
    (last,) = await store.read(
        lambda conn: audit.entries(conn, subject_id=None, before=None, limit=1)
    )
    await store.write(record("three"))
    assert await listed(store, before=last.id) == ["one"]


async def test_a_deed_that_failed_is_in_no_audit(store):
    """Nothing happened."""

    def unit(conn):
        record("change")(conn)
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await store.write(unit)
    assert await listed(store) == []


async def test_tries_are_counted_since_a_moment(store):
    """Of one subject and one action."""
    for minutes in range(3):
        await store.write(record("resume_refused", now=NOON + minutes * MINUTE))
    await store.write(record("other"))
    await store.write(record("resume_refused", OTHER))
    count = await store.read(lambda conn: audit.count_since(conn, SUBJECT, "resume_refused", NOON))
    assert count == 2
