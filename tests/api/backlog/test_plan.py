"""A plan changes nothing: it gives each place away once, the rare and the urgent first."""

import pytest

from api.backlog import rules, worker
from api.backlog.rules import Want
from api.backlog.service import proposing
from api.backlog.service.solving import PlanTooSlow, solve
from api.database.ids import new_id
from api.dispatch import service as dispatch
from api.vocabulary import Leaf, Reason, Role, Urgency
from tests.api.backlog.planning import crowded, plan_of
from tests.api.district import (
    NOW,
    SETTINGS,
    accept,
    asked,
    group,
    offer_to,
    person,
    request,
    volunteer,
    work,
)


async def test_a_plan_gives_the_rare_need_the_one_group_that_can_and_asks_nobody(store, at):
    """First come, first served would leave it: the meal goes to the group that only cooks."""
    both, cooks, _, meals, shops = await store.write(crowded)
    plan = await plan_of(store, at())
    found = {one.request_id: one.group_id for one in plan.assigned}
    assert found[shops] == both
    assert [found.get(one) for one in meals].count(cooks) == 1
    (left,) = plan.unserved
    assert left.request_id in meals
    assert left.able == 2
    assert await store.read(lambda conn: [asked(conn, one) for one in (*meals, shops)]) == [[]] * 3


async def test_who_lives_where_many_ask_is_given_a_group_farther_away(store, at):
    """Twelve in one house, twelve groups with a place each: the nearest eight are not all."""

    def unit(conn):
        for number in range(12):
            one = group(
                conn, f"group {number}", capacity=1, east_m=300 * number, leaves=(Leaf.MEAL,)
            )
            volunteer(conn, one, f"of group {number}")
        return [
            request(conn, person(conn, f"m{n}"), Leaf.MEAL, urgency=Urgency.WEEK)
            for n in range(12)
        ]

    made = await store.write(unit)
    plan = await plan_of(store, at())
    assert {one.request_id for one in plan.assigned} == set(made)
    assert plan.unserved == []


async def test_a_search_never_has_more_edges_than_it_may(store, at, monkeypatch):
    """Where many want the same they look farther, as far as the search stays small."""

    def unit(conn):
        for number in range(24):
            one = group(conn, f"group {number}", capacity=1, leaves=(Leaf.MEAL,))
            volunteer(conn, one, f"of group {number}")
        for number in range(24):
            urgency = list(Urgency)[number % 4]
            request(conn, person(conn, f"m{number}"), Leaf.MEAL, urgency=urgency)

    await store.write(unit)
    searches = []

    async def watched(wants, places):
        searches.append(rules.size(wants))
        return rules.assign(wants, places)

    monkeypatch.setattr(proposing, "solve", watched)
    plan = await plan_of(store, at())
    assert (len(plan.assigned), len(plan.unserved)) == (24, 0)
    assert max(searches) <= 4 * 24  # of a kind for each urgency, each with every group
    searches.clear()
    monkeypatch.setattr(proposing, "MOST_EDGES", 70)
    fewer = await plan_of(store, at())
    assert max(searches) <= 70
    assert 8 <= len(fewer.assigned) < 24


async def test_whom_nobody_can_serve_is_named_with_what_keeps_the_groups(store, at):
    """So that a coordinator knows what is missing."""

    def unit(conn):
        group(conn, leaves=(Leaf.MEAL,))
        return request(conn, person(conn, "rose"), Leaf.REPAIR)

    one = await store.write(unit)
    plan = await plan_of(store, at())
    (left,) = plan.unserved
    assert (left.request_id, left.able, left.rejected) == (one, 0, {Reason.LEAF: 1})
    assert plan.assigned == []


async def test_a_plan_counts_on_what_each_volunteer_has_room_for(store, at):
    """Ten places and one volunteer, who may have two tasks and has one: one is assigned.

    A group of nobody is given nothing, and who said no to a request is not counted on for it.
    """

    def begin(conn):
        busy = group(conn, "busy", capacity=10, leaves=(Leaf.MEAL,))
        group(conn, "empty", capacity=10, leaves=(Leaf.MEAL,))
        other = group(conn, "other", capacity=10, leaves=(Leaf.REPAIR,))
        ann, bob = volunteer(conn, busy, "ann"), volunteer(conn, other, "bob")
        request(conn, person(conn, "first"), Leaf.MEAL)
        refused = request(conn, person(conn, "second"), Leaf.REPAIR)
        work(conn)
        accept(conn, ann)
        dispatch.decline(conn, offer_to(conn, bob), bob.id, settings=SETTINGS, now=NOW)
        for number in range(3):
            resident = person(conn, f"m{number}")
            request(conn, resident, Leaf.MEAL, urgency=Urgency.WEEK)
        return busy, refused

    busy, refused = await store.write(begin)
    plan = await plan_of(store, at())
    assert [one.group_id for one in plan.assigned] == [busy]
    assert refused in {one.request_id for one in plan.unserved}


async def test_a_search_that_takes_too_long_is_stopped_and_says_so():
    """Nobody waits for it, and it holds nothing up."""
    with pytest.raises(PlanTooSlow):
        await solve([Want(1000, {"elm": 1})], {"elm": 1}, deadline_s=0.01)


async def test_the_search_gives_the_same_in_its_own_process():
    """As JSON, there and back."""
    wants, places = (
        [Want(1000, {"elm": 1, "oak": 2}), Want(1200, {"elm": 3})],
        {"elm": 1, "oak": 1},
    )
    assert await solve(wants, places) == rules.assign(wants, places) == ["oak", "elm"]


async def test_only_coordinators_plan_and_callers_see_who_waits(http, bearer, store):
    """In the order in which they are served."""
    *_, meals, shops = await store.write(crowded)
    caller, desk = bearer(Role.CALLER), bearer(Role.COORDINATOR)
    waiting = (await http.get("/v1/backlog", headers=caller)).json()
    assert waiting["count"] == 3
    assert [one["id"] for one in waiting["items"]] == [*meals, shops]
    assert (await http.post("/v1/plan", json={}, headers=caller)).status_code == 403
    made = await http.post("/v1/plan", json={"request_ids": [shops]}, headers=desk)
    assert made.status_code == 201
    plan = made.json()
    assert [one["request_id"] for one in plan["assigned"]] == [shops]
    assert plan["assigned"][0]["group"] == "both"
    path = f"/v1/plans/{plan['id']}"
    assert (await http.post(f"{path}/apply", headers=caller)).status_code == 403
    begun = await http.post(f"{path}/apply", headers=desk)
    assert begun.status_code == 202
    assert [one["outcome"] for one in begun.json()["assigned"]] == [None]
    await store.write(lambda conn: worker.due(conn, NOW, SETTINGS))
    done = (await http.get(path, headers=desk)).json()
    assert [one["outcome"] for one in done["assigned"]] == ["offered"]
    assert (await http.get(f"/v1/plans/{new_id(NOW)}", headers=desk)).status_code == 404
