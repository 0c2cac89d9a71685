"""A plan applied asks, passes over what changed, goes on by itself, and does nothing twice."""

import pytest

from api.audit import service as audit
from api.backlog import service as backlog
from api.backlog import worker
from api.backlog.service import applying
from api.backlog.service.proposing import LASTS
from api.dispatch import service as dispatch
from api.requests import service as requests
from api.vocabulary import Leaf, PlanOutcome, RequestStatus, Urgency
from tests.api.backlog.planning import applied, crowded, plan_of
from tests.api.district import (
    HOUR,
    NOW,
    SETTINGS,
    accept,
    asked,
    group,
    person,
    request,
    volunteer,
    work,
)


async def test_an_applied_plan_asks_the_assigned_groups_and_a_volunteer_still_accepts(store, at):
    """An offer, never an acceptance; applied twice, nobody is asked twice."""
    both, _, (ann, _), _, shops = await store.write(crowded)
    plan = await plan_of(store, at())
    for _ in range(2):
        after = await applied(store, at(), plan.id)
    assert [one.outcome for one in after.assigned] == [PlanOutcome.OFFERED] * 2
    assert after.applied_at == NOW

    def unit(conn):
        waits = requests.get(conn, shops).status
        found = asked(conn, shops)
        accept(conn, ann)
        entries = audit.entries(conn, subject_id=plan.id, before=None, limit=9)
        return waits, found, requests.get(conn, shops).status, sorted(e.action for e in entries)

    waits, found, taken, entries = await store.write(unit)
    assert waits is RequestStatus.OFFERED
    assert found == [ann.id]
    assert taken is RequestStatus.TAKEN
    assert entries == ["apply", "propose"]
    assert both


async def test_what_changed_meanwhile_is_passed_over_and_said(store, at):
    """A request cancelled, one that others are asked for by now, a group that is full."""

    def begin(conn):
        full = group(conn, "full", capacity=1, leaves=(Leaf.MEAL,))
        free = group(conn, "free", capacity=2, leaves=(Leaf.REPAIR,))
        volunteer(conn, free, "bob")
        ann = volunteer(conn, full, "ann")
        return ann, [
            request(conn, person(conn, "meal"), Leaf.MEAL, urgency=Urgency.LATER),
            request(conn, person(conn, "one"), Leaf.REPAIR, urgency=Urgency.WEEK),
            request(conn, person(conn, "two"), Leaf.REPAIR, urgency=Urgency.WEEK),
        ]

    ann, (meal, gone, turned) = await store.write(begin)
    plan = await plan_of(store, at())

    def meanwhile(conn):
        for one in (meal, gone, turned):
            requests.update(conn, one, {"next_at": None})
        other = request(conn, person(conn, "faster"), Leaf.MEAL, urgency=Urgency.NOW)
        requests.cancel(conn, gone, now=NOW)
        requests.update(conn, turned, {"next_at": NOW})
        work(conn)
        accept(conn, ann)
        return other

    await store.write(meanwhile)
    after = await applied(store, at(NOW + HOUR / 2), plan.id)
    assert {one.request_id: one.outcome for one in after.assigned} == {
        meal: PlanOutcome.FULL,
        gone: PlanOutcome.CLOSED,
        turned: PlanOutcome.TAKEN,
    }


async def test_a_plan_is_applied_a_few_at_a_time_and_gone_on_with_after_a_crash(
    store, at, monkeypatch
):
    """One round of the worker does so many and no more; one that crashes stops no other."""

    def begin(conn):
        one = group(conn, capacity=9, leaves=(Leaf.MEAL,))
        for number in range(5):
            volunteer(conn, one, f"volunteer {number}")
        return [
            request(conn, person(conn, f"m{n}"), Leaf.MEAL, urgency=Urgency.WEEK) for n in range(7)
        ]

    await store.write(begin)
    plan = await plan_of(store, at())
    assert len(plan.assigned) == 5  # as many as five volunteers with five offers each are asked
    real, broken = dispatch.put_to, plan.assigned[0].request_id

    def crash(conn, request_id, *others, **more):
        if request_id == broken:
            raise ZeroDivisionError
        return real(conn, request_id, *others, **more)

    monkeypatch.setattr(dispatch, "put_to", crash)
    monkeypatch.setattr(applying, "AT_ONCE", 2)
    await store.write(lambda conn: backlog.begin(conn, plan.id, at()))
    seen = []
    for _ in range(4):
        await store.write(lambda conn: worker.due(conn, NOW, SETTINGS))
        so_far = await store.read(lambda conn: backlog.plan_of(conn, plan.id))
        seen.append([one.outcome for one in so_far.assigned].count(None))
    assert seen == [3, 1, 0, 0]
    (unable,) = (one for one in so_far.assigned if one.outcome is not PlanOutcome.OFFERED)
    assert (unable.request_id, unable.outcome) == (broken, PlanOutcome.UNABLE)
    assert await store.read(lambda conn: worker.next_due(conn, SETTINGS)) is None


async def test_a_plan_that_is_too_old_is_not_applied(store, at):
    """After an hour too much is no longer as it was."""
    await store.write(crowded)
    plan = await plan_of(store, at())
    with pytest.raises(backlog.PlanExpired):
        await applied(store, at(NOW + LASTS), plan.id)
    after = await store.read(lambda conn: backlog.plan_of(conn, plan.id))
    assert {one.outcome for one in after.assigned} == {None}
