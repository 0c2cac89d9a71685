"""What must never happen, whoever does what: each law by its name."""

import pytest

from api.calls import service as calls
from api.dispatch import service as dispatch
from api.dispatch import store as kept
from api.dispatch.service import Accepted, TooLate
from api.requests import service as requests
from api.requests.schemas import Change
from api.vocabulary import Leaf, NoticeCode, RequestStatus, Urgency
from tests.api.dispatch.test_chats import chat, press
from tests.api.district import (
    HOUR,
    MINUTE,
    NOW,
    SETTINGS,
    accept,
    forget,
    group,
    offer_to,
    offers,
    person,
    request,
    told,
    volunteer,
    work,
)

BEFORE_ANYBODY_ACCEPTS = {
    NoticeCode.REQUEST_RECEIVED,
    NoticeCode.REQUEST_CHANGED,
    NoticeCode.REQUEST_SPLIT,
    NoticeCode.REQUEST_STATUS,
    NoticeCode.REQUEST_RESTRICTED,
    NoticeCode.LOOKING_FURTHER,
    NoticeCode.STILL_WAITING,
    NoticeCode.CALL_QUEUED,
}
"""All that a resident may be told; their words are judged where words are."""


def take(conn, someone, offer_id, now=NOW):
    """Somebody accepts an offer, whatever became of it."""
    return dispatch.accept(conn, offer_id, someone.id, settings=SETTINGS, now=now)


def first_of_two_offers(conn, ann, bob, request_id):
    """Each has an offer of their own."""
    return [(one, offer_to(conn, one)) for one in (ann, bob)]


def one_offer_in_a_chat(conn, ann, bob, request_id):
    """Both press below one message."""
    [offer] = offers(conn, request_id)
    return [(one, offer.id) for one in (ann, bob)]


def offers_that_ran_out(conn, ann, bob, request_id):
    """Both come late, while nobody has it."""
    both = first_of_two_offers(conn, ann, bob, request_id)
    work(conn, NOW + 2 * HOUR)
    return both


@pytest.mark.parametrize(
    ("setting", "in_chat"),
    [
        (first_of_two_offers, False),
        (one_offer_in_a_chat, True),
        (offers_that_ran_out, False),
    ],
)
async def test_two_volunteers_never_hold_one_task(store, setting, in_chat):
    """The first to accept has it; whoever comes after hears that it is too late."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("ann", "bob"))
        if in_chat:
            chat(conn, group_id)
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        both = setting(conn, ann, bob, request_id)
        answers = [take(conn, *one, now=NOW + 3 * HOUR) for one in (*both, *reversed(both))]
        return answers, [task.person_id for task in kept.tasks_for(conn, request_id)], ann.id

    answers, holders, ann = await store.write(unit)
    assert [isinstance(one, Accepted) for one in answers] == [True, False, False, True]
    assert holders == [ann]


async def test_two_volunteers_never_hold_one_task_though_their_shares_overlap(store):
    """Who was offered all of it and who was offered a part exclude each other."""

    def unit(conn):
        part = volunteer(conn, group(conn, "part", leaves=[Leaf.GROCERIES]), "part")
        resident = person(conn, "rose")
        request_id = request(conn, resident, Leaf.GROCERIES, Leaf.WATER)
        work(conn)
        all_of_it = volunteer(conn, group(conn, "all", leaves=[Leaf.GROCERIES, Leaf.WATER]), "all")
        requests.change(conn, request_id, Change(urgency=Urgency.TODAY), now=NOW + MINUTE)
        work(conn, NOW + MINUTE)
        both = [(one, offer_to(conn, one)) for one in (part, all_of_it)]
        answers = [take(conn, *one) for one in both]
        needs = [leaf for task in kept.tasks_for(conn, request_id) for leaf in task.leaves]
        return answers, needs

    (first, second), needs = await store.write(unit)
    assert isinstance(first, Accepted)
    assert second == TooLate()
    assert needs == [Leaf.GROCERIES]


async def test_what_was_handed_back_is_nobodys_until_somebody_accepts_it_anew(store):
    """An old button gives it back to nobody; the next one who accepts has it alone."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("ann", "bob"))
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        old = offer_to(conn, ann)
        accept(conn, ann)
        dispatch.hand_back(conn, None, ann.id, settings=SETTINGS, now=NOW + MINUTE)
        work(conn, NOW + MINUTE)
        forget(conn, ann)
        answers = [take(conn, ann, old), accept(conn, bob), take(conn, ann, old)]
        holders = [task.person_id for task in kept.tasks_for(conn, request_id)]
        return answers, holders, bob.id, told(conn, ann)

    (early, taken, late), holders, bob, heard = await store.write(unit)
    assert early == late == TooLate()
    assert isinstance(taken, Accepted)
    assert holders == [bob]
    assert heard == [NoticeCode.OFFER_WITHDRAWN, NoticeCode.OFFER_TOO_LATE]


async def test_nobody_is_said_to_come_before_they_accepted(store):
    """Offers, refusals, silence, changes, a press by a stranger: none of it is a yes."""

    def unit(conn):
        crowd = [volunteer(conn, group(conn, name), name) for name in ("ann", "bob", "eve")]
        where = chat(conn, group(conn, "chat"))
        resident = person(conn, "rose")
        request_id = request(conn, resident, urgency=Urgency.NOW)
        work(conn)
        pressed = next(one for one in offers(conn, request_id) if one.person_id is None)
        press(conn, person(conn, "stranger"), pressed.id, where)
        for number, one in enumerate(crowd):
            dispatch.decline(conn, offer_to(conn, one), one.id, not_now=number == 1,
                             settings=SETTINGS, now=NOW)  # fmt: skip
        requests.change(conn, request_id, Change(words="Soon."), now=NOW + MINUTE)
        for _ in range(8):
            work(conn, requests.get(conn, request_id).next_at)
        requests.show(conn, request_id, now=NOW + HOUR)
        call = calls.open_of(conn, resident.id)
        return told(conn, resident), call, requests.get(conn, request_id).status

    heard, call, status = await store.write(unit)
    assert set(heard) <= BEFORE_ANYBODY_ACCEPTS
    assert call is not None
    assert status in {RequestStatus.OPEN, RequestStatus.OFFERED}


async def test_nobody_is_said_to_be_on_the_way_before_they_said_so(store):
    """Not by accepting: both sides hear it in the moment it is said, and not before."""

    def unit(conn):
        ann, resident = volunteer(conn, group(conn), "ann"), person(conn, "rose")
        request(conn, resident)
        work(conn)
        accept(conn, ann)
        before = {*told(conn, ann), *told(conn, resident)}
        forget(conn, ann)
        forget(conn, resident)
        dispatch.start(conn, None, ann.id, minutes=15, settings=SETTINGS, now=NOW)
        return before, told(conn, ann), told(conn, resident)

    before, volunteers, residents = await store.write(unit)
    assert not {NoticeCode.TASK_STARTED, NoticeCode.VOLUNTEER_ON_THE_WAY} & before
    assert volunteers == [NoticeCode.TASK_STARTED]
    assert residents == [NoticeCode.VOLUNTEER_ON_THE_WAY]
