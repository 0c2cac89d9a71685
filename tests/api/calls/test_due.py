"""What the clock asks of calls: claims that are over, silences, promises about to be broken."""

from datetime import timedelta

import pytest

from api.addresses import service as addresses
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import Filters
from api.sessions import service as sessions
from api.sessions.schemas import SessionIn, Unfinished
from api.vocabulary import CallReason, CallStatus, Channel, Role, Urgency
from tests.api.calls.conftest import NOW, SETTINGS, queue, resident, told

MINUTES = timedelta(minutes=1)


def due(after=timedelta(), settings=SETTINGS):
    """A unit of work: everything that is due so long after NOW; whether anything was."""
    return lambda conn: calls.due(conn, NOW + after, settings)


def next_due(conn):
    """How long after NOW something is due."""
    at = calls.next_due(conn, SETTINGS)
    return at and at - NOW


def rests(conn, someone, urgency=None, *, at=NOW, question="place"):
    """A turn leaves a request unfinished."""
    version = sessions.get(conn, someone.address_id).version
    unfinished = Unfinished(question=question, urgency=urgency)
    state = SessionIn(state={}, asks=True, unfinished=unfinished)
    sessions.save(conn, someone.address_id, version, state, settings=SETTINGS, now=at)


def open_reasons(conn):
    """Why each open call is in the queue."""
    return [call.reason for call in calls.listed(conn, Filters(), NOBODY, now=NOW).items]


NOBODY = Actor(Role.COORDINATOR, "")
"""Who reads the queue does not matter here."""


async def test_with_nothing_due_nothing_is_done(store):
    """And nothing is waited for."""
    assert await store.write(due()) is False
    assert await store.read(next_due) is None


async def test_a_claim_that_is_over_puts_the_call_back(store, ann):
    """Not a moment before, and once."""

    def unit(conn):
        call_id = queue(conn, resident(conn)).call_id
        calls.claim(conn, call_id, ann, settings=SETTINGS, now=NOW)
        return call_id, next_due(conn)

    call_id, wait = await store.write(unit)
    assert wait == SETTINGS.claim_lasts
    assert await store.write(due(wait - MINUTES)) is False
    assert await store.write(due(wait)) is True
    call = await store.read(lambda conn: calls.get(conn, call_id))
    assert (call.status, call.claimed_by) == (CallStatus.QUEUED, None)


@pytest.mark.parametrize(
    ("urgency", "reminder", "call"),
    [
        (None, 10 * MINUTES, 30 * MINUTES),
        (Urgency.NOW, 10 * MINUTES, 30 * MINUTES),
        (Urgency.TODAY, 120 * MINUTES, 1440 * MINUTES),
        (Urgency.LATER, 120 * MINUTES, 1440 * MINUTES),
    ],
)
async def test_silence_brings_a_reminder_and_then_a_call(store, urgency, reminder, call):
    """Soon where help is needed now, or where nobody knows."""
    someone = await store.write(resident)
    await store.write(lambda conn: rests(conn, someone, urgency))
    seen = []
    for after in (reminder - MINUTES, reminder, call - MINUTES, call):
        await store.write(due(after))
        seen.append(await store.read(lambda conn: (told(conn, someone), open_reasons(conn))))
    assert seen == [
        ([], []),
        (["reminder"], []),
        (["reminder"], []),
        (["reminder", "call_queued"], [CallReason.UNFINISHED]),
    ]


async def test_an_unfinished_request_is_listed_once(store):
    """However often the worker looks; an answer and a new silence join the open call."""
    someone = await store.write(resident)
    await store.write(lambda conn: rests(conn, someone))
    for minutes in range(10, 200, 10):
        await store.write(due(minutes * MINUTES))
    await store.write(lambda conn: rests(conn, someone, at=NOW + 200 * MINUTES))
    for minutes in range(200, 400, 10):
        await store.write(due(minutes * MINUTES))
    said, reasons = await store.read(lambda conn: (told(conn, someone), open_reasons(conn)))
    assert reasons == [CallReason.UNFINISHED]
    assert said == ["reminder", "call_delayed"]


async def test_who_answers_in_time_is_neither_reminded_nor_called(store):
    """A finished request rests in peace."""
    someone = await store.write(resident)
    await store.write(lambda conn: rests(conn, someone))
    finished = SessionIn(state={}, asks=False)
    await store.write(
        lambda conn: sessions.save(
            conn, someone.address_id, 1, finished, settings=SETTINGS, now=NOW
        )
    )
    assert await store.write(due(1440 * MINUTES)) is False


async def test_with_a_call_open_a_silence_is_part_of_it(store):
    """The resident is told nothing twice; the call becomes as urgent as the silence."""
    someone = await store.write(resident)

    def unit(conn):
        call = queue(conn, someone, CallReason.LADDER, urgency=Urgency.LATER)
        rests(conn, someone)
        return calls.get(conn, call.call_id)

    before = await store.write(unit)
    await store.write(due(10 * MINUTES))
    after = await store.read(lambda conn: calls.get(conn, before.id))
    assert await store.read(lambda conn: told(conn, someone)) == ["call_queued"]
    assert after.due_at < before.due_at


async def test_where_nothing_may_be_written_silence_brings_a_call_at_once(store):
    """A reminder on an unsafe or spoken wire would harm or not arrive."""
    made = []
    for channel, name, heard in (
        (Channel.SMS, "+4930123456", False),
        (Channel.PHONE, "+4930123457", True),
    ):
        made.append(
            await store.write(
                lambda conn, c=channel, n=name, h=heard: resident(conn, n, c, heard=h)
            )
        )
    for someone in made:
        await store.write(lambda conn, someone=someone: rests(conn, someone))
    await store.write(due(10 * MINUTES))
    assert await store.read(open_reasons) == [CallReason.UNFINISHED] * 2
    for someone in made:
        assert await store.read(lambda conn, someone=someone: told(conn, someone)) == []


async def test_an_unfinished_request_at_a_dead_address_goes_to_a_person(store):
    """A reminder would reach nobody."""

    def unit(conn):
        someone = resident(conn, phone="+4930123456")
        rests(conn, someone)
        addresses.mark_dead(conn, someone.address_id, now=NOW)
        calls.due(conn, NOW + 10 * MINUTES, SETTINGS)
        return told(conn, someone), open_reasons(conn)

    assert await store.write(unit) == ([], [CallReason.UNFINISHED])
