"""Who joins by an invite, pauses, comes back and leaves; what an invite is good for."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.addresses import service as addresses
from api.database.tables.groups import invites
from api.groups import service as groups
from api.groups.rules import FOREVER
from api.groups.schemas import InviteIn, Joining
from api.groups.service import Enrolled, InviteRefused, NotVolunteer
from api.vocabulary import Channel, Need, NoticeCode
from tests.api.district import DAY, NOW, group, person, told, values
from tests.api.district import volunteer as join

HELPS = Joining(
    name="Ann", services=[Need.FOOD], how=["in_person"], languages=["en"], hours=["mornings"]
)


def invite(conn, group_id, **changed):
    """An invite's code."""
    return groups.invite(conn, group_id, InviteIn(**changed), now=NOW).code


async def test_who_has_an_invite_becomes_a_volunteer_as_they_say(store):
    """And is welcomed by name; the group is named."""

    def unit(conn):
        one, ann = group(conn, "Elm"), person(conn, "someone")
        answer = groups.enrol(conn, ann.id, invite(conn, one), HELPS, now=NOW)
        [member] = groups.memberships(conn, ann.id)
        return answer, one, member, values(conn, ann, NoticeCode.ENROLLED)

    answer, one, member, said = await store.write(unit)
    assert answer == Enrolled(one, "Elm")
    assert (member.group_id, member.services, member.hours) == (one, ["food"], ["mornings"])
    assert said == {"name": "Ann", "group": "Elm", "by_phone": ""}


@pytest.mark.parametrize("how", ["never made", "used up", "over"])
async def test_an_invite_that_is_not_good_is_refused_without_saying_why(store, how):
    """Nobody can try codes out; nobody is made a volunteer."""

    def unit(conn):
        one, ann = group(conn), person(conn, "ann")
        code = invite(conn, one, uses=1, days=1)
        if how == "used up":
            groups.enrol(conn, person(conn, "first").id, code, HELPS, now=NOW)
        code = "AAAAAAAAAA" if how == "never made" else code
        now = NOW + DAY if how == "over" else NOW
        good = groups.invite_for(conn, code, now=now) is not None
        answer = groups.enrol(conn, ann.id, code, HELPS, now=now)
        return good, answer, groups.is_volunteer(conn, ann.id), told(conn, ann)

    expected = (False, InviteRefused(), False, [NoticeCode.INVITE_REFUSED])
    assert await store.write(unit) == expected


async def test_an_invite_is_good_as_often_as_it_says(store):
    """Looking at it spends nothing."""

    def unit(conn):
        one = group(conn)
        code = invite(conn, one, uses=2)
        looks = [groups.invite_for(conn, code, now=NOW) is not None for _ in range(5)]
        used = [
            groups.enrol(conn, person(conn, f"p{n}").id, code, HELPS, now=NOW) for n in range(3)
        ]
        return looks, [isinstance(answer, Enrolled) for answer in used]

    assert await store.write(unit) == ([True] * 5, [True, True, False])


async def test_a_code_is_read_however_it_is_written_and_kept_by_nobody(store):
    """With spaces and strokes; the database has a keyed digest of it alone."""

    def unit(conn):
        code = invite(conn, group(conn))
        written = f"{code[:3]} {code[3:6]}-{code[6:]}"
        row = str(conn.execute(sa.select(invites)).one())
        return groups.invite_for(conn, written, now=NOW) is not None, code in row

    assert await store.write(unit) == (True, False)


async def test_who_left_comes_back_as_they_say_now(store):
    """One membership a group, whatever somebody was before."""

    def unit(conn):
        one = group(conn)
        ann = join(conn, one, "ann")
        groups.pause(conn, ann.id, "until_i_return", now=NOW)
        groups.leave(conn, ann.id, now=NOW)
        gone = groups.is_volunteer(conn, ann.id)
        groups.enrol(conn, ann.id, invite(conn, one), HELPS, now=NOW)
        return gone, groups.volunteers_of(conn, [one])

    gone, [member] = await store.write(unit)
    assert not gone
    assert (member.services, member.paused_until) == (["food"], None)


@pytest.mark.parametrize(
    ("how_long", "until"),
    [
        ("today", NOW + timedelta(hours=12)),
        ("week", NOW + 7 * DAY),
        ("until_i_return", FOREVER),
    ],
)
async def test_a_pause_holds_in_every_group_until_its_end_or_a_word(store, how_long, until):
    """And is confirmed, with its end if it has one."""

    def unit(conn):
        ids = [group(conn, name) for name in ("Elm", "Oak")]
        ann, _ = (join(conn, one, "ann") for one in ids)
        groups.pause(conn, ann.id, how_long, now=NOW)
        paused = {one.paused_until for one in groups.memberships(conn, ann.id)}
        said = values(conn, ann, NoticeCode.PAUSED)["at"]
        groups.resume(conn, ann.id, now=NOW)
        back = {one.paused_until for one in groups.memberships(conn, ann.id)}
        return paused, said, back, told(conn, ann)

    paused, said, back, heard = await store.write(unit)
    assert (paused, back) == ({until}, {None})
    assert (said is None) == (until == FOREVER)
    assert heard == [NoticeCode.PAUSED, NoticeCode.RESUMED]


@pytest.mark.parametrize("act", ["pause", "resume", "leave"])
async def test_only_a_volunteer_pauses_comes_back_or_leaves(store, act):
    """Anybody else is refused, and nothing is told."""

    def unit(conn):
        rose = person(conn, "rose")
        with pytest.raises(NotVolunteer):
            getattr(groups, act)(conn, rose.id, *["today"] * (act == "pause"), now=NOW)
        return told(conn, rose)

    assert await store.write(unit) == []


async def test_a_chat_joins_the_group_of_an_invite_and_is_told_so(store):
    """Offers go there from then; another group's invite moves it."""

    def unit(conn):
        elm, oak = group(conn, "Elm"), group(conn, "Oak")
        for one in (elm, oak):
            groups.enrol_chat(conn, Channel.TELEGRAM, "chat", invite(conn, one), now=NOW)
        wrong = groups.enrol_chat(conn, Channel.TELEGRAM, "chat", "AAAAAAAAAA", now=NOW)
        where = addresses.known(conn, Channel.TELEGRAM, "chat")
        said = values(conn, where.id, NoticeCode.CHAT_JOINED)
        return groups.chats_of(conn, [elm, oak]), {oak: where.id}, wrong, said

    chats, expected, wrong, said = await store.write(unit)
    assert chats == expected
    assert wrong == InviteRefused()
    assert said == {"group": "Oak"}


async def test_a_dead_chat_is_none(store):
    """What nobody reads is not offered to."""

    def unit(conn):
        one = group(conn)
        groups.enrol_chat(conn, Channel.TELEGRAM, "chat", invite(conn, one), now=NOW)
        where = addresses.known(conn, Channel.TELEGRAM, "chat")
        addresses.mark_dead(conn, where.id, now=NOW)
        return groups.chats_of(conn, [one])

    assert await store.write(unit) == {}
