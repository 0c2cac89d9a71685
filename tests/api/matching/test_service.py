"""What a match reads from the database, and the dry run that changes nothing."""

import pytest
import sqlalchemy as sa

from api.database.tables.requests import matches
from api.dispatch.store import offers_of
from api.matching import service as matching
from api.matching.rules import Look
from api.matching.store import refused
from api.people import service as people
from api.requests.schemas import Place, RequestIn
from api.restrictions import service as restrictions
from api.restrictions.schemas import RestrictionIn
from api.vocabulary import Leaf, Reason, RequestStatus, RestrictionKind, Role, Urgency
from tests.api.dispatch.test_chats import chat
from tests.api.district import (
    HOME,
    MINUTE,
    NOW,
    SETTINGS,
    accept,
    dispatch,
    group,
    offer_to,
    person,
    request,
    requests,
    volunteer,
    work,
)
from tests.api.matching.sides import square

ASKED = RequestIn(
    needs=[Leaf.GROCERIES],
    urgency=Urgency.TODAY,
    place=Place(latitude=HOME[0], longitude=HOME[1]),
)


async def test_what_is_taken_already_is_not_looked_for_again(store):
    """Only the needs that wait; of a request whose needs all ended, all of them."""

    def unit(conn):
        food = group(conn, leaves=[Leaf.GROCERIES])
        ann = volunteer(conn, food, "ann")
        request_id = request(conn, person(conn, "rose"), Leaf.GROCERIES, Leaf.WATER)
        work(conn)
        before = matching.wanted_of(conn, request_id, now=NOW).leaves
        accept(conn, ann)
        after = matching.wanted_of(conn, request_id, now=NOW).leaves
        requests.cancel(conn, request_id, now=NOW)
        requests.move_needs(conn, request_id, RequestStatus.CANCELLED, before=list(RequestStatus))
        return before, after, matching.wanted_of(conn, request_id, now=NOW).leaves

    before, after, ended = await store.write(unit)
    assert before == ended == {Leaf.GROCERIES, Leaf.WATER}
    assert after == {Leaf.WATER}


async def test_a_group_of_nobody_but_blocked_people_is_blocked(store):
    """With one more member, it is only that member who is asked."""

    def unit(conn):
        alone, both = group(conn, "alone"), group(conn, "both")
        ann = volunteer(conn, alone, "ann")
        bob = volunteer(conn, both, "bob")
        volunteer(conn, both, "eve")
        rose = person(conn, "rose")
        for one in (ann, bob):
            people.block(conn, rose.id, one.id, now=NOW)
        found = matching.match_of(conn, request(conn, rose), now=NOW)
        return [one.group_id for one in found.chosen], both, found.rejected

    chosen, both, rejected = await store.write(unit)
    assert chosen == [both]
    assert rejected == {Reason.BLOCKED: 1}


async def test_one_members_no_is_not_the_groups(store):
    """The others of the group are still asked."""

    def unit(conn):
        ann, rose = volunteer(conn, group(conn), "ann"), person(conn, "rose")
        request_id = request(conn, rose)
        work(conn)
        dispatch.decline(conn, offer_to(conn, ann), ann.id, settings=SETTINGS, now=NOW)
        return refused(conn, request_id)

    assert await store.write(unit) == set()


async def test_restrictions_of_now_are_heeded(store):
    """The strictest that holds where help is needed, in this moment."""

    def unit(conn):
        group(conn, east_m=3000)
        rule = {"kind": RestrictionKind.CLOSED, "reason": "sealed off"}
        area = {"type": "Polygon", "coordinates": [square()]}
        wanted = RestrictionIn.model_validate({**rule, "area": area, "until_at": NOW + MINUTE})
        restrictions.create(conn, wanted, author_id="a", now=NOW)
        return [matching.match_of(conn, ASKED, now=now) for now in (NOW, NOW + MINUTE)]

    during, after = await store.write(unit)
    assert during.rejected == {Reason.RESTRICTION: 1}
    assert len(after.chosen) == 1


async def test_kept_distances_are_from_the_middle_of_a_cell(store):
    """Three exact ones would give away a door."""

    def unit(conn):
        group(conn)
        request_id = request(conn, person(conn, "rose"))
        wanted = matching.wanted_of(conn, request_id, now=NOW)
        found = matching.match_of(conn, request_id, now=NOW)
        matching.keep(conn, request_id, 1, Look(wanted, found), now=NOW)
        return found.chosen[0].distance_m, conn.scalar(sa.select(matches.c.chosen))

    exact, [kept] = await store.write(unit)
    assert exact == 0
    assert kept["distance_m"] > 50


async def test_a_dry_run_explains_itself_and_changes_nothing(http, bearer, store):
    """Who would be asked and why, in shares, and what nobody does."""
    near, water = await store.write(
        lambda conn: (group(conn, "near"), group(conn, "water", leaves=[Leaf.WATER]))
    )
    asked = ASKED.model_copy(update={"needs": [Leaf.GROCERIES, Leaf.WATER, Leaf.REPAIR]})
    body = {"request": asked.model_dump(mode="json")}
    answer = await http.post("/v1/match", json=body, headers=bearer(Role.COORDINATOR))
    told = answer.json()
    assert told["whole"]["chosen"] == []
    assert told["whole"]["rejected"] == {"leaf": 2}
    assert [(one["leaves"], one["chosen"][0]["group_id"]) for one in told["shares"]] == [
        (["groceries"], near),
        (["water"], water),
    ]
    assert told["unmet"] == ["repair"]
    assert told["shares"][0]["chosen"][0]["rank"] == 1


@pytest.mark.parametrize(
    "body", [{}, {"request_id": "0" * 36}, {"request_id": None, "request": None}, {"k": 0}]
)
async def test_a_dry_run_is_of_one_request(http, bearer, body):
    """Neither of none nor of something that is no id."""
    answer = await http.post("/v1/match", json=body, headers=bearer(Role.COORDINATOR))
    assert answer.status_code == 422


async def test_a_dry_run_is_for_coordinators(http, bearer):
    """It tells where a request is from."""
    body = {"request": ASKED.model_dump(mode="json")}
    for role in (Role.CALLER, Role.VOLUNTEER, Role.BOT):
        answer = await http.post("/v1/match", json=body, headers=bearer(role))
        assert answer.status_code == 403


async def test_a_chats_refusal_is_the_groups(store):
    """There is nobody left to ask in it."""

    def unit(conn):
        group_id = group(conn)
        ann, _ = volunteer(conn, group_id, "ann"), chat(conn, group_id)
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        [offer] = offers_of(conn, request_id)
        dispatch.decline(conn, offer.id, ann.id, settings=SETTINGS, now=NOW)
        return refused(conn, request_id), group_id

    no, group_id = await store.write(unit)
    assert no == {group_id}
