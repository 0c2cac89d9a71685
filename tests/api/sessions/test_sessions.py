"""Sessions: the slower of two turns is refused, and silence is noticed in time."""

import asyncio

import pytest

from api.people import service as people
from api.sessions import service as sessions
from api.sessions.schemas import SessionIn, Unfinished
from api.sessions.service import StaleTurn
from api.vocabulary import Accommodation, Urgency
from tests.api.world import HOUR, MINUTE, NOON, SETTINGS, meet

RESTS = Unfinished(question="ask.where", urgency=Urgency.WEEK)


def save(address_id, version=0, now=NOON, **changed):
    """A unit of work that keeps a session."""
    session = SessionIn(**{"state": {"frames": []}, "asks": True} | changed)
    return lambda conn: sessions.save(
        conn, address_id, version, session, settings=SETTINGS, now=now
    )


async def test_a_conversation_that_never_began_has_version_0(store):
    """And remembers nothing."""
    met = await store.write(meet())
    fresh = await store.read(lambda conn: sessions.get(conn, met.id))
    assert (fresh.version, fresh.state, fresh.asks) == (0, {}, False)


async def test_a_session_is_kept_as_the_turn_left_it(store):
    """With the moment at which it asked."""
    met = await store.write(meet())
    assert await store.write(save(met.id, state={"serial": 3})) == 1
    kept = await store.read(lambda conn: sessions.get(conn, met.id))
    assert (kept.version, kept.state, kept.asked_at) == (1, {"serial": 3}, NOON)


@pytest.mark.parametrize("version", [0, 1, 3])
async def test_a_turn_from_another_version_is_refused(store, version):
    """Nothing of it is kept."""
    met = await store.write(meet())
    for before in (0, 1):
        await store.write(save(met.id, before))
    with pytest.raises(StaleTurn):
        await store.write(save(met.id, version, state={"wrong": True}))
    assert (await store.read(lambda conn: sessions.get(conn, met.id))).version == 2


async def test_of_many_turns_at_once_one_is_kept(store):
    """Also of the very first."""
    met = await store.write(meet())
    for version in (0, 1):
        given = await asyncio.gather(
            *(store.write(save(met.id, version)) for _ in range(6)), return_exceptions=True
        )
        assert [one for one in given if not isinstance(one, StaleTurn)] == [version + 1]


@pytest.mark.parametrize(
    ("urgency", "reminder", "call"),
    [
        (None, 10 * MINUTE, 30 * MINUTE),
        (Urgency.NOW, 10 * MINUTE, 30 * MINUTE),
        (Urgency.TODAY, 2 * HOUR, 24 * HOUR),
        (Urgency.LATER, 2 * HOUR, 24 * HOUR),
    ],
)
async def test_an_unfinished_request_is_looked_at_twice(store, urgency, reminder, call):
    """First for a reminder, then for a call; an unknown urgency counts as now."""
    met = await store.write(meet())
    resting = Unfinished(question="ask.where", urgency=urgency)
    await store.write(save(met.id, unfinished=resting))
    (first,) = await _silences(store, NOON + reminder)
    assert (first.urgency, first.reminded_at) == (urgency, None)
    assert await _silences(store, NOON + reminder - MINUTE) == []
    await store.write(
        lambda conn: sessions.reminded(conn, first, settings=SETTINGS, now=NOON + reminder)
    )
    assert await store.read(sessions.next_silence) == NOON + call
    (second,) = await _silences(store, NOON + call)
    assert second.reminded_at == NOON + reminder


async def test_an_answer_ends_the_silence(store):
    """And so does a person who sees to it."""
    met, other = await store.write(meet()), await store.write(meet("other"))
    for one in (met, other):
        await store.write(save(one.id, unfinished=RESTS))
    await store.write(save(met.id, 1))
    await store.write(lambda conn: sessions.handed_over(conn, other.id))
    assert await store.read(sessions.next_silence) is None


async def test_what_a_conversation_remembers_rests_sealed(store):
    """In no column can it be read."""
    met = await store.write(meet())
    await store.write(save(met.id, state={"said": "Zebra Quokka"}))
    rows = await store.read(lambda conn: conn.exec_driver_sql("SELECT * FROM sessions").all())
    assert b"Zebra" not in b"".join(bytes(row.state) for row in rows)


async def _silences(store, now):
    return await store.write(lambda conn: sessions.silences(conn, now=now, limit=10))


async def test_who_needs_more_time_is_left_twice_as_long(store):
    """Before a reminder, and before a call."""

    async def looked_at(*needs):
        met = await store.write(meet(f"needs {needs}"))
        await store.write(lambda conn: people.set_accommodations(conn, met.person_id, list(needs)))
        await store.write(save(met.id, unfinished=RESTS))
        return await store.read(sessions.next_silence) - NOON

    slowly = await looked_at(Accommodation.SLOW)
    assert slowly == 2 * SETTINGS.remind_after
    assert await looked_at() == SETTINGS.remind_after
