"""Offers in a group's chat: an errand to all who read along, a task to one."""

import json

import pytest

from api.addresses import service as addresses
from api.dispatch import service as dispatch
from api.dispatch.service import Accepted, NeedsPrivate, TooLate
from api.groups import service as groups
from api.groups.schemas import InviteIn
from api.requests import service as requests
from api.requests.schemas import Change
from api.vocabulary import (
    Channel,
    Leaf,
    NoticeCode,
    RequestStatus,
    Urgency,
)
from tests.api.district import (
    MINUTE,
    NOW,
    SETTINGS,
    Person,
    asked,
    forget,
    group,
    offers,
    person,
    request,
    told,
    values,
    volunteer,
    work,
)

SECRETS = ("rose", "Block 7", "door 3", "insulin", "+8613800000000")


def chat(conn, group_id, name="chat"):
    """The chat of a group, joined by an invite."""
    code = groups.invite(conn, group_id, InviteIn(), now=NOW).code
    groups.enrol_chat(conn, Channel.TELEGRAM, name, code, now=NOW)
    met = addresses.known(conn, Channel.TELEGRAM, name)
    return Person("", met.id)


def press(conn, someone, offer_id, where, **changed):
    """Somebody presses in a group's chat."""
    return dispatch.group_press(
        conn, offer_id, someone.id, chat_id=where.address_id, settings=SETTINGS, now=NOW, **changed
    )


async def test_a_group_chat_reads_an_errand_where_health_is_meant(store):
    """Others read along in a chat."""

    def unit(conn):
        group_id = group(conn, leaves=[Leaf.MEDICINE, Leaf.GROCERIES])
        where = chat(conn, group_id)
        details = {"medicine_where": "insulin"}
        request(conn, person(conn, "rose"), Leaf.MEDICINE, Leaf.GROCERIES, name="rose",
                phone="+8613800000000", details=details)  # fmt: skip
        work(conn)
        return values(conn, where, NoticeCode.GROUP_OFFER)

    shown = await store.write(unit)
    assert shown["leaves"] == [Leaf.GROCERIES, Leaf.ERRAND]
    assert not [secret for secret in SECRETS if secret in json.dumps(shown)]


async def test_a_press_by_somebody_not_enrolled_accepts_nothing(store):
    """The chat gets the way in, once for each person, and the offer stays open."""

    def unit(conn):
        where = chat(conn, group(conn))
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        [offer] = offers(conn, request_id)
        stranger = person(conn, "stranger")
        answers = [press(conn, stranger, offer.id, where) for _ in range(2)]
        return answers, told(conn, where), requests.get(conn, request_id).status

    answers, heard, status = await store.write(unit)
    assert answers == [NeedsPrivate(), NeedsPrivate()]
    joined, offered = NoticeCode.CHAT_JOINED, NoticeCode.GROUP_OFFER
    assert heard == [joined, offered, NoticeCode.OFFER_NEEDS_PRIVATE]
    assert status is RequestStatus.OFFERED


async def test_two_press_in_a_chat_and_one_wins(store):
    """The winner and the loser hear it in private; the chat's message says who took it."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("ann", "bob"))
        where = chat(conn, group_id)
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        [offer] = offers(conn, request_id)
        forget(conn, where)
        answers = [press(conn, who, offer.id, where) for who in (ann, bob)]
        taken = values(conn, where, NoticeCode.GROUP_OFFER_TAKEN)
        return answers, told(conn, ann), told(conn, bob), taken, told(conn, where)

    (first, second), winner, loser, taken, heard = await store.write(unit)
    assert isinstance(first, Accepted)
    assert second == TooLate()
    assert winner == [NoticeCode.OFFER_ACCEPTED, NoticeCode.TASK]
    assert loser == [NoticeCode.OFFER_TOO_LATE]
    assert taken["name"] == "ann"
    assert heard == [NoticeCode.GROUP_OFFER_TAKEN]


async def test_one_members_no_is_not_the_chats(store):
    """Somebody else in the chat may still say yes."""

    def unit(conn):
        group_id = group(conn)
        ann, where = volunteer(conn, group_id, "ann"), chat(conn, group_id)
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        [offer] = offers(conn, request_id)
        press(conn, ann, offer.id, where, action="decline")
        return len(offers(conn, request_id))

    assert await store.write(unit) == 1


async def test_a_chat_that_stays_silent_is_followed_by_its_members(store):
    """First the chat, in the next wave each volunteer of it."""

    def unit(conn):
        group_id = group(conn)
        ann, where = volunteer(conn, group_id, "ann"), chat(conn, group_id)
        request_id = request(conn, person(conn, "rose"), urgency=Urgency.NOW)
        work(conn)
        first = [one.address_id for one in offers(conn, request_id)]
        work(conn, NOW + 3 * MINUTE)
        return first, where.address_id, asked(conn, request_id), ann.id

    first, where, then, ann = await store.write(unit)
    assert first == [where]
    assert then == [None, ann]


async def test_another_time_closes_the_old_offer_of_a_chat_before_the_new_one_is_put(store):
    """A press below the old one accepts nothing; the new one says when, and is accepted."""

    def unit(conn):
        group_id = group(conn)
        ann, where = volunteer(conn, group_id, "ann"), chat(conn, group_id)
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        [old] = offers(conn, request_id)
        forget(conn, where)
        sooner = Change(urgency=Urgency.NOW)
        dispatch.change_request(conn, request_id, sooner, settings=SETTINGS, now=NOW)
        [new] = offers(conn, request_id)
        codes, shown = told(conn, where), values(conn, where, NoticeCode.GROUP_OFFER)
        closed = values(conn, where, NoticeCode.GROUP_OFFER_CLOSED)
        answers = [press(conn, ann, one.id, where) for one in (old, new)]
        return codes, closed, shown, answers

    codes, closed, shown, (late, good) = await store.write(unit)
    assert codes == [NoticeCode.GROUP_OFFER_CLOSED, NoticeCode.GROUP_OFFER]
    assert closed["because"] == NoticeCode.OFFER_CHANGED
    assert shown["urgency"] == Urgency.NOW
    assert late == TooLate()
    assert isinstance(good, Accepted)


async def test_an_offer_is_pressed_only_where_it_was_made(store):
    """A button of another chat says nothing about this offer."""

    def unit(conn):
        group_id = group(conn)
        ann, where = volunteer(conn, group_id, "ann"), chat(conn, group_id)
        other = chat(conn, group(conn, "other", leaves=[Leaf.WATER]), "other chat")
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        [offer] = offers(conn, request_id)
        assert where.address_id != other.address_id
        press(conn, ann, offer.id, other)

    with pytest.raises(dispatch.UnknownOffer):
        await store.write(unit)
