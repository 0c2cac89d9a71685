"""Requests changed, cancelled and confirmed: told, and never twice or by somebody else."""

from datetime import timedelta

import pytest

from api.requests import service as requests
from api.requests.schemas import Change, Confirm, Place
from api.requests.service import RequestClosed, UnknownRequest
from api.vocabulary import Arrival, Leaf, NoticeCode, RequestStatus, Urgency
from tests.api.district import (
    HOME,
    HOUR,
    NOW,
    accept,
    asked,
    group,
    person,
    request,
    told,
    volunteer,
    work,
)

LATER = NOW + HOUR


async def test_what_is_not_named_in_a_change_stays(store):
    """And its maker is told that it is changed."""

    def unit(conn):
        rose = person(conn, "rose")
        request_id = request(conn, rose)
        before = requests.get(conn, request_id)
        sooner = Change(urgency=Urgency.NOW)
        changed = requests.change(conn, None, sooner, person_id=rose.id, now=LATER)
        return before, changed, told(conn, rose)[-1]

    before, changed, heard = await store.write(unit)
    assert (before.urgency, changed.urgency) == (Urgency.TODAY, Urgency.NOW)
    assert (changed.area, changed.needs) == (before.area, before.needs)
    assert changed.next_at == LATER
    assert changed.queued_at == NOW
    assert heard == NoticeCode.REQUEST_CHANGED


async def test_words_are_added_to_those_that_were_said(store):
    """Nothing said is lost by saying more."""

    def unit(conn):
        request_id = request(conn, person(conn, "rose"), details={"food_detail": "rice"})
        for words in ("no nuts", " ", "and milk"):
            requests.change(conn, request_id, Change(words=words), now=LATER)
        return requests.private(conn, request_id).details

    assert await store.write(unit) == {"food_detail": "rice", "added": "no nuts\nand milk"}


async def test_another_place_begins_the_search_anew(store):
    """Who was asked for the old one is asked no more; whoever has it, keeps it."""

    def unit(conn):
        ann = volunteer(conn, group(conn, leaves=[Leaf.GROCERIES]), "ann")
        bob = volunteer(conn, group(conn, "w", leaves=[Leaf.WATER]), "bob")
        request_id = request(conn, person(conn, "rose"), Leaf.GROCERIES, Leaf.WATER)
        work(conn)
        accept(conn, ann)
        there = Place(text="elsewhere", latitude=HOME[0], longitude=HOME[1] + 1)
        requests.change(conn, request_id, Change(place=there), now=LATER)
        work(conn, LATER)
        return requests.get(conn, request_id).needs, asked(conn, request_id), bob.id

    needs, waits_for, _ = await store.write(unit)
    assert needs == {Leaf.GROCERIES: RequestStatus.TAKEN, Leaf.WATER: RequestStatus.OPEN}
    assert waits_for == []


async def test_no_id_means_the_newest_that_is_not_closed(store):
    """Who has one request need not say which."""

    def unit(conn):
        rose = person(conn, "rose")
        first, second = (
            request(conn, rose, now=NOW + number * timedelta(seconds=1)) for number in (0, 1)
        )
        closed = [requests.cancel(conn, None, person_id=rose.id, now=LATER).id for _ in range(2)]
        return closed, [second, first]

    closed, expected = await store.write(unit)
    assert closed == expected


@pytest.mark.parametrize("act", ["change", "cancel", "confirm", "show"])
async def test_a_request_is_only_whose_it_is(store, act):
    """To anybody else it is unknown, like one that was never made."""

    def unit(conn):
        rose, sam = person(conn, "rose"), person(conn, "sam")
        request_id = request(conn, rose)
        also = {"change": [Change()], "confirm": [Confirm(arrival=Arrival.DONE)]}.get(act, [])
        with pytest.raises(UnknownRequest):
            getattr(requests, act)(conn, request_id, *also, person_id=sam.id, now=LATER)
        return told(conn, rose), requests.get(conn, request_id).closed_at

    assert await store.write(unit) == ([NoticeCode.REQUEST_RECEIVED], None)


async def test_a_cancelled_request_is_over(store):
    """Its needs that were not done, the reason sealed; nothing can be changed any more."""

    def unit(conn):
        request_id = request(conn, person(conn, "rose"))
        ended = requests.cancel(conn, request_id, reason="her son came", now=LATER)
        with pytest.raises(RequestClosed):
            requests.change(conn, request_id, Change(words="more"), now=LATER)
        with pytest.raises(RequestClosed):
            requests.cancel(conn, request_id, now=LATER)
        return ended, requests.private(conn, request_id).reason

    ended, reason = await store.write(unit)
    assert ended.status is RequestStatus.CANCELLED
    assert (ended.closed_at, ended.closed_reason) == (LATER, "cancelled")
    assert reason == "her son came"


@pytest.mark.parametrize(
    ("arrival", "status", "closes"),
    [
        (Arrival.DONE, RequestStatus.DONE, True),
        (Arrival.PARTLY, RequestStatus.PARTLY, False),
        (Arrival.NO, RequestStatus.TAKEN, False),
    ],
)
async def test_what_the_resident_says_of_the_help_is_kept(store, arrival, status, closes):
    """Only a yes closes it; the remark is sealed; they are thanked whatever they say."""

    def unit(conn):
        ann, rose = volunteer(conn, group(conn), "ann"), person(conn, "rose")
        request_id = request(conn, rose)
        work(conn)
        accept(conn, ann)
        said = Confirm(arrival=arrival, remark="one bag")
        kept = requests.confirm(conn, None, said, person_id=rose.id, now=LATER)
        return kept, requests.private(conn, request_id).remark, told(conn, rose)[-1]

    kept, remark, heard = await store.write(unit)
    assert (kept.status, kept.closed_at == LATER) == (status, closes)
    assert (kept.arrival, remark) == (arrival, "one bag")
    assert heard == NoticeCode.ARRIVAL_THANKS


async def test_help_for_one_need_does_not_close_the_others(store):
    """What nobody took is still looked for."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "ann")
        request_id = request(conn, person(conn, "rose"), Leaf.GROCERIES, Leaf.WATER)
        work(conn)
        accept(conn, ann)
        return requests.confirm(conn, request_id, Confirm(arrival=Arrival.DONE), now=LATER)

    kept = await store.write(unit)
    assert kept.needs == {Leaf.GROCERIES: RequestStatus.DONE, Leaf.WATER: RequestStatus.OPEN}
    assert kept.closed_at is None


async def test_a_status_changes_only_from_what_it_was(store):
    """A need that is done does not become open by what is said of open ones."""

    def unit(conn):
        request_id = request(conn, person(conn, "rose"), Leaf.GROCERIES, Leaf.WATER)
        open_ = (RequestStatus.OPEN,)
        one = requests.move_needs(
            conn, request_id, RequestStatus.DONE, before=open_, leaves=[Leaf.WATER]
        )
        both = requests.move_needs(conn, request_id, RequestStatus.TAKEN, before=open_)
        none = requests.move_needs(conn, request_id, RequestStatus.OPEN, before=open_)
        return (one, both, none), requests.get(conn, request_id)

    moved, kept = await store.write(unit)
    assert moved == (1, 1, 0)
    assert kept.needs == {Leaf.GROCERIES: RequestStatus.TAKEN, Leaf.WATER: RequestStatus.DONE}
    assert kept.status is RequestStatus.TAKEN
