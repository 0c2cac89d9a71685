"""Each personal column outlives what it served by so many days, and no longer."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.database.personal import PERSONAL
from api.database.tables.auth import audit
from api.database.tables.people import addresses as addresses_table
from api.database.tables.people import people as people_table
from api.database.tables.requests import requests as requests_table
from api.groups import service as groups
from api.people import service as people
from api.requests import service as requests
from api.retention import service as retention
from api.retention.store import DEEDS, OVER, THEIRS
from tests.api.district import DAY, NOW, SETTINGS, Person, forget, group, volunteer
from tests.api.retention.conftest import ENDINGS, SECOND, full, lived, sweep
from tests.api.world import settings

COLUMNS = [(one.table, one.column) for one in PERSONAL]
LONGEST = timedelta(days=max(one.retention_days for one in PERSONAL))
LATER = NOW + LONGEST + SECOND
WHO = [
    ("people", "name"),
    ("people", "phone"),
    ("people", "contact"),
    ("addresses", "address"),
]
SAID = [("sessions", "state"), ("inbound", "body"), ("notices", "values")]
NEEDED = {
    "request": [*WHO, *SAID, ("requests", "place"), ("requests", "details")],
    "call": [*WHO, *SAID, ("recordings", "audio")],
    "alert": [*WHO, *SAID, ("alerts", "words")],
    "talk": [*WHO, ("inbound", "body")],
}
each = pytest.mark.parametrize("kept", PERSONAL, ids=lambda one: f"{one.table}.{one.column}")


def test_every_personal_column_has_its_end_its_owner_and_its_way_to_be_forgotten():
    """A column added to the list cannot be left out here."""
    assert set(OVER) == set(THEIRS) == set(DEEDS) == set(COLUMNS)


@each
async def test_a_column_is_kept_to_its_last_day(store, life, kept):
    """What ended so many days ago, to the second, is still there."""
    await life()
    before = await store.read(full(kept.table, kept.column))
    await store.write(sweep(NOW + timedelta(days=kept.retention_days)))
    assert await store.read(full(kept.table, kept.column)) == before > 0


@each
async def test_a_column_is_forgotten_after_its_last_day(store, life, kept):
    """A second later nothing is left of it."""
    await life()
    await store.write(sweep(NOW + timedelta(days=kept.retention_days) + SECOND))
    assert await store.read(full(kept.table, kept.column)) == 0


@pytest.mark.parametrize("what", ENDINGS)
async def test_nothing_is_forgotten_that_something_open_needs(store, life, what):
    """While a request, call, alert or answer is open, what it needs stays, however long."""
    await life(but=what)
    before = {column: await store.read(full(*column)) for column in NEEDED[what]}
    await store.write(sweep(NOW + 10 * LONGEST))
    after = {column: await store.read(full(*column)) for column in NEEDED[what]}
    assert after == before
    assert all(after.values())


async def test_what_stays_of_a_request_counts_and_says_nothing_of_anybody(store, life):
    """Its needs, urgency, area and moments stay; who, where and how they live does not."""
    lived_one = await life()
    await store.write(sweep(LATER))

    def unit(conn):
        row = conn.execute(sa.select(requests_table)).one()
        assert (row.accommodations, row.people, row.asks) == ([], "", {})
        assert row.address_id is None
        return requests.get(conn, lived_one.request_id)

    kept = await store.read(unit)
    assert (kept.status, kept.closed_at, bool(kept.area)) == ("done", NOW, True)
    assert list(kept.needs) == ["groceries"]


async def test_who_and_where_of_a_forgotten_request_is_refused_with_a_code(store, life):
    """A page says that it is no longer kept; it does not break."""
    lived_one = await life()
    await store.write(sweep(LATER))
    for ask in (requests.private, requests.place_of):
        with pytest.raises(requests.RequestForgotten):
            await store.read(lambda conn, ask=ask: ask(conn, lived_one.request_id))


async def test_a_forgotten_address_is_a_new_person_when_it_writes_again(store, life):
    """Nothing leads from the wire to what was."""
    before = await life()
    await store.write(sweep(LATER))
    again = await store.write(lambda conn: people.address_for(conn, "telegram", "ann", now=LATER))
    assert again.id != before.address_id
    assert again.person_id != before.id
    row = await store.read(
        lambda conn: conn.execute(
            sa.select(addresses_table).where(addresses_table.c.id == before.address_id)
        ).one()
    )
    assert (row.address, row.person_id) == (b"", None)


async def test_whoever_wrote_since_is_remembered(store, life):
    """Their old request is emptied, they are not."""
    lived_one = await life()
    await store.write(lambda conn: people.address_for(conn, "telegram", "ann", now=NOW))
    await store.write(
        lambda conn: conn.execute(addresses_table.update().values(heard_at=LATER - DAY))
    )
    await store.write(sweep(LATER))
    assert (await store.read(lambda conn: people.person(conn, lived_one.id))).name == "ann"
    assert await store.read(full("requests", "place")) == 0


async def test_a_volunteer_is_remembered_until_they_leave(store):
    """However long nobody needed them; their name and address go a month after."""

    def enrolled(conn):
        elm = group(conn)
        return volunteer(conn, elm, "vera")

    vera = await store.write(enrolled)
    await store.write(sweep(LATER))
    assert (await store.read(lambda conn: people.person(conn, vera.id))).name == "vera"

    def left(conn):
        groups.leave(conn, vera.id, now=LATER)
        forget(conn, Person(vera.id, vera.address_id))

    await store.write(left)
    await store.write(sweep(LATER + LONGEST + DAY))
    assert (await store.read(lambda conn: people.person(conn, vera.id))).name == ""


async def test_two_who_must_not_meet_are_remembered(store, life):
    """Who was forgotten could not be kept apart any more."""
    ann, ben = await life("ann"), await life("ben")
    await store.write(lambda conn: people.block(conn, ann.id, ben.id, now=NOW))
    await store.write(sweep(LATER))
    assert (await store.read(lambda conn: people.person(conn, ann.id))).name == "ann"


async def test_those_whom_the_settings_name_are_remembered(store, life):
    """A safeguarding lead may hear nothing for months, and must still be reached."""
    lead = await life("lead-one")
    await store.write(sweep(LATER, settings()))
    assert await store.read(full("addresses", "address")) == 1
    found = await store.read(lambda conn: people.living_address(conn, lead.id))
    assert found.id == lead.address_id


async def test_a_sweep_is_over_for_a_day_and_says_so(store, life):
    """What it forgot is counted in the audit; the next sweep is a day later."""
    await life()
    await store.write(sweep(LATER))
    query = sa.select(audit.c.action, audit.c.facts).where(audit.c.subject == "retention")
    rows = (await store.read(lambda conn: conn.execute(query.order_by(audit.c.id)).all()))[:2]
    assert [row.action for row in rows] == ["forget", "sweep"]
    assert rows[0].facts["people.name"] == 1
    await store.write(lambda conn: lived(conn, "ben"))
    assert not await store.write(lambda conn: retention.due(conn, LATER + SECOND, SETTINGS))
    assert await store.write(lambda conn: retention.due(conn, LATER + DAY, SETTINGS))


async def test_many_are_forgotten_in_batches(store, monkeypatch):
    """One unit of work forgets a few, so that others write in between."""
    monkeypatch.setattr(retention, "BATCH", 2)

    def unit(conn):
        for name in ("ann", "ben", "cho", "dan", "eve"):
            lived(conn, name)

    await store.write(unit)
    left = []
    while await store.write(lambda conn: retention.due(conn, LATER, SETTINGS)):
        left.append(await store.read(full("requests", "place")))
    assert left[:3] == [3, 1, 0]
    gone = sa.select(sa.func.count()).where(people_table.c.erased_at == LATER)
    assert await store.read(lambda conn: conn.scalar(gone)) == 5
