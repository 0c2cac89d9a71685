"""They agree: they belong to the group as by any invite, and nobody rings for that again."""

from api.calls import service as calls
from api.groups import service as groups
from api.invites import store as kept
from api.notices import service as notices
from api.operations.erasing import forget
from api.operations.schemas import Erase
from api.people import service as people
from api.vocabulary import CallStatus, Channel, InvitedAs, InviteStatus, NoticeCode, Role
from tests.api.district import DAY, NOW, SETTINGS
from tests.api.invites.conftest import (
    IDA,
    SAID,
    closes,
    code_of,
    invited,
    is_volunteer,
    looked_at,
    says_yes,
    takes,
)


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


async def test_who_is_on_the_phone_as_the_time_ends_still_joins(store):
    """A held call is theirs to finish."""

    def unit(conn):
        one, at = invited(conn, days=1), NOW + DAY
        takes(conn, one, at)
        looked_at(conn, at)
        return says_yes(conn, one, now=at), kept.get(conn, one.id).status

    assert await store.write(unit) == (True, InviteStatus.JOINED)


async def test_whoever_joined_by_telephone_is_forgotten_at_their_wish_like_any_other(store):
    """By the address that stands for their telephone."""

    def unit(conn):
        one = invited(conn)
        says_yes(conn, one)
        closes(conn, one)
        wanted = Erase(channel=Channel.PHONE, address=f"person:{one.person_id}")
        forget(conn, wanted, IDA, settings=SETTINGS, now=NOW)
        person = people.person(conn, one.person_id)
        return person.name, person.phone

    assert await store.write(unit) == ("", "")
