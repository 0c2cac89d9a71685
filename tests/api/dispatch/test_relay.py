"""A relay of two: one from outside brings it to the gate, one from inside carries it on."""

import pytest

from api.dispatch import store as kept
from api.requests import service as requests
from api.vocabulary import (
    Access,
    Accommodation,
    Leaf,
    NoticeCode,
    Part,
    RelayStep,
    RequestStatus,
)
from tests.api.dispatch.cordons import CLOSED, GATE, INSIDE, PERMIT, pair, parts, restrict, turn
from tests.api.district import (
    accept,
    forget,
    group,
    offers,
    person,
    request,
    told,
    values,
    volunteer,
)

STEPS = {NoticeCode.REQUEST_RELAYED, NoticeCode.RELAY_PARTNER}


@pytest.mark.parametrize("kind", [INSIDE, PERMIT, GATE])
async def test_nobody_alone_can_so_two_are_asked_each_for_a_part(store, kind):
    """By their offers they know which; the resident is promised nobody."""

    def unit(conn):
        ann, bo, rose, request_id = pair(conn, kind)
        halves = [values(conn, one, NoticeCode.OFFER)["half"] for one in (ann, bo)]
        return (
            parts(conn, request_id) == {Part.BRING: ann.id, Part.CARRY: bo.id},
            halves,
            (told(conn, rose)),
        )

    right, halves, roses = await store.write(unit)
    assert right
    assert halves == ["bring", "carry"]
    assert not STEPS & set(roses)


@pytest.mark.parametrize("first", [Part.BRING, Part.CARRY])
async def test_each_acceptance_is_told_as_it_is(store, first):
    """First that one is found and one is not; then both, and who says which word at the door."""

    def unit(conn):
        ann, bo, rose, request_id = pair(conn)
        order = [ann, bo] if first is Part.BRING else [bo, ann]
        accept(conn, order[0])
        one = values(conn, rose, NoticeCode.REQUEST_RELAYED)
        status = requests.get(conn, request_id).status
        forget(conn, rose)
        accept(conn, order[1])
        two = values(conn, rose, NoticeCode.REQUEST_RELAYED)
        tasks = {kept.offer(conn, t.offer_id).part: t for t in kept.tasks_for(conn, request_id)}
        anns = values(conn, ann, NoticeCode.RELAY_PARTNER)
        bos = values(conn, bo, NoticeCode.RELAY_PARTNER)
        return one, status, two, tasks, anns, bos, requests.get(conn, request_id).status

    one, status, two, tasks, anns, bos, taken = await store.write(unit)
    assert one["both"] == ""
    assert status in {RequestStatus.OPEN, RequestStatus.OFFERED}
    assert two["both"] == "yes"
    assert two["word"] == tasks[Part.CARRY].word
    assert {two["name"], two["other"]} == {"ann", "bo"}
    assert (anns["news"], anns["name"]) == (RelayStep.CARRIES, "bo")
    assert (bos["news"], bos["name"]) == (RelayStep.BRINGS, "ann")
    assert anns["word"] == bos["word"] == tasks[Part.BRING].word
    assert taken is RequestStatus.TAKEN
    assert (one["word"] == "") is (first is Part.BRING)


async def test_who_brings_learns_neither_who_it_is_for_nor_the_door(store):
    """Who carries learns both; who brings learns what to bring."""

    def unit(conn):
        ann, bo, _, _ = pair(conn, details={"other_detail": "rice, two bags"})
        accept(conn, ann)
        accept(conn, bo)
        return values(conn, ann, NoticeCode.OFFER_ACCEPTED), values(
            conn, bo, NoticeCode.OFFER_ACCEPTED
        )

    anns, bos = await store.write(unit)
    assert (anns["name"], anns["phone"]) == ("", "")
    assert "door 3" not in anns["address"]
    assert anns["access"] == Access.GATE
    assert anns["details"] == {"other_detail": "rice, two bags"}
    assert bos["address"] == "Block 7, door 3"
    assert bos["name"] == "rose"


async def test_only_who_carries_needs_what_the_door_asks(store):
    """A wheelchair at the door is nothing to who stays at the gate."""

    def unit(conn):
        restrict(conn, INSIDE, relay=True)
        ann = volunteer(conn, group(conn, "Elm", east_m=2000), "ann")
        able = {"able": [Accommodation.WHEELCHAIR]}
        oak = group(conn, "Oak", east_m=100, leaves=[Leaf.ERRAND], **able)
        bo = volunteer(conn, oak, "bo", **able)
        volunteer(conn, group(conn, "Ash", east_m=50, leaves=[Leaf.ERRAND]), "cy")
        request_id = request(conn, person(conn, "rose"), accommodations=[Accommodation.WHEELCHAIR])
        turn(conn)
        return parts(conn, request_id) == {Part.BRING: ann.id, Part.CARRY: bo.id}

    assert await store.write(unit)


@pytest.mark.parametrize("kind", [INSIDE, GATE])
async def test_who_can_do_the_whole_from_inside_is_preferred(store, kind):
    """A resident rather meets one person than two."""

    def unit(conn):
        dee = volunteer(conn, group(conn, "Fir", east_m=300), "dee")
        _, _, _, request_id = pair(conn, kind)
        return parts(conn, request_id) == {Part.WHOLE: dee.id}

    assert await store.write(unit)


async def test_where_no_relay_is_asked_for_help_ends_at_the_gate(store):
    """And where nobody alone is able, two are asked even then."""

    def unit(conn):
        ann, _, _, request_id = pair(conn, GATE, relay=False)
        return parts(conn, request_id) == {Part.WHOLE: ann.id}

    assert await store.write(unit)


async def test_without_somebody_for_either_part_no_relay_begins(store):
    """At a gate it is handed over there; inside, a person gets in touch."""

    def unit(conn):
        restrict(conn, GATE, relay=True)
        ann = volunteer(conn, group(conn, "Elm", east_m=2000), "ann")
        request_id = request(conn, person(conn, "rose"))
        turn(conn)
        return parts(conn, request_id) == {Part.WHOLE: ann.id}

    assert await store.write(unit)


async def test_where_it_is_closed_nobody_carries(store):
    """Nor does anybody bring."""

    def unit(conn):
        _, _, _, request_id = pair(conn, CLOSED, relay=False)
        return offers(conn, request_id)

    assert await store.write(unit) == []


async def test_nobody_holds_both_parts(store):
    """Who is asked for one is not asked for the other, though they could do both."""

    def unit(conn):
        restrict(conn, PERMIT, relay=True)
        elm = group(conn, "Elm", east_m=2000)
        ann = volunteer(conn, elm, "ann")
        oak = group(conn, "Oak", east_m=100, leaves=[Leaf.ERRAND])
        bo = volunteer(conn, oak, "bo")
        other = volunteer(conn, oak, "ann", services=["home"])
        request_id = request(conn, person(conn, "rose"))
        turn(conn)
        accept(conn, ann)
        found = offers(conn, request_id)
        return (
            other.id == ann.id,
            {one.part for one in found},
            bo.id in {one.person_id for one in found},
        )

    same, left, asked = await store.write(unit)
    assert same
    assert left == {Part.CARRY}
    assert asked
