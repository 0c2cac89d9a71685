"""A person is forgotten at once when they wish it, and nobody else is."""

import shutil
import sqlite3
from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.database.engine import open_store
from api.database.metadata import metadata
from api.database.personal import PERSONAL
from api.database.tables.auth import audit
from api.dispatch import service as dispatch
from api.errors import NotFound
from api.people import service as people
from api.retention import service as retention
from api.retention.service import StillOpen
from api.vocabulary import TaskStatus
from tests.api.district import (
    NOW,
    SETTINGS,
    accept,
    forget,
    group,
    person,
    request,
    volunteer,
    work,
)
from tests.api.retention.conftest import (
    COORDINATOR,
    ENDINGS,
    Life,
    end_request,
    full,
    lived,
    sweep,
)


def erase(person_id):
    """A unit of work: somebody is forgotten."""
    return lambda conn: retention.erase(conn, person_id, actor=COORDINATOR, now=NOW)


async def test_all_that_is_personal_is_gone_at_once(store, life):
    """Every personal column, whatever its days of retention."""
    ann = await life()
    await store.write(erase(ann.id))
    left = {(one.table, one.column): 0 for one in PERSONAL}
    assert {column: await store.read(full(*column)) for column in left} == left


async def test_nobody_else_is_forgotten(store, life):
    """Each column of the other still says what it said."""
    ann = await life("ann")
    before = {column: await store.read(full(*column)) for column in columns()}
    await life("ben")
    await store.write(erase(ann.id))
    assert {column: await store.read(full(*column)) for column in columns()} == before


def columns():
    """The personal columns that say whose they are; what a geocoder said may be anybody's."""
    return [(one.table, one.column) for one in PERSONAL if one.table != "geocoded"]


@pytest.mark.parametrize("what", ["request", "call", "alert"])
async def test_nobody_is_erased_while_somebody_counts_on_it(store, life, what):
    """A volunteer may be on the way to this very door."""
    ann = await life(but=what)
    with pytest.raises(StillOpen):
        await store.write(erase(ann.id))
    await store.write(lambda conn: ENDINGS[what](conn, ann))
    assert await store.write(erase(ann.id))


async def test_a_volunteer_under_way_is_not_erased(store):
    """Nor is the name of who comes forgotten before they came."""

    def unit(conn):
        elm = group(conn)
        vera = volunteer(conn, elm, "vera")
        request(conn, person(conn, "ann"))
        work(conn)
        accept(conn, vera)
        return vera

    vera = await store.write(unit)
    with pytest.raises(StillOpen):
        await store.write(erase(vera.id))


async def test_what_a_volunteer_was_told_of_them_is_gone_too(store):
    """The name and the door went to the volunteer who came."""

    def unit(conn):
        elm = group(conn)
        vera, ann = volunteer(conn, elm, "vera"), person(conn, "ann")
        asked = request(conn, ann)
        work(conn)
        accept(conn, vera)
        dispatch.finish(conn, None, vera.id, TaskStatus.DONE, settings=SETTINGS, now=NOW)
        forget(conn, vera)
        forget(conn, ann)
        end_request(conn, Life(ann.id, ann.address_id, asked, "", ""))
        forget(conn, ann)
        return ann

    ann = await store.write(unit)
    assert await store.read(full("notices", "values")) > 0
    await store.write(erase(ann.id))
    notices = metadata.tables["notices"]
    told = await store.read(lambda conn: conn.scalars(sa.select(notices.c.code)).all())
    assert not {"offer_accepted", "task_started", "word_sent"} & set(told)


async def test_their_tokens_end(store, life):
    """A link on their phone opens nothing any more."""
    ann = await life()
    lasts = timedelta(days=7)
    link = await store.write(lambda conn: people.link_for(conn, ann.id, now=NOW, lifetime=lasts))
    await store.write(erase(ann.id))
    with pytest.raises(Exception, match="link_refused"):
        await store.write(lambda conn: people.follow_link(conn, link, now=NOW))


async def test_that_it_was_done_is_in_the_audit(store, life):
    """Who did it and to which id; not what was there."""
    ann = await life()
    await store.write(erase(ann.id))
    query = sa.select(audit).where(audit.c.action == "erase")
    row = await store.read(lambda conn: conn.execute(query).one())
    assert (row.actor_id, row.subject, row.subject_id) == (COORDINATOR.id, "people", ann.id)


async def test_somebody_unknown_is_not_found(store):
    """A wrong id erases nothing."""
    with pytest.raises(NotFound):
        await store.write(erase("00000000-0000-7000-8000-00000000000f"))


@pytest.mark.parametrize("way", ["erase", "sweep"])
async def test_no_byte_of_what_was_sealed_stays_in_the_files(sqlite_url, keys, tmp_path, way):
    """Neither in the database nor in its log, while the server goes on."""
    store = open_store(sqlite_url, keys=keys)
    await store.open()
    try:
        ann = await store.write(lived)
        sealed = await store.read(sealed_values)
        assert len(sealed) > len(PERSONAL)
        assert all(found(tmp_path, value) for value in sealed)
        later = NOW + timedelta(days=100)
        await store.write(erase(ann.id) if way == "erase" else sweep(later))
        await store.read(lambda conn: None)
        assert not [value for value in sealed if found(tmp_path, value)]
        assert reads_well(tmp_path)
    finally:
        await store.close()


def sealed_values(conn):
    """Every sealed value there is."""
    return [
        value
        for table, column in columns()
        for value in conn.scalars(sa.select(metadata.tables[table].c[column]))
        if value
    ]


def found(folder, value):
    """Whether some file of the database holds these bytes."""
    return any(value in path.read_bytes() for path in folder.glob("linli.sqlite3*"))


def reads_well(folder):
    """Whether a copy of the file alone is a whole database."""
    copy = folder / "copy"
    shutil.copyfile(folder / "linli.sqlite3", copy)
    with sqlite3.connect(copy) as conn:
        answer = conn.execute("PRAGMA integrity_check").fetchone()
    conn.close()
    return answer == ("ok",)
