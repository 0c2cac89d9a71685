"""What users of other systems complain of in routing: each must not happen here."""

from dataclasses import replace

from api.deliveries import service as deliveries
from api.deliveries.schemas import DeliveriesIn, Report
from api.vocabulary import Channel, RequestStatus, SendFailure, Urgency
from tests.api.dispatch.test_chats import chat
from tests.api.district import (
    MINUTE,
    NOW,
    SETTINGS,
    accept,
    asked,
    dispatch,
    group,
    notices,
    offers,
    person,
    request,
    requests,
    volunteer,
    work,
)

ONE_AT_A_TIME = replace(SETTINGS, wave_size=1)


def dies(conn, address_id):
    """The next that is sent to an address finds it dead; all else arrives."""
    last = notices.put(conn, address_id, "ask.need", {}, now=NOW)
    wanted, reports = DeliveriesIn(channels=list(Channel)), []
    while leased := deliveries.claim(
        conn, wanted.model_copy(update={"reports": reports}), settings=SETTINGS, now=NOW
    ).notices:
        reports = [
            Report(notice_id=one.notice_id, lease=one.lease, failure=SendFailure.STOPPED)
            if one.notice_id == last
            else Report(notice_id=one.notice_id, lease=one.lease, wire_id="7")
            for one in leased
        ]


async def test_pain_a_hard_language_filter_leaves_nobody(store):
    """That no helper speaks it is no answer: who is able is asked, and told of the language."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "ann")
        request_id = request(conn, person(conn, "rana"), language="ar")
        work(conn)
        return [(one.person_id, one.interpreter) for one in offers(conn, request_id)], ann.id

    found, ann = await store.write(unit)
    assert found == [(ann, "ar")]


async def test_pain_busy_volunteers_are_asked_while_others_are_idle(store):
    """Who has a task waits until who has none was asked, also of the next group nearby."""

    def unit(conn):
        near, next_door = group(conn, "near"), group(conn, "next door", east_m=200)
        ann, bob = (volunteer(conn, near, name) for name in ("ann", "bob"))
        eve = volunteer(conn, next_door, "eve")
        request(conn, person(conn, "rose"))
        work(conn, settings=ONE_AT_A_TIME)
        accept(conn, ann)
        order = []
        for number in (1, 2, 3):
            request_id = request(conn, person(conn, f"resident {number}"))
            work(conn, settings=ONE_AT_A_TIME)
            order += asked(conn, request_id)
        return order, {bob.id, eve.id}, ann.id

    order, idle, busy = await store.write(unit)
    assert set(order[:2]) == idle
    assert busy not in order


async def test_pain_one_dead_number_breaks_the_ladder(store):
    """The next is asked at once, and the wave goes on as if a volunteer had said no."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("ann", "bob"))
        request_id = request(conn, person(conn, "rose"), urgency=Urgency.WEEK)
        work(conn, settings=ONE_AT_A_TIME)
        first = asked(conn, request_id)
        dies(conn, ann.address_id)
        work(conn, settings=ONE_AT_A_TIME)
        return first, asked(conn, request_id), [ann.id], [bob.id]

    first, then, ann, bob = await store.write(unit)
    assert (first, then) == (ann, bob)


async def test_pain_one_dead_chat_breaks_the_ladder(store):
    """Where a group's chat is gone, its volunteers are asked one by one."""

    def unit(conn):
        group_id = group(conn)
        ann = volunteer(conn, group_id, "ann")
        where = chat(conn, group_id)
        request_id = request(conn, person(conn, "rose"), urgency=Urgency.WEEK)
        work(conn)
        first = asked(conn, request_id)
        dies(conn, where.address_id)
        work(conn)
        return first, asked(conn, request_id), ann.id

    first, then, ann = await store.write(unit)
    assert (first, then) == ([None], [ann])


async def test_pain_an_empty_shift_breaks_the_ladder(store):
    """The nearest group is able and has nobody to ask: the next one is asked in the same wave."""

    def unit(conn):
        group(conn, "near")
        tired = volunteer(conn, group(conn, "tired", east_m=300), "tired")
        dispatch.pause(conn, tired.id, "week", settings=SETTINGS, now=NOW)
        far = volunteer(conn, group(conn, "far", east_m=2000), "far")
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        return asked(conn, request_id), far.id

    found, far = await store.write(unit)
    assert found == [far]


async def test_pain_a_claim_falls_silent(store):
    """Who accepted and says nothing is asked, and then others are; the request keeps its place."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("ann", "bob"))
        request_id = request(conn, person(conn, "rose"), urgency=Urgency.NOW)
        work(conn)
        accept(conn, ann)
        for minutes in range(0, 240, 10):
            work(conn, NOW + minutes * MINUTE)
        kept = requests.get(conn, request_id)
        return (
            kept.status,
            kept.queued_at,
            [one.person_id for one in offers(conn, request_id)],
            bob,
        )

    status, queued_at, found, bob = await store.write(unit)
    assert status in {RequestStatus.OPEN, RequestStatus.OFFERED}
    assert queued_at == NOW
    assert set(found) <= {bob.id}
