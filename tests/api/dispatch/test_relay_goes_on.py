"""A relay of two goes on: one part is given back, it is at the gate, it is at the door."""

from api.dispatch import service as dispatch
from api.dispatch import store as kept
from api.requests import service as requests
from api.vocabulary import (
    Leaf,
    NoticeCode,
    OfferStatus,
    Part,
    RelayStep,
    RequestStatus,
    TaskStatus,
)
from tests.api.dispatch.cordons import pair, parts
from tests.api.district import (
    MINUTE,
    NOW,
    SETTINGS,
    accept,
    forget,
    group,
    offers,
    told,
    values,
    volunteer,
    work,
)


async def test_one_part_given_back_is_looked_for_alone(store):
    """The other keeps theirs and knows it."""

    def unit(conn):
        ann, bo, rose, request_id = pair(conn)
        cy = volunteer(conn, group(conn, "Ash", east_m=200, leaves=[Leaf.ERRAND]), "cy")
        accept(conn, ann)
        accept(conn, bo)
        for one in (ann, bo, cy, rose):
            forget(conn, one)
        dispatch.hand_back(conn, None, bo.id, settings=SETTINGS, now=NOW)
        work(conn)
        heard = values(conn, ann, NoticeCode.RELAY_PARTNER)["news"]
        return (
            heard,
            parts(conn, request_id) == {Part.CARRY: cy.id},
            told(conn, rose),
            (len(kept.tasks_for(conn, request_id))),
        )

    heard, right, roses, tasks = await store.write(unit)
    assert heard == RelayStep.LEFT
    assert right
    assert roses == [NoticeCode.VOLUNTEER_LEFT]
    assert tasks == 1


async def test_it_is_at_the_gate_and_done_when_it_is_at_the_door(store):
    """Only who carries it says that it arrived; the resident is asked once."""

    def unit(conn):
        ann, bo, rose, request_id = pair(conn)
        accept(conn, ann)
        accept(conn, bo)
        for one in (ann, bo, rose):
            forget(conn, one)
        dispatch.finish(conn, None, ann.id, TaskStatus.DONE, settings=SETTINGS, now=NOW)
        gate = values(conn, rose, NoticeCode.REQUEST_RELAYED)["news"], told(conn, rose)
        bos = values(conn, bo, NoticeCode.RELAY_PARTNER)["news"]
        between = requests.get(conn, request_id).status
        forget(conn, rose)
        dispatch.finish(conn, None, bo.id, TaskStatus.DONE, settings=SETTINGS, now=NOW)
        return gate, bos, between, told(conn, rose), requests.get(conn, request_id).status

    gate, bos, between, roses, after = await store.write(unit)
    assert gate == (RelayStep.AT_GATE, [NoticeCode.REQUEST_RELAYED])
    assert bos == RelayStep.AT_GATE
    assert between is RequestStatus.TAKEN
    assert roses == [NoticeCode.DID_HELP_ARRIVE]
    assert after is RequestStatus.DONE


async def test_who_carries_it_says_done_for_both(store):
    """Whoever brought it and forgot to say so is not asked how it goes."""

    def unit(conn):
        ann, bo, _, request_id = pair(conn)
        accept(conn, ann)
        accept(conn, bo)
        dispatch.finish(conn, None, bo.id, TaskStatus.DONE, settings=SETTINGS, now=NOW)
        return kept.tasks_for(conn, request_id), requests.get(conn, request_id).status

    assert await store.write(unit) == ([], RequestStatus.DONE)


async def test_a_cancelled_request_is_told_to_both(store):
    """Neither waits at a gate for nothing."""

    def unit(conn):
        ann, bo, _, request_id = pair(conn)
        accept(conn, ann)
        accept(conn, bo)
        forget(conn, ann)
        forget(conn, bo)
        requests.cancel(conn, request_id, now=NOW + MINUTE)
        work(conn, NOW + MINUTE)
        return told(conn, ann), told(conn, bo), offers(conn, request_id, OfferStatus.SENT)

    anns, bos, left = await store.write(unit)
    assert NoticeCode.TASK_CANCELLED in anns
    assert NoticeCode.TASK_CANCELLED in bos
    assert left == []


async def test_a_part_that_is_refused_goes_to_the_next(store):
    """Of that part only."""

    def unit(conn):
        ann, bo, _, request_id = pair(conn)
        [offer] = [one for one in offers(conn, request_id) if one.person_id == bo.id]
        cy = volunteer(conn, group(conn, "Ash", east_m=200, leaves=[Leaf.ERRAND]), "cy")
        dispatch.decline(conn, offer.id, bo.id, settings=SETTINGS, now=NOW)
        return parts(conn, request_id) == {Part.BRING: ann.id, Part.CARRY: cy.id}

    assert await store.write(unit)
