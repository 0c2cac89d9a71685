"""They say no, or are never reached: whoever has not joined is forgotten, and nobody else."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.alerts import service as alerts
from api.calls import service as calls
from api.database.metadata import metadata
from api.groups import service as groups
from api.invites import store as kept
from api.people import service as people
from api.retention.store import THEIRS
from api.vocabulary import AlertKind, CallOutcome, CallReason, CallStatus, InviteStatus
from tests.api.district import DAY, NOW, SETTINGS
from tests.api.invites.conftest import IDA, closes, code_of, invited, looked_at, tries


def left_of(conn, person_id):
    """The sealed columns that still say something of a person."""
    found = []
    for (table, column), theirs in THEIRS.items():
        sealed = metadata.tables[table].c[column]
        said = sa.and_(theirs(person_id), sealed.is_not(None), sealed != b"")
        if conn.scalar(sa.select(sa.func.count()).select_from(sealed.table).where(said)):
            found.append(f"{table}.{column}")
    return found


@pytest.mark.parametrize("outcome", ["no_help_wanted", "completed", "partly"])
async def test_who_says_no_is_forgotten_with_name_and_number(store, outcome):
    """Nothing sealed says anything of them any more; what stays is that somebody was invited."""

    def unit(conn):
        one = invited(conn, note="Knows Mrs. Wang")
        before = left_of(conn, one.person_id)
        closes(conn, one, outcome)
        looked_at(conn)
        return before, left_of(conn, one.person_id), kept.get(conn, one.id).status

    before, after, status = await store.write(unit)
    assert {"people.phone", "people.name", "inbound.body", "calls.note"} <= set(before)
    assert (after, status) == ([], InviteStatus.DECLINED)


async def test_nobody_is_forgotten_between_two_tries(store):
    """No answer, then at another part of the day; after four the coordinators are told."""

    def unit(conn):
        one, at, dues = invited(conn), NOW, []
        for _ in range(4):
            tries(conn, one, CallOutcome.NO_ANSWER, at)
            looked_at(conn, at)
            call = calls.get(conn, one.call_id)
            dues.append((call.handed_on_at is not None, call.status))
            at = max(call.due_at, at)
        return dues, bool(left_of(conn, one.person_id))

    dues, known = await store.write(unit)
    assert [handed_on for handed_on, _ in dues] == [False, False, False, True]
    assert {status for _, status in dues} == {CallStatus.QUEUED}
    assert known


@pytest.mark.parametrize("outcome", [CallOutcome.WRONG_NUMBER, CallOutcome.NUMBER_DEAD])
async def test_a_wrong_number_is_the_coordinators_who_may_end_it(store, outcome):
    """It is never rung again; once they give up, the number is forgotten."""

    def unit(conn):
        one = invited(conn)
        tries(conn, one, outcome)
        looked_at(conn)
        handed_on = calls.get(conn, one.call_id).handed_on_at
        closes(conn, one, outcome, by=IDA)
        looked_at(conn)
        return handed_on, left_of(conn, one.person_id), kept.get(conn, one.id).status

    handed_on, left, status = await store.write(unit)
    assert handed_on == NOW
    assert (left, status) == ([], InviteStatus.OVER)


async def test_an_invite_is_over_after_its_days_and_the_number_forgotten(store):
    """Nobody rings about it any more, and the code joins nobody."""

    def unit(conn):
        one = invited(conn, days=3)
        looked_at(conn, NOW + 3 * DAY - timedelta(seconds=1))
        waits = kept.get(conn, one.id).status
        code = code_of(conn, one)
        looked_at(conn, NOW + 3 * DAY)
        call = calls.get(conn, one.call_id)
        usable = groups.invite_for(conn, code, now=NOW + 4 * DAY)
        return (
            waits,
            kept.get(conn, one.id).status,
            call.status,
            left_of(conn, one.person_id),
            usable,
        )

    waits, status, call, left, usable = await store.write(unit)
    assert (waits, status, call) == (InviteStatus.WAITING, InviteStatus.OVER, CallStatus.CLOSED)
    assert (left, usable) == ([], None)


async def test_who_asked_for_help_in_that_call_is_a_resident_now(store):
    """What they need outlives the invite: they are forgotten as residents are."""

    def unit(conn):
        one = invited(conn)
        line = calls.line_of(conn, one.person_id, NOW)
        alerts.raise_alert(
            conn, AlertKind.DANGER, one.person_id, line.id, "", settings=SETTINGS, now=NOW
        )
        closes(conn, one, CallOutcome.NO_HELP_WANTED)
        looked_at(conn)
        return people.person(conn, one.person_id).phone, kept.get(conn, one.id).status

    phone, status = await store.write(unit)
    assert phone
    assert status is InviteStatus.DECLINED


async def test_a_call_that_became_about_something_else_is_not_put_away(store):
    """They phoned back and asked for a person: that call is still owed."""

    def unit(conn):
        one = invited(conn, days=1)
        duty = calls.OnDuty.of(SETTINGS)
        calls.queue(conn, one.person_id, CallReason.ASKED, now=NOW, duty=duty)
        looked_at(conn, NOW + DAY)
        return calls.get(conn, one.call_id).status, people.person(conn, one.person_id).phone

    status, phone = await store.write(unit)
    assert status is CallStatus.QUEUED
    assert phone


async def test_an_ended_invite_forgets_nobody_else(store):
    """A household: he says no, she still waits for her call."""

    def unit(conn):
        chen = invited(conn)
        mei = invited(conn, chen.group_id, name="Mei", somebody_else=True)
        closes(conn, chen, CallOutcome.NO_HELP_WANTED)
        looked_at(conn)
        return people.person(conn, mei.person_id).name, kept.get(conn, mei.id).status

    assert await store.write(unit) == ("Mei", InviteStatus.WAITING)
