"""They join, say no, or are never reached: whoever has not joined is forgotten, and nobody else."""

from datetime import timedelta

import pytest

from api.calls import service as calls
from api.database.personal import PERSONAL
from api.groups import service as groups
from api.invites import store as kept
from api.notices import service as notices
from api.people import service as people
from api.retention.store import THEIRS
from api.settings import Settings
from api.vocabulary import (
    AlertKind,
    CallOutcome,
    CallReason,
    CallStatus,
    InvitedAs,
    InviteStatus,
    NoticeCode,
    Role,
)
from tests.api.district import DAY, NOW, SETTINGS, group
from tests.api.invites.conftest import (
    EVA,
    IDA,
    SAID,
    closes,
    code_of,
    invited,
    is_volunteer,
    looked_at,
    says_yes,
    takes,
    tries,
)
from tests.api.retention.conftest import full


def left_of(conn, person_id):
    """The sealed columns that still say something of a person."""
    import sqlalchemy as sa

    from api.database.metadata import metadata

    found = []
    for (table, column), theirs in THEIRS.items():
        sealed = metadata.tables[table].c[column]
        said = sa.and_(theirs(person_id), sealed.is_not(None), sealed != b"")
        if conn.scalar(sa.select(sa.func.count()).select_from(sealed.table).where(said)):
            found.append(f"{table}.{column}")
    return found


async def test_who_agrees_is_a_volunteer_and_hears_that_they_will_be_rung(store):
    """By the engine's own effect, and one use of the code is spent: it works no second time."""

    def unit(conn):
        one = invited(conn)
        code = code_of(conn, one)
        assert says_yes(conn, one)
        line = calls.line_of(conn, one.person_id, NOW)
        told = [(n.code, n.values["by_phone"]) for n in notices.waiting(conn, line.id)]
        return told, groups.invite_for(conn, code, now=NOW), kept.get(conn, one.id).status

    told, left, status = await store.write(unit)
    assert told == [(NoticeCode.ENROLLED, "yes")]
    assert (left, status) == (None, InviteStatus.JOINED)


async def test_who_was_invited_to_lead_leads_once_they_agree(store):
    """Not before, and only this group."""

    def unit(conn):
        one = invited(conn, invited_as=InvitedAs.LEADER)
        before = groups.get(conn, one.group_id).leader_id
        says_yes(conn, one)
        return before, groups.get(conn, one.group_id).leader_id, one.person_id

    before, after, chen = await store.write(unit)
    assert (before, after) == (None, chen)


async def test_who_was_invited_to_call_takes_calls(store):
    """The invite is a caller's."""

    def unit(conn):
        one = invited(conn, invited_as=InvitedAs.CALLER)
        role = groups.invite_for(conn, code_of(conn, one), now=NOW)
        joining = SAID.model_copy(update={"takes_calls": ["by_phone"], "services": [], "how": []})
        says_yes(conn, one, joining=joining)
        return role, [list(of.takes_calls) for of in groups.memberships(conn, one.person_id)]

    assert await store.write(unit) == (Role.CALLER, [["by_phone"]])


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


async def test_who_joined_stays_when_the_call_is_over(store):
    """Forgetting is for who said no."""

    def unit(conn):
        one = invited(conn)
        says_yes(conn, one)
        closes(conn, one)
        looked_at(conn)
        return is_volunteer(conn, one), people.person(conn, one.person_id).can_be_rung

    assert await store.write(unit) == (True, True)


async def test_who_joined_is_not_rung_again_when_their_caller_forgot_to_close(store):
    """The call is put away as soon as nobody holds it."""

    def unit(conn):
        one = invited(conn)
        takes(conn, one)
        says_yes(conn, one)
        looked_at(conn)
        held = calls.get(conn, one.call_id).status
        calls.due(conn, NOW + SETTINGS.claim_lasts, SETTINGS)
        looked_at(conn, NOW + SETTINGS.claim_lasts)
        return held, calls.get(conn, one.call_id).status, is_volunteer(conn, one)

    held, after, member = await store.write(unit)
    assert (held, after, member) == (CallStatus.CLAIMED, CallStatus.CLOSED, True)


async def test_nobody_is_forgotten_between_two_tries(store):
    """No answer, then at another part of the day; after four the coordinators are told."""
    told_of = Settings(coordinators=("telegram:coordinator",))

    def unit(conn):
        one, at, dues = invited(conn), NOW, []
        for _ in range(4):
            tries(conn, one, CallOutcome.NO_ANSWER, at)
            looked_at(conn, at)
            call = calls.get(conn, one.call_id)
            dues.append((call.handed_on_at is not None, call.status))
            at = max(call.due_at, at)
        return dues, bool(left_of(conn, one.person_id)), told_of

    dues, known, _ = await store.write(unit)
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
        return waits, kept.get(conn, one.id).status, call.status, left_of(conn, one.person_id), usable

    waits, status, call, left, usable = await store.write(unit)
    assert (waits, status, call) == (InviteStatus.WAITING, InviteStatus.OVER, CallStatus.CLOSED)
    assert (left, usable) == ([], None)


async def test_who_is_on_the_phone_as_the_time_ends_still_joins(store):
    """A held call is theirs to finish."""

    def unit(conn):
        one, at = invited(conn, days=1), NOW + DAY
        takes(conn, one, at)
        looked_at(conn, at)
        return says_yes(conn, one, now=at), kept.get(conn, one.id).status

    assert await store.write(unit) == (True, InviteStatus.JOINED)


async def test_who_asked_for_help_in_that_call_is_a_resident_now(store):
    """What they need outlives the invite: they are forgotten as residents are."""
    from api.alerts import service as alerts

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


async def test_every_personal_column_is_looked_at(store):
    """The test above would not notice a column that it does not know."""
    assert {(one.table, one.column) for one in PERSONAL} == set(THEIRS)
    assert await store.read(full("people", "phone")) == 0
    assert EVA != IDA
    assert await store.write(group)
