"""Whoever is under way hears what is new of the request, and nobody else does."""

import pytest

from api.audit import service as audit
from api.dispatch import service as dispatch
from api.requests.schemas import Change, Place
from api.vocabulary import Leaf, NoticeCode, Role, Urgency
from tests.api.district import (
    HOME,
    NOW,
    SETTINGS,
    accept,
    forget,
    group,
    person,
    request,
    told,
    values,
    volunteer,
    work,
)

PIN = Place(latitude=HOME[0], longitude=HOME[1])
AFAR = {"leaves": (), "remote": (Leaf.CHECK_IN,)}


def taken(conn, leaf=Leaf.GROCERIES, **kind):
    """A request that Ann has a task for: its id, Ann and Rose, who were told all so far."""
    ann, rose = volunteer(conn, group(conn, **kind), "Ann"), person(conn, "Rose")
    request_id = request(conn, rose, leaf)
    work(conn)
    accept(conn, ann)
    for one in (ann, rose):
        forget(conn, one)
    return request_id, ann, rose


def change(conn, request_id, **wanted):
    """The request is changed."""
    dispatch.change_request(conn, request_id, Change(**wanted), settings=SETTINGS, now=NOW)


@pytest.mark.parametrize(
    ("wanted", "new"),
    [
        ({"urgency": Urgency.NOW}, {"urgency": "now"}),
        ({"words": " two bags "}, {"text": "two bags"}),
        ({"place": Place(text="Block 9")}, {"address": "Block 9"}),
        ({"place": PIN}, {"address": "31.23040, 121.47370"}),
    ],
)
async def test_whoever_is_under_way_hears_what_is_new(store, wanted, new):
    """How soon it is needed each time; a new door and new words in full."""

    def unit(conn):
        request_id, ann, rose = taken(conn)
        change(conn, request_id, **wanted)
        return values(conn, ann, NoticeCode.TASK_CHANGED), told(conn, ann), told(conn, rose)

    said, heard, asker_heard = await store.write(unit)
    plain = {"urgency": "today", "address": "", "text": "", "name": "Rose"}
    assert (plain | new).items() <= said.items()
    assert heard == [NoticeCode.TASK_CHANGED]
    assert asker_heard == [NoticeCode.REQUEST_CHANGED]


async def test_who_helps_from_afar_hears_of_no_door(store):
    """They need none."""

    def unit(conn):
        request_id, ann, _ = taken(conn, Leaf.CHECK_IN, **AFAR)
        change(conn, request_id, place=Place(text="Block 9"))
        return values(conn, ann, NoticeCode.TASK_CHANGED)["address"]

    assert await store.write(unit) == ""


async def test_a_new_door_that_was_told_is_in_the_audit(store):
    """As the first one was."""

    def unit(conn):
        request_id, *_ = taken(conn)
        before = len(audit.entries(conn, subject_id=request_id, before=None, limit=9))
        change(conn, request_id, place=Place(text="Block 9"))
        entries = audit.entries(conn, subject_id=request_id, before=None, limit=9)
        return len(entries) - before, entries[0]

    more, entry = await store.write(unit)
    assert (more, entry.role, entry.action) == (1, Role.VOLUNTEER, "reveal")


async def test_who_was_only_asked_hears_nothing_of_a_change(store):
    """A door or a word is for who accepted."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "Ann")
        request_id = request(conn, person(conn, "Rose"))
        work(conn)
        change(conn, request_id, words="two bags")
        return told(conn, ann)

    assert await store.write(unit) == [NoticeCode.OFFER]


async def test_a_coordinators_change_reaches_them_as_well(http, bearer, store):
    """However it was changed."""
    request_id, ann, _ = await store.write(taken)
    answer = await http.patch(
        f"/v1/requests/{request_id}",
        json={"words": "two bags"},
        headers=bearer(Role.COORDINATOR),
    )
    assert answer.status_code == 200
    assert await store.read(lambda conn: told(conn, ann)) == [NoticeCode.TASK_CHANGED]


@pytest.mark.parametrize("kind", [{}, AFAR])
async def test_how_they_help_is_known_to_whoever_is_told(store, kind):
    """Nobody waits at the door for a voice on the telephone."""

    def unit(conn):
        leaf = Leaf.CHECK_IN if kind else Leaf.GROCERIES
        ann, rose = volunteer(conn, group(conn, **kind), "Ann"), person(conn, "Rose")
        request(conn, rose, leaf)
        work(conn)
        accept(conn, ann)
        dispatch.start(conn, None, ann.id, settings=SETTINGS, now=NOW)
        mine = (NoticeCode.OFFER_ACCEPTED, NoticeCode.TASK_STARTED)
        theirs = (NoticeCode.VOLUNTEER_FOUND, NoticeCode.VOLUNTEER_ON_THE_WAY)
        said = [values(conn, ann, one) for one in mine]
        return {one["mode"] for one in said + [values(conn, rose, code) for code in theirs]}

    assert await store.write(unit) == {"remote" if kind else "in_person"}
