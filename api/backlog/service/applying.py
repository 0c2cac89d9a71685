"""A plan applied: each assignment in its own unit of work, looked at again, and never twice."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.access import Context
from api.backlog import store
from api.backlog.service.reading import plan_of
from api.dispatch import service as dispatch
from api.errors import Refusal
from api.vocabulary import Leaf


class PlanExpired(Refusal):
    """The plan is too old to be applied: too much is no longer as it was."""

    code = "plan_expired"
    status = 409
    detail = "This plan is too old to apply. Propose a new one."


async def apply(context: Context, plan_id: str) -> None:
    """Asks the people of the assigned groups; what no longer holds is passed over and kept so.

    An offer is no acceptance: a volunteer still says yes or no. Applied again, what was not
    looked at before is; all else stays as it is. Raises NotFound and PlanExpired.
    """
    count = await context.write(lambda conn: _begin(conn, plan_id, context))
    for position in range(count):
        await context.write(_put(context, plan_id, position))


def _begin(conn: Connection, plan_id: str, context: Context) -> int:
    """How many assignments there are; that a plan is applied is in the audit once."""
    plan = plan_of(conn, plan_id)
    if plan.applied_at is None and plan.expires_at <= context.now:
        raise PlanExpired
    if store.begin(conn, plan_id, context.now):
        audit.record(conn, context.actor, "apply", "plans", plan_id, now=context.now)
    return len(plan.assigned)


def _put(context: Context, plan_id: str, position: int) -> Callable[[Connection], None]:
    def unit(conn: Connection) -> None:
        item = store.lock_item(conn, plan_id, position)
        if item is None:
            return  # done before, or by somebody else
        outcome = dispatch.put_to(
            conn,
            item.request_id,
            item.group_id,
            frozenset(map(Leaf, item.leaves)),
            settings=context.settings,
            now=context.now,
        )
        store.set_outcome(conn, plan_id, position, outcome)

    return unit
