"""Each begin and each end is acted on once, by any number of workers; nothing is left out."""

import asyncio

import pytest

from api.dispatch import service as dispatch
from api.dispatch.service import TooLate
from api.vocabulary import (
    NoticeCode,
    OfferStatus,
)
from tests.api.dispatch.cordons import (
    CLOSED,
    GATE,
    INSIDE,
    lift,
    restrict,
    turn,
    under_way,
    waiting,
)
from tests.api.dispatch.test_chats import chat
from tests.api.district import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    SETTINGS,
    asked,
    forget,
    group,
    offer_to,
    offers,
    person,
    request,
    told,
    values,
    work,
)


@pytest.mark.parametrize("ends", ["by hand", "in time"])
async def test_what_waited_because_of_it_goes_on_when_it_is_over(store, ends):
    """At once, from the first wave; who was kept out may be asked again."""

    def unit(conn):
        ann, _, request_id = under_way(conn)
        later = {} if ends == "by hand" else {"until_at": NOW + HOUR}
        one = restrict(conn, CLOSED, **later)
        turn(conn)
        before = asked(conn, request_id)
        if ends == "by hand":
            lift(conn, one, NOW + HOUR)
        else:
            turn(conn, NOW + HOUR)
        return before, asked(conn, request_id), ann.id

    before, after, ann = await store.write(unit)
    assert before == []
    assert after == [ann]


async def test_one_that_begins_later_begins_later(store):
    """Nothing changes before, and the worker knows when to wake."""

    def unit(conn):
        ann, _, request_id = waiting(conn)
        restrict(conn, CLOSED, from_at=NOW + HOUR)
        turn(conn)
        before = asked(conn, request_id)
        due = dispatch.next_restriction(conn, SETTINGS)
        turn(conn, NOW + HOUR)
        return before == [ann.id], due, asked(conn, request_id)

    assert await store.write(unit) == (True, NOW + HOUR, [])


async def test_one_that_was_ended_before_it_began_changes_nothing(store):
    """And is acted on, so that nothing stays due."""

    def unit(conn):
        ann, rose, _ = waiting(conn)
        forget(conn, ann)
        one = restrict(conn, CLOSED, from_at=NOW + DAY)
        lift(conn, one, NOW + MINUTE)
        return told(conn, ann), told(conn, rose), dispatch.next_restriction(conn, SETTINGS)

    assert await store.write(unit) == ([], [], None)


async def test_an_answer_that_crosses_a_restriction_wins_nothing(store):
    """The worker was not there yet: they are told why, and the next is asked when it may be."""

    def unit(conn):
        ann, _, request_id = waiting(conn)
        offer_id = offer_to(conn, ann)
        forget(conn, ann)
        restrict(conn, CLOSED)
        answer = dispatch.accept(conn, offer_id, ann.id, settings=SETTINGS, now=NOW)
        over = values(conn, ann, NoticeCode.OFFER_CHANGED)
        return answer, over["restricted"], offers(conn, request_id, OfferStatus.WITHDRAWN)

    answer, why, withdrawn = await store.write(unit)
    assert answer == TooLate()
    assert why == "yes"
    assert len(withdrawn) == 1


async def test_a_groups_chat_reads_that_a_rule_changed(store):
    """In place of the offer; nobody can press it any more."""

    def unit(conn):
        elm = group(conn, "Elm", east_m=2000)
        crowd = chat(conn, elm)
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        [offer] = offers(conn, request_id)
        forget(conn, crowd)
        restrict(conn, INSIDE)
        turn(conn)
        return values(
            conn, crowd, NoticeCode.GROUP_OFFER_CLOSED
        ), offer.address_id == crowd.address_id

    closed, in_chat = await store.write(unit)
    assert in_chat
    assert closed["restricted"] == "yes"


async def test_two_workers_at_once_do_it_once(store):
    """Each begin is one worker's; each request is looked at under its lock."""

    def begin(conn):
        ann, rose, request_id = under_way(conn)
        restrict(conn, CLOSED)
        return ann, rose, request_id

    ann, rose, _ = await store.write(begin)

    async def worker():
        while await store.write(lambda conn: dispatch.restrictions_due(conn, NOW, SETTINGS)):
            pass

    await asyncio.gather(*(worker() for _ in range(4)))
    await store.write(work)
    heard = await store.read(lambda conn: (told(conn, ann), told(conn, rose)))
    assert heard[0] == [NoticeCode.TASK_RESTRICTED]
    assert heard[1].count(NoticeCode.REQUEST_RESTRICTED) == 1
    assert heard[1].count(NoticeCode.VOLUNTEER_LEFT) == 1


async def test_a_page_of_requests_at_a_time_is_marked_and_none_is_left_out(store, monkeypatch):
    """However many wait inside; a worker that stops in the middle goes on where it was."""
    monkeypatch.setattr("api.dispatch.service.turning.PAGE", 2)

    def unit(conn):
        group(conn, "Elm", east_m=2000)
        roses = [person(conn, f"rose{number}") for number in range(5)]
        for rose in roses:
            request(conn, rose)
        work(conn)
        for rose in roses:
            forget(conn, rose)
        restrict(conn, GATE)
        turn(conn)
        return [told(conn, rose) for rose in roses]

    assert await store.write(unit) == [[NoticeCode.REQUEST_RESTRICTED]] * 5


async def test_of_two_that_overlap_the_end_of_one_leaves_the_other(store):
    """Nobody is told that they may come again while another still keeps them out."""

    def unit(conn):
        ann, rose, _ = under_way(conn)
        one = restrict(conn, CLOSED)
        restrict(conn, CLOSED, metres=500)
        turn(conn)
        forget(conn, ann)
        forget(conn, rose)
        lift(conn, one, NOW + MINUTE)
        return told(conn, ann), told(conn, rose)

    assert await store.write(unit) == ([], [])
