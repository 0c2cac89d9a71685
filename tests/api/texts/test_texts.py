"""What somebody writes in free words waits, sealed, until a coordinator has read it."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.alerts import service as alerts
from api.auth.actor import Actor
from api.database.tables.auth import audit
from api.database.tables.notices import notices
from api.database.tables.texts import texts as table
from api.errors import NotFound
from api.texts import service as texts
from api.vocabulary import AlertKind, Role
from tests.api.world import MINUTE, NOON, SETTINGS, meet

IDA = Actor(Role.COORDINATOR, "019cb8b8-1e00-7000-8000-000000000007")


async def written(store, words, at=NOON, met=None):
    """Somebody wrote this at the question for what is missing."""
    who = met or await store.write(meet())
    await store.write(
        lambda conn: texts.keep(
            conn, who.person_id, who.id, "ask.detail", words, settings=SETTINGS, now=at
        )
    )
    return who


async def shown(store, now=NOON, limit=300):
    """What a coordinator is shown."""
    return await store.write(lambda conn: texts.show(conn, limit, IDA, now=now))


async def waits(store, now=NOON):
    """What waits: all, what is late, and since when."""
    found = await store.read(lambda conn: texts.waiting(conn, now))
    return found.waiting, found.overdue, found.oldest_at


async def test_the_oldest_is_shown_first_with_its_question_until_it_is_read(store):
    """Read is read for everybody; who reads it a second time changes nothing."""
    met = await written(store, "second", NOON + MINUTE)
    await written(store, "first", met=met)
    found = await shown(store)
    assert [(one.words, one.question) for one in found] == [
        ("first", "ask.detail"),
        ("second", "ask.detail"),
    ]
    for count in (1, 0):
        first = await store.write(lambda conn: texts.read(conn, [found[0].id], IDA, now=NOON))
        assert first == count
    assert [one.words for one in await shown(store)] == ["second"]


async def test_what_waits_for_too_long_is_late_and_the_night_does_not_count(store):
    """Half an hour by day; what is written after closing, half an hour after opening."""
    met = await written(store, "by day")
    assert await waits(store, NOON + 30 * MINUTE) == (1, 0, NOON)
    assert await waits(store, NOON + 31 * MINUTE) == (1, 1, NOON)
    night = NOON + timedelta(hours=10)
    await written(store, "at night", night, met)
    assert [one.overdue for one in await shown(store, night + timedelta(hours=9))] == [True, False]


async def test_every_reading_is_in_the_audit_without_a_word(store):
    """Who was shown which, and who said they read it."""
    await written(store, "my words")
    (one,) = await shown(store)
    await store.write(lambda conn: texts.read(conn, [one.id], IDA, now=NOON))
    query = sa.select(audit.c.action, audit.c.subject_id, audit.c.actor_id, audit.c.facts).where(
        audit.c.subject == "texts"
    )
    rows = await store.read(lambda conn: conn.execute(query).all())
    assert [tuple(row) for row in rows] == [
        ("reveal", one.id, IDA.id, {}),
        ("read", one.id, IDA.id, {}),
    ]


async def test_the_words_are_sealed(store):
    """Nobody reads them in the database."""
    await written(store, "my words")
    kept = await store.read(lambda conn: conn.scalar(sa.select(table.c.words)))
    assert b"my words" not in kept


async def test_three_hundred_are_read_at_once(store):
    """In one unit of work, each in the audit."""
    met = await store.write(meet())

    def many(conn):
        for number in range(300):
            texts.keep(
                conn, met.person_id, met.id, "", f"text {number}", settings=SETTINGS, now=NOON
            )

    await store.write(many)
    found = await shown(store)
    ids = [one.id for one in found]
    assert await store.write(lambda conn: texts.read(conn, ids, IDA, now=NOON)) == 300
    assert await waits(store) == (0, 0, None)


async def raised(store, text_id, kind):
    """A coordinator fears for who wrote it."""
    return await store.write(
        lambda conn: texts.alert(conn, text_id, kind, IDA, settings=SETTINGS, now=NOON)
    )


@pytest.mark.parametrize("kind", [AlertKind.DANGER, AlertKind.FLAG])
async def test_who_reads_of_a_danger_that_no_rule_saw_raises_an_alert(store, kind):
    """The words go with it, and are read by that; pressed twice it is one alert."""
    await written(store, "he counts every step I take")
    (one,) = await shown(store)
    alert_id = await raised(store, one.id, kind)
    assert await raised(store, one.id, kind) == alert_id
    found = await store.read(lambda conn: alerts.detail(conn, alert_id, flags=True))
    assert (found.alert.kind, found.words) == (kind, "he counts every step I take")
    assert found.alert.answer is None
    assert await waits(store) == (0, 0, None)


async def test_of_what_is_hidden_the_writer_hears_nothing(store):
    """Nor after the time in which nobody heard of it; of danger they do."""
    for kind, heard in ((AlertKind.FLAG, 0), (AlertKind.DANGER, 1)):
        met = await written(store, f"words of {kind}")
        (one,) = await shown(store)
        await raised(store, one.id, kind)
        await store.write(lambda conn: alerts.due(conn, NOON + 10 * MINUTE, SETTINGS))
        query = sa.select(sa.func.count()).where(notices.c.address_id == met.id)
        assert await store.read(lambda conn, query=query: conn.scalar(query)) == heard


async def test_a_text_that_is_not_there_raises_nothing(store):
    """Its id may be made up."""
    with pytest.raises(NotFound):
        await raised(store, IDA.id, AlertKind.DANGER)
