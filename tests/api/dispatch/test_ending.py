"""How tasks and requests end: done, handed back, silent, cancelled, not arrived."""

from api.calls import service as calls
from api.dispatch import service as dispatch
from api.requests import service as requests
from api.requests.schemas import Confirm
from api.vocabulary import Arrival, NoticeCode, RequestStatus, TaskStatus, Urgency
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


async def test_done_asks_the_resident_and_their_yes_closes_it(store):
    """The volunteer says done, the resident says whether; then nothing is due any more."""

    def unit(conn):
        group_id = group(conn)
        ann, resident = volunteer(conn, group_id, "ann"), person(conn, "rose")
        request_id = request(conn, resident)
        work(conn)
        accept(conn, ann)
        dispatch.finish(conn, None, ann.id, TaskStatus.DONE, settings=SETTINGS, now=NOW)
        asks, done = told(conn, resident)[-1], requests.get(conn, request_id).status
        said = Confirm(arrival=Arrival.DONE)
        requests.confirm(conn, None, said, person_id=resident.id, now=NOW + HOUR)
        work(conn, NOW + HOUR)
        return asks, done, requests.get(conn, request_id), load(conn, group_id)

    asks, done, closed, free = await store.write(unit)
    assert asks == NoticeCode.DID_HELP_ARRIVE
    assert done is RequestStatus.DONE
    assert closed.closed_at == NOW + HOUR
    assert closed.next_at is None
    assert free == 0


async def test_handing_back_reopens_without_losing_the_place_in_the_queue(store):
    """One tap, no reason: the queue time stays, the resident hears it, the giver is spared."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("ann", "bob"))
        resident = person(conn, "rose")
        request_id = request(conn, resident)
        work(conn)
        accept(conn, ann)
        forget(conn, ann)
        forget(conn, bob)
        dispatch.hand_back(conn, None, ann.id, settings=SETTINGS, now=NOW + HOUR)
        work(conn, NOW + HOUR)
        return (
            requests.get(conn, request_id), asked(conn, request_id), bob.id,
            told(conn, ann), told(conn, resident)[-1], load(conn, group_id),
        )  # fmt: skip

    kept, waits_for, bob, ann_heard, resident_heard, held = await store.write(unit)
    assert kept.queued_at == NOW
    assert kept.status is RequestStatus.OFFERED
    assert waits_for == [bob]
    assert ann_heard == [NoticeCode.TASK_HANDED_BACK]
    assert resident_heard == NoticeCode.VOLUNTEER_LEFT
    assert held == 0


async def test_a_silent_task_is_asked_about_and_then_released(store):
    """First a question, then release; both sides are told."""

    def unit(conn):
        group_id = group(conn)
        ann = volunteer(conn, group_id, "ann")
        resident = person(conn, "rose")
        request(conn, resident, urgency=Urgency.NOW)
        work(conn)
        accept(conn, ann)
        forget(conn, ann)
        work(conn, NOW + 19 * MINUTE)
        early = told(conn, ann)
        work(conn, NOW + 20 * MINUTE)
        asks = told(conn, ann)
        forget(conn, ann)
        work(conn, NOW + 40 * MINUTE)
        return early, asks, told(conn, ann), told(conn, resident), load(conn, group_id)

    early, asks, released, heard, held = await store.write(unit)
    assert early == []
    assert asks == [NoticeCode.TASK_CHECK_IN]
    assert released == [NoticeCode.TASK_RELEASED]
    assert NoticeCode.VOLUNTEER_LEFT in heard
    assert held == 0


async def test_a_sign_of_life_puts_the_question_off(store):
    """On the way for an hour: asked only after the arrival, and then the resident is, too."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "ann")
        resident = person(conn, "rose")
        request(conn, resident, urgency=Urgency.NOW)
        work(conn)
        accept(conn, ann)
        dispatch.start(conn, None, ann.id, minutes=60, settings=SETTINGS, now=NOW + MINUTE)
        at = values(conn, resident, NoticeCode.VOLUNTEER_ON_THE_WAY)["at"]
        forget(conn, ann)
        work(conn, NOW + 80 * MINUTE)
        early = told(conn, ann)
        work(conn, NOW + 81 * MINUTE)
        return at, early, told(conn, ann), told(conn, resident)[-1]

    at, early, asks, resident_asked = await store.write(unit)
    assert at == "2026-03-04T13:01:00Z"
    assert early == []
    assert asks == [NoticeCode.TASK_CHECK_IN]
    assert resident_asked == NoticeCode.DID_HELP_ARRIVE


async def test_cancelling_while_offered_takes_every_offer_back(store):
    """Nobody is left with an offer that is no longer true."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("ann", "bob"))
        resident = person(conn, "rose")
        request_id = request(conn, resident)
        work(conn)
        forget(conn, ann)
        requests.cancel(conn, None, person_id=resident.id, now=NOW + MINUTE)
        work(conn, NOW + MINUTE)
        return asked(conn, request_id), told(conn, ann), told(conn, bob)

    assert await store.write(unit) == ([], [NoticeCode.OFFER_WITHDRAWN], [])


async def test_cancelling_while_taken_tells_the_volunteer_and_frees_the_group(store):
    """Who is under way must hear it."""

    def unit(conn):
        group_id = group(conn)
        ann = volunteer(conn, group_id, "ann")
        resident = person(conn, "rose")
        request_id = request(conn, resident)
        work(conn)
        accept(conn, ann)
        forget(conn, ann)
        requests.cancel(conn, request_id, person_id=resident.id, now=NOW)
        work(conn)
        return told(conn, ann), load(conn, group_id), dispatch.tasks_of(conn, ann.id)

    assert await store.write(unit) == ([NoticeCode.TASK_CANCELLED], 0, [])


async def test_help_that_did_not_arrive_is_looked_for_again_and_a_person_calls(store):
    """A volunteer's "done" is not the last word; that volunteer is not asked again."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("ann", "bob"))
        resident = person(conn, "rose")
        request_id = request(conn, resident)
        work(conn)
        accept(conn, ann)
        dispatch.finish(conn, None, ann.id, TaskStatus.DONE, settings=SETTINGS, now=NOW)
        said = Confirm(arrival=Arrival.NO, remark="Nobody came.")
        requests.confirm(conn, request_id, said, person_id=resident.id, now=NOW + HOUR)
        work(conn, NOW + HOUR)
        call = calls.open_of(conn, resident.id)
        return asked(conn, request_id), bob.id, call, requests.get(conn, request_id)

    waits_for, bob, call, kept = await store.write(unit)
    assert waits_for == [bob]
    assert call is not None
    assert kept.status is RequestStatus.OFFERED
    assert kept.queued_at == NOW


async def test_what_nobody_confirms_is_closed_in_time(store):
    """Retention must begin some day, even if nobody answers."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "ann")
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        accept(conn, ann)
        dispatch.finish(conn, None, ann.id, TaskStatus.DONE, settings=SETTINGS, now=NOW)
        work(conn, NOW + 2 * DAY)
        before = requests.get(conn, request_id).closed_at
        work(conn, NOW + 3 * DAY)
        return before, requests.get(conn, request_id)

    before, kept = await store.write(unit)
    assert before is None
    assert kept.closed_at == NOW + 3 * DAY
    assert kept.closed_reason == "unconfirmed"
