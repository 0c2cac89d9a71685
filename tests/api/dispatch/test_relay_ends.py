"""Nothing restricts the place any more: what two were to do, one does, where that can be."""

from api.dispatch import service as dispatch
from api.dispatch import store as kept
from api.requests import service as requests
from api.restrictions import service as restrictions
from api.vocabulary import (
    Access,
    Accommodation,
    Leaf,
    NoticeCode,
    OfferStatus,
    Part,
    RelayStep,
    RequestStatus,
    TaskStatus,
)
from tests.api.dispatch.cordons import GATE, lift, pair, parts
from tests.api.district import (
    MINUTE,
    NOW,
    SETTINGS,
    Person,
    accept,
    forget,
    group,
    offer_to,
    offers,
    person,
    told,
    values,
    volunteer,
)

LATER = NOW + MINUTE
PARTNER, RELAYED = NoticeCode.RELAY_PARTNER, NoticeCode.REQUEST_RELAYED


def over(conn, *people):
    """Every restriction ends; whoever is named has heard all that was before."""
    for one in people:
        forget(conn, one)
    for one in restrictions.listed(conn, NOW):
        lift(conn, one.id, LATER)


def decline(conn, someone):
    """Somebody says no to the newest offer to them."""
    dispatch.decline(conn, offer_to(conn, someone), someone.id, settings=SETTINGS, now=NOW)


async def test_a_relay_that_nobody_took_is_one_whole_again(store):
    """Who shops is asked to come to the door; who was to carry hears that it changed."""

    def unit(conn):
        ann, bo, _, request_id = pair(conn)
        over(conn, bo)
        return parts(conn, request_id) == {Part.WHOLE: ann.id}, told(conn, bo)

    right, bos = await store.write(unit)
    assert right
    assert bos == [NoticeCode.OFFER_CHANGED]


async def test_who_brings_alone_goes_on_to_the_door(store):
    """They learn who and where, the resident whom to expect; nobody is asked to carry it now."""

    def unit(conn):
        ann, bo, rose, request_id = pair(conn)
        accept(conn, ann)
        [task] = kept.tasks_of(conn, ann.id)
        over(conn, ann, bo, rose)
        heard = values(conn, ann, PARTNER)["news"], values(conn, ann, NoticeCode.OFFER_ACCEPTED)
        offer, status = kept.offer(conn, task.offer_id), requests.get(conn, request_id).status
        roses = values(conn, rose, RELAYED)
        dispatch.finish(conn, None, ann.id, TaskStatus.DONE, settings=SETTINGS, now=LATER)
        done = requests.get(conn, request_id).status
        return heard, offer, roses, parts(conn, request_id), told(conn, bo), task, (status, done)

    (step, details), offer, roses, left, bos, task, went = await store.write(unit)
    assert step == RelayStep.ALONE
    assert (details["name"], details["address"]) == ("rose", "Block 7, door 3")
    assert (offer.part, offer.access) == (Part.WHOLE, Access.DOOR)
    assert (roses["news"], roses["word"], roses["both"]) == (RelayStep.ALONE, task.word, "")
    assert (left, bos) == ({}, [NoticeCode.OFFER_CHANGED])
    assert went == (RequestStatus.TAKEN, RequestStatus.DONE)


async def test_who_cannot_do_what_the_door_asks_for_stays_at_the_gate(store):
    """Ann knows no wheelchair, Bo does: he is still asked to carry it."""

    def unit(conn):
        wheelchair = [Accommodation.WHEELCHAIR]
        ann, _, rose, request_id = pair(conn, accommodations=wheelchair)
        group_id = group(conn, "Ash", east_m=100, leaves=[Leaf.ERRAND], able=wheelchair)
        bo = volunteer(conn, group_id, "dee", able=wheelchair)
        requests.update(conn, request_id, {"next_at": NOW})
        dispatch.due(conn, NOW, SETTINGS)
        accept(conn, ann)
        over(conn, ann, rose)
        return parts(conn, request_id) == {Part.CARRY: bo.id}, told(conn, ann), told(conn, rose)

    assert await store.write(unit) == (True, [], [])


async def test_what_is_at_the_gate_already_is_still_carried(store):
    """Whoever brought it has gone."""

    def unit(conn):
        ann, bo, _, request_id = pair(conn)
        accept(conn, ann)
        dispatch.finish(conn, None, ann.id, TaskStatus.DONE, settings=SETTINGS, now=NOW)
        over(conn, bo)
        return parts(conn, request_id) == {Part.CARRY: bo.id}, told(conn, bo)

    assert await store.write(unit) == (True, [])


async def test_a_relay_that_both_took_goes_on(store):
    """The two know each other and the word; nothing is said, nobody is sent away."""

    def unit(conn):
        ann, bo, rose, request_id = pair(conn)
        accept(conn, ann)
        accept(conn, bo)
        over(conn, ann, bo, rose)
        tasks = kept.tasks_for(conn, request_id)
        return len(tasks), told(conn, ann), told(conn, bo), told(conn, rose)

    assert await store.write(unit) == (2, [], [], [])


async def test_who_would_only_carry_is_let_go_where_somebody_can_bring_it_all(store):
    """Ann is asked for the whole; Bo and the resident hear why, and that the word is void."""

    def unit(conn):
        ann, bo, rose, request_id = pair(conn, GATE)
        accept(conn, bo)
        over(conn, bo, rose)
        heard = values(conn, bo, PARTNER)["news"], values(conn, rose, RELAYED)
        right = parts(conn, request_id) == {Part.WHOLE: ann.id}
        return right, heard, kept.tasks_of(conn, bo.id), requests.get(conn, request_id)

    right, (bos, roses), tasks, request = await store.write(unit)
    assert right
    assert bos == RelayStep.OVER
    assert (roses["news"], roses["word"]) == (RelayStep.OVER, "")
    assert tasks == []
    assert request.part(Part.WHOLE) == [Leaf.GROCERIES]


async def test_who_would_only_carry_may_do_it_all_if_they_can(store):
    """Bo helps with groceries as well by now, so he is asked for the whole."""

    def unit(conn):
        ann, bo, _, request_id = pair(conn)
        decline(conn, ann)
        accept(conn, bo)
        volunteer(conn, group(conn, "Fir", east_m=150), "bo")
        over(conn, bo)
        return parts(conn, request_id) == {Part.WHOLE: bo.id}, told(conn, bo)

    right, bos = await store.write(unit)
    assert right
    assert bos == [PARTNER, NoticeCode.OFFER]


async def test_who_would_only_carry_stays_where_nobody_can_bring_it_all(store):
    """Nobody who said yes is sent away for nothing: somebody who brings it is still looked for.

    All that they hear is that nobody is found for the other half yet.
    """

    def unit(conn):
        ann, bo, rose, request_id = pair(conn)
        decline(conn, ann)
        accept(conn, bo)
        over(conn, bo, rose)
        return (
            len(kept.tasks_for(conn, request_id)),
            told(conn, bo),
            values(conn, bo, NoticeCode.RELAY_PARTNER)["news"],
            requests.get(conn, request_id),
        )

    tasks, bos, news, request = await store.write(unit)
    assert (tasks, bos, news) == (1, [NoticeCode.RELAY_PARTNER], RelayStep.NOBODY)
    assert request.part(Part.BRING) == [Leaf.GROCERIES]


async def test_a_late_yes_to_a_part_or_a_whole_that_is_no_more_takes_nothing(store):
    """Bo to his half when it is whole again, and Ann to the whole when two were to share it."""

    def late(conn, someone, offer_id):
        forget(conn, someone)
        won = dispatch.accept(conn, offer_id, someone.id, settings=SETTINGS, now=LATER)
        return won, told(conn, someone), kept.tasks_of(conn, someone.id)

    def unit(conn):
        _, bo, _, request_id = pair(conn)
        half = offer_to(conn, bo)
        kept.close_offer(conn, half, OfferStatus.EXPIRED)
        over(conn)
        first = late(conn, bo, half)
        [whole] = offers(conn, request_id)
        kept.close_offer(conn, whole.id, OfferStatus.EXPIRED)
        requests.split(conn, request_id, whole.leaves, LATER)
        ann = Person(whole.person_id, person(conn, "ann").address_id)
        return first, late(conn, ann, whole.id)

    assert await store.write(unit) == ((dispatch.TooLate(), [NoticeCode.OFFER_CHANGED], []),) * 2
