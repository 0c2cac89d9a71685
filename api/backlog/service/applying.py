"""A plan applied: begun by a coordinator, then a few assignments at a time, none of them twice."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.access import Context
from api.backlog import store
from api.backlog.service.reading import plan_of
from api.database.engine import after_commit_wake
from api.database.prepared import DATABASE_ERRORS
from api.dispatch import service as dispatch
from api.errors import Refusal, log_crash
from api.settings import Settings
from api.vocabulary import Leaf, PlanOutcome

AT_ONCE = 5
"""So many assignments in one unit of work, and in one round of the worker."""


class PlanExpired(Refusal):
    """The plan is too old to be applied: too much is no longer as it was."""

    code = "plan_expired"
    status = 409
    detail = "This plan is too old to apply. Propose a new one."


def begin(conn: Connection, plan_id: str, context: Context) -> None:
    """Lets the worker ask the people of the assigned groups; what is begun goes on to its end.

    Begun again it changes nothing; that a plan is applied is in the audit once. Raises NotFound
    and PlanExpired.
    """
    plan = plan_of(conn, plan_id)
    if plan.applied_at is None and plan.expires_at <= context.now:
        raise PlanExpired
    if store.begin(conn, plan_id, context.now):
        audit.record(conn, context.actor, "apply", "plans", plan_id, now=context.now)
        after_commit_wake(conn, "dispatch")


def go_on(conn: Connection, now: datetime, settings: Settings) -> None:
    """The next few assignments: each looked at again, and passed over if it no longer holds.

    An offer is no acceptance: a volunteer still says yes or no. What came of each is kept with
    it, so that nothing is done twice, whenever and by whom it is gone on with.
    """
    for item in store.next_items(conn, AT_ONCE):
        outcome = _put(conn, item, now, settings)
        store.set_outcome(conn, item.plan_id, item.position, outcome)


def _put(conn: Connection, item: sa.Row[Any], now: datetime, settings: Settings) -> PlanOutcome:
    """What came of an assignment; one that crashes asks nobody and stops no other."""
    leaves = frozenset(map(Leaf, item.leaves))
    try:
        with conn.begin_nested():
            return dispatch.put_to(
                conn, item.request_id, item.group_id, leaves, settings=settings, now=now
            )
    except DATABASE_ERRORS:
        raise
    except Exception as error:  # noqa: BLE001 - one broken row must not stop all others
        log_crash(error)
        return PlanOutcome.UNABLE
