"""Tasks that come to their end, and how a silent one does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.calls import service as calls
from api.database.engine import after_commit_wake
from api.dispatch import store
from api.dispatch.service.closing import settle
from api.dispatch.service.halves import tell_left
from api.dispatch.service.taking import check_in
from api.dispatch.service.telling import Work, name_of, tell_resident, tell_volunteer
from api.dispatch.store import Offer, Task
from api.groups import service as groups
from api.notices import schemas as said
from api.notices import service as notices
from api.requests import service as requests
from api.requests.service import Request
from api.vocabulary import NoticeCode, Part, RequestStatus, TaskStatus

NOBODY_HAS_IT: Mapping[str, Any] = {"wave": 0, "told_looking_at": None}
"""A request that is looked for again from the start; `queued_at` stays, so it waits no longer."""


def check(work: Work, request: Request, task: Task) -> None:
    """A task whose time is up: first the volunteer is asked, then the needs are released.

    Who said they were on the way may just have forgotten: then the resident is asked as well.
    """
    if task.checked_at is not None:
        release(work, request, task)
        return
    offer = offer_of(work, task)
    since = check_in(work, request, offer, task, resident_of(work, request, offer))
    if task.started_at is not None and offer.part is not Part.BRING:
        ask_whether_arrived(work, request)
    silent_until = since + work.settings.release_after[request.urgency]
    store.change_task(work.conn, task.id, {"checked_at": work.now, "next_at": silent_until})


def release(work: Work, request: Request, task: Task) -> None:
    """Takes a task from a volunteer who stays silent; both sides are told."""
    give_up(work, request, task)
    offer = offer_of(work, task)
    leaves = list(task.leaves)
    gone = said.TaskReleased(receipt=request.receipt, leaves=leaves, mode=offer.mode)
    code = NoticeCode.TASK_RELEASED
    tell_volunteer(work, offer, task.person_id, code, gone, must_hear=True)


def give_up(work: Work, request: Request, task: Task, *, kept_out: bool = False) -> None:
    """A task ends without help: its needs are open again, and the resident is told.

    Of a relay whoever has the other half as well. `kept_out`: its volunteer by a restriction.
    """
    conn = work.conn
    end(work, request, task, TaskStatus.GIVEN_UP)
    requests.update(conn, request.id, {**NOBODY_HAS_IT, "next_at": work.now})
    settle(work, request.id)
    left = said.Left(
        receipt=request.receipt,
        leaves=list(task.leaves),
        name=name_of(work, task.person_id),
        kept_out="yes" if kept_out else "",
    )
    tell_resident(work, request, NoticeCode.VOLUNTEER_LEFT, left)
    tell_left(work, request, offer_of(work, task), task)
    after_commit_wake(conn, "dispatch")


NEEDS_AFTER = {
    TaskStatus.DONE: RequestStatus.DONE,
    TaskStatus.PARTLY: RequestStatus.PARTLY,
    TaskStatus.GIVEN_UP: RequestStatus.OPEN,
}


def end(work: Work, request: Request, task: Task, status: TaskStatus) -> None:
    """Ends a task that is under way: its group has a place more, its needs follow.

    Nobody is rung about it any more, but by whoever has them on the phone.
    """
    ended = {"status": status, "ended_at": work.now, "next_at": None}
    if store.change_task(work.conn, task.id, ended):
        notices.withdraw(work.conn, task.id, now=work.now)
        calls.withdraw(work.conn, task.offer_id, now=work.now)
        groups.free_place(work.conn, task.group_id)
        after, taken = NEEDS_AFTER[status], (RequestStatus.TAKEN,)
        part = offer_of(work, task).part
        requests.move_needs(
            work.conn, request.id, after, before=taken, leaves=task.leaves, part=part
        )


def ask_whether_arrived(work: Work, request: Request) -> None:
    """Asks the resident whether help arrived."""
    asked = said.DidHelpArrive(
        receipt=request.receipt, leaves=request.leaves(), request_id=request.id
    )
    tell_resident(work, request, NoticeCode.DID_HELP_ARRIVE, asked, opens="follow_up")


def offer_of(work: Work, task: Task) -> Offer:
    """The offer a task came of."""
    offer = store.offer(work.conn, task.offer_id)
    if offer is None:
        raise LookupError("a task without its offer")
    return offer


def resident_of(work: Work, request: Request, offer: Offer) -> str:
    """What a volunteer may call the person they help; who only brings it never learns it."""
    if offer.part is Part.BRING:
        return ""
    private = requests.private(work.conn, request.id)
    return private.their_name or private.name
