"""Who waits, in the order in which they are served; a plan for them, and asking as it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from fastapi import Response

from api.vocabulary import Mode, PlanOutcome
from bot.desk.visit import Visit
from bot.service import BacklogOut, PlanIn, PlanOut

PAGE = "/desk/plan"
SHOWN = 100
"""So many of those that wait are shown."""
MANY = 20
"""So many able groups are said to be many: beyond it nobody counts."""


async def show(visit: Visit) -> Response:
    """Who waits, who is next first, and a plan to be asked for."""
    waits = await visit.client.call("GET", f"/v1/backlog?limit={SHOWN}", None, BacklogOut)
    return visit.frame.page(
        "plan", said=visit.said, items=waits.items, count=waits.count, many=MANY
    )


async def propose(visit: Visit) -> Response:
    """A plan is made; nobody is asked."""
    made = await visit.client.call("POST", "/v1/plan", PlanIn(), PlanOut)
    return visit.go(f"{PAGE}/{made.id}")


async def look(visit: Visit) -> Response:
    """A plan in words, group by group."""
    return await _page(visit)


async def apply(visit: Visit) -> Response:
    """Asking the groups begins, once somebody said that they have looked at the plan."""
    if visit.one("looked", 3) != "yes":
        return await _page(visit, refused=True)
    path = f"/v1/plans/{visit.path['plan_id']}/apply"
    await visit.client.call("POST", path, None, PlanOut)
    return visit.go(f"{PAGE}/{visit.path['plan_id']}", "applied")


async def _page(visit: Visit, *, refused: bool = False) -> Response:
    plan = await visit.client.call("GET", f"/v1/plans/{visit.path['plan_id']}", None, PlanOut)
    done = sum(one.outcome is not None for one in plan.assigned)
    return visit.frame.page(
        "plan_made",
        422 if refused else 200,
        said=visit.said,
        plan=plan,
        by_group=_by_group(plan),
        counts=_counts(plan),
        refused=refused,
        done=done,
        under_way=plan.applied_at is not None and done < len(plan.assigned),
        old=plan.applied_at is None and plan.expires_at <= visit.now,
        remote=Mode.REMOTE,
        offered=PlanOutcome.OFFERED,
        many=MANY,
    )


def _by_group(plan: PlanOut) -> Mapping[str, Sequence[object]]:
    """What each group would be asked for, by its name and id: two may have the same name."""
    ordered = sorted(plan.assigned, key=lambda one: (one.group, one.group_id))
    return {
        f"{name}\n{group_id}": list(ones)
        for (name, group_id), ones in groupby(ordered, key=lambda one: (one.group, one.group_id))
    }


def _counts(plan: PlanOut) -> Mapping[str, int]:
    """How often what came of the assignments, in the order of the vocabulary."""
    found = [one.outcome for one in plan.assigned]
    return {outcome: found.count(outcome) for outcome in PlanOutcome if outcome in found}
