"""A restriction that begins or ends changes what it must, and tells those whom it changes."""

import pytest

from api.dispatch import service as dispatch
from api.dispatch import store as kept
from api.requests import service as requests
from api.vocabulary import (
    Access,
    Accommodation,
    Leaf,
    NoticeCode,
    RequestStatus,
    TaskStatus,
)
from tests.api.dispatch.cordons import (
    CLOSED,
    GATE,
    INSIDE,
    PERMIT,
    lift,
    restrict,
    turn,
    under_way,
    waiting,
)
from tests.api.district import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    SETTINGS,
    accept,
    asked,
    forget,
    group,
    load,
    person,
    request,
    told,
    values,
    volunteer,
    work,
)

KINDS = [CLOSED, GATE, INSIDE, PERMIT]


@pytest.mark.parametrize("kind", [CLOSED, INSIDE, PERMIT])
async def test_an_open_offer_is_taken_back_kindly_from_whom_it_keeps_out(store, kind):
    """They hear why; nobody counts as asked any more."""

    def unit(conn):
        ann, _, request_id = waiting(conn)
        forget(conn, ann)
        restrict(conn, kind)
        turn(conn)
        over = values(conn, ann, NoticeCode.OFFER_CHANGED)
        return told(conn, ann), over, asked(conn, request_id)

    codes, over, still_asked = await store.write(unit)
    assert codes == [NoticeCode.OFFER_CHANGED]
    assert (over["restricted"], over["again"]) == ("yes", "")
    assert still_asked == []


async def test_where_help_ends_at_the_gate_the_offer_says_so_anew(store):
    """The resident knows it too, with the time until which it lasts; the wave is the same."""

    def unit(conn):
        ann, rose, request_id = waiting(conn)
        forget(conn, ann)
        restrict(conn, GATE, until_at=NOW + DAY)
        turn(conn)
        offer = values(conn, ann, NoticeCode.OFFER)
        heard = values(conn, rose, NoticeCode.REQUEST_RESTRICTED)
        return told(conn, ann), told(conn, rose), offer, heard, requests.get(conn, request_id)

    anns, roses, offer, heard, kept_request = await store.write(unit)
    assert anns == [NoticeCode.OFFER_CHANGED, NoticeCode.OFFER]
    assert roses == [NoticeCode.REQUEST_RESTRICTED]
    assert offer["accommodations"] == [Accommodation.GATE_ONLY]
    assert heard["access"] == Access.GATE
    assert heard["at"].startswith("2026-03-05T12:00")
    assert kept_request.access is Access.GATE


@pytest.mark.parametrize("kind", [INSIDE, PERMIT, GATE])
async def test_whom_it_does_not_change_hears_nothing(store, kind):
    """Who lives inside goes on to the door as before; nobody is asked before their time."""

    def unit(conn):
        ann, rose, request_id = under_way(conn, inside=True)
        restrict(conn, kind)
        turn(conn)
        return told(conn, ann), told(conn, rose), kept.tasks_for(conn, request_id)

    anns, roses, tasks = await store.write(unit)
    assert (anns, roses) == ([], [])
    assert len(tasks) == 1


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_outside_its_area_is_not_looked_at(store, kind):
    """Nor is what is done from afar."""

    def unit(conn):
        elm = group(conn, "Elm", leaves=[], remote=[Leaf.CHECK_IN])
        ann, rose = volunteer(conn, elm, "ann"), person(conn, "rose")
        request(conn, rose, Leaf.CHECK_IN)
        work(conn)
        forget(conn, ann)
        forget(conn, rose)
        restrict(conn, kind)
        turn(conn)
        return told(conn, ann), told(conn, rose), len(dispatch.offers_of(conn, ann.id))

    assert await store.write(unit) == ([], [], 1)


@pytest.mark.parametrize("kind", [CLOSED, INSIDE, PERMIT])
async def test_a_task_that_its_volunteer_may_not_carry_out_goes_back(store, kind):
    """Both hear it; their group has its place again, and the request keeps its own."""

    def unit(conn):
        ann, rose, request_id = under_way(conn)
        [task] = kept.tasks_for(conn, request_id)
        before = requests.get(conn, request_id).queued_at
        restrict(conn, kind)
        turn(conn, NOW + MINUTE)
        after = requests.get(conn, request_id)
        ended = kept.task(conn, task.id).status
        return {
            "ann": told(conn, ann),
            "access": values(conn, ann, NoticeCode.TASK_RESTRICTED)["access"],
            "rose": told(conn, rose),
            "left": values(conn, rose, NoticeCode.VOLUNTEER_LEFT)["kept_out"],
            "queue": before == after.queued_at,
            "ended": ended,
            "load": load(conn, task.group_id),
        }

    found = await store.write(unit)
    assert found["ann"] == [NoticeCode.TASK_RESTRICTED]
    assert found["access"] == Access.CLOSED
    if kind is CLOSED:
        assert found["rose"][:2] == [NoticeCode.REQUEST_RESTRICTED, NoticeCode.VOLUNTEER_LEFT]
    else:
        assert found["rose"][0] == NoticeCode.VOLUNTEER_LEFT
    assert found["left"] == "yes"
    assert found["queue"]
    assert (found["ended"], found["load"]) == (TaskStatus.GIVEN_UP, 0)


async def test_where_nobody_may_come_a_person_gets_in_touch(store):
    """And says so only because it is so: the call is in the queue."""

    def unit(conn):
        _, rose, request_id = under_way(conn)
        restrict(conn, CLOSED)
        turn(conn)
        heard = values(conn, rose, NoticeCode.REQUEST_RESTRICTED)
        return told(conn, rose), heard, requests.get(conn, request_id).status

    codes, heard, status = await store.write(unit)
    assert heard["access"] == Access.CLOSED
    assert codes[-2:] == [NoticeCode.LOOKING_FURTHER, NoticeCode.CALL_QUEUED]
    assert status is RequestStatus.OPEN


async def test_a_task_stops_at_the_gate_and_goes_on_to_the_door_when_it_is_over(store):
    """Volunteer and resident hear each change, in words of their own."""

    def unit(conn):
        ann, rose, request_id = under_way(conn)
        one = restrict(conn, GATE)
        turn(conn)
        begun = [values(conn, ann, NoticeCode.TASK_RESTRICTED)["access"]]
        begun += [values(conn, rose, NoticeCode.REQUEST_RESTRICTED)["access"]]
        forget(conn, ann)
        forget(conn, rose)
        lift(conn, one, NOW + HOUR)
        over = [values(conn, ann, NoticeCode.TASK_RESTRICTED)["access"]]
        over += [values(conn, rose, NoticeCode.REQUEST_RESTRICTED)["access"]]
        return begun, over, told(conn, ann), told(conn, rose), kept.tasks_for(conn, request_id)

    begun, over, anns, roses, tasks = await store.write(unit)
    assert begun == [Access.GATE, Access.GATE]
    assert over == [Access.DOOR, Access.DOOR]
    assert anns == [NoticeCode.TASK_RESTRICTED]
    assert roses == [NoticeCode.REQUEST_RESTRICTED]
    assert len(tasks) == 1


async def test_who_takes_it_at_the_gate_says_their_word_there(store):
    """The resident is told where, and the volunteer too."""

    def unit(conn):
        restrict(conn, GATE)
        ann, rose, _ = waiting(conn)
        accept(conn, ann)
        found = values(conn, rose, NoticeCode.VOLUNTEER_FOUND)
        accepted = values(conn, ann, NoticeCode.OFFER_ACCEPTED)
        dispatch.start(conn, None, ann.id, settings=SETTINGS, now=NOW)
        on_the_way = values(conn, rose, NoticeCode.VOLUNTEER_ON_THE_WAY)
        return [one["access"] for one in (found, accepted, on_the_way)], accepted

    where, accepted = await store.write(unit)
    assert where == [Access.GATE] * 3
    assert Accommodation.GATE_ONLY in accepted["accommodations"]


async def test_whoever_asks_inside_is_told_at_once(store):
    """As the first thing after the receipt, before anybody is found."""

    def unit(conn):
        restrict(conn, GATE)
        turn(conn)
        rose = person(conn, "rose")
        group(conn)
        request(conn, rose)
        work(conn)
        return told(conn, rose)[:2]

    codes = await store.write(unit)
    assert codes == [NoticeCode.REQUEST_RECEIVED, NoticeCode.REQUEST_RESTRICTED]
