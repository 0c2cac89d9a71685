"""Tasks: on the way, done, handed back without a reason, or silent and released."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection

from api.dispatch import rules, store
from api.dispatch.schemas import TaskFact
from api.dispatch.service.ending import (
    ask_whether_arrived,
    end,
    give_up,
    offer_of,
    resident_of,
)
from api.dispatch.service.halves import Half, waiting
from api.dispatch.service.relaying import brought, carried, set_out
from api.dispatch.service.telling import Work, name_of, tell_resident, tell_volunteer
from api.dispatch.store import Task
from api.errors import Refusal
from api.groups import service as groups
from api.notices import schemas as said
from api.requests import service as requests
from api.requests.service import Request
from api.settings import Settings
from api.vocabulary import Mode, NoticeCode, Part, TaskStatus


class UnknownTask(Refusal):
    """There is no such task under way, or it is not this person's."""

    code = "unknown_task"
    status = 404
    detail = "There is no such task under way, or it is not this person's."


def start(  # noqa: PLR0913 - who, what and one of two ways to say when
    conn: Connection,
    task_id: str | None,
    person_id: str,
    *,
    minutes: int | None = None,
    clock: str | None = None,
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> datetime | None:
    """The volunteer is on the way; when they arrive, if they said. Tells both sides so.

    No id means the newest task of the person. Raises UnknownTask.
    """
    work = Work(conn, settings, now, {person_id: address_id})
    task, request = _mine(conn, task_id, person_id)
    offer, zone = offer_of(work, task), groups.get(conn, task.group_id).time_zone
    at = rules.arrival(minutes, clock, zone, now)
    heard = _heard_of(work, request, after=at)
    store.change_task(conn, task.id, heard | {"started_at": now, "arrive_at": at})
    if offer.part is Part.BRING:
        set_out(work, request, (offer, task), at)
    else:
        _tell_on_the_way(work, request, (offer, task), at)
    kept = said.TaskStarted(
        receipt=request.receipt,
        leaves=list(task.leaves),
        name=resident_of(work, request, offer),
        mode=offer.mode,
    )
    tell_volunteer(work, offer, person_id, NoticeCode.TASK_STARTED, kept)
    return at


def _tell_on_the_way(work: Work, request: Request, half: Half, at: datetime | None) -> None:
    offer, task = half
    told = said.OnTheWay(
        receipt=request.receipt,
        name=name_of(work, task.person_id),
        word=task.word,
        mode=offer.mode,
        access=offer.access,
        at=at,
    )
    tell_resident(work, request, NoticeCode.VOLUNTEER_ON_THE_WAY, told)


def finish(  # noqa: PLR0913 - who says what of which, where and when
    conn: Connection,
    task_id: str | None,
    person_id: str,
    status: Literal[TaskStatus.DONE, TaskStatus.PARTLY],
    *,
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> None:
    """The volunteer says it is done, or partly; the resident is asked whether help arrived.

    No id means the newest task of the person. Raises UnknownTask.
    """
    work = Work(conn, settings, now, {person_id: address_id})
    task, request = _mine(conn, task_id, person_id)
    end(work, request, task, status)
    offer = offer_of(work, task)
    done = said.TaskDone(receipt=request.receipt, outcome=status)
    tell_volunteer(work, offer, person_id, NoticeCode.TASK_DONE, done)
    if offer.part is Part.BRING:
        brought(work, request, offer, task)
        return
    if offer.part is Part.CARRY:
        carried(work, request, offer)
    closes = {"arrival_asked_at": now, "next_at": _earlier(request, now + settings.confirm_within)}
    requests.update(conn, request.id, closes)
    ask_whether_arrived(work, request)


def hand_back(
    conn: Connection,
    task_id: str | None,
    person_id: str,
    *,
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> None:
    """Gives a task back in one step, no reason asked; the search goes on at once.

    The same volunteer is not asked for it again. Raises UnknownTask.
    """
    work = Work(conn, settings, now, {person_id: address_id})
    task, request = _mine(conn, task_id, person_id)
    give_up(work, request, task)
    back = said.AboutRequest(receipt=request.receipt, leaves=list(task.leaves))
    tell_volunteer(work, offer_of(work, task), person_id, NoticeCode.TASK_HANDED_BACK, back)


def send_word(  # noqa: PLR0913 - who says what of which, where and when
    conn: Connection,
    task_id: str | None,
    person_id: str,
    text: str,
    *,
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> None:
    """Passes a sentence on between volunteer and resident, no number shown; a sign of life.

    No id means the newest task of the person, or of their request. Raises UnknownTask.
    """
    work = Work(conn, settings, now, {person_id: address_id})
    try:
        task, request = _mine(conn, task_id, person_id)
    except UnknownTask:
        word_from_resident(work, *_for_me(conn, task_id, person_id), text)
        return
    store.change_task(conn, task.id, _heard_of(work, request))
    told = said.Word(receipt=request.receipt, name=name_of(work, person_id), text=text)
    tell_resident(work, request, NoticeCode.WORD_FROM_VOLUNTEER, told)
    offer = offer_of(work, task)
    to = said.Name(name=resident_of(work, request, offer))
    tell_volunteer(work, offer, person_id, NoticeCode.WORD_SENT, to)


def word_from_resident(work: Work, task: Task, request: Request, text: str) -> None:
    """Passes the resident's words to the volunteer who has the task; of a relay to both.

    They are written to whoever helps, and which half they are for only the resident knows.
    """
    code, offer = NoticeCode.WORD_FROM_RESIDENT, offer_of(work, task)
    for to, theirs in ((offer, task), *waiting(work, offer)):
        name = resident_of(work, request, to)
        told = said.Word(receipt=request.receipt, name=name, text=text)
        tell_volunteer(work, to, theirs.person_id, code, told, must_hear=True)


def tasks_of(conn: Connection, person_id: str) -> list[TaskFact]:
    """The tasks a volunteer has under way, oldest first."""
    return [
        TaskFact(
            id=task.id,
            receipt=requests.get(conn, task.request_id).receipt,
            leaves=list(task.leaves),
            remote=_is_remote(conn, task),
        )
        for task in store.tasks_of(conn, person_id)
    ]


def _is_remote(conn: Connection, task: Task) -> bool:
    offer = store.offer(conn, task.offer_id)
    return offer is not None and offer.mode is Mode.REMOTE


def _heard_of(work: Work, request: Request, after: datetime | None = None) -> dict[str, Any]:
    """A sign of life: the volunteer is asked again only after a while, or after they arrived."""
    begin = max(work.now, after or work.now)
    return {"checked_at": None, "next_at": begin + work.settings.check_in_after[request.urgency]}


def _earlier(request: Request, at: datetime) -> datetime:
    return min(at, request.next_at or at)


def _mine(conn: Connection, task_id: str | None, person_id: str) -> tuple[Task, Request]:
    """A volunteer's task under way with its request, which is locked."""
    mine = [one for one in store.tasks_of(conn, person_id) if task_id in {None, one.id}]
    return _locked(conn, mine)


def _for_me(conn: Connection, task_id: str | None, person_id: str) -> tuple[Task, Request]:
    """A task under way for a request of this person, with the request, which is locked."""
    theirs = [one.id for one in requests.open_of(conn, person_id)]
    found = [task for one in theirs for task in store.tasks_for(conn, one)]
    return _locked(conn, [one for one in found if task_id in {None, one.id}])


def _locked(conn: Connection, tasks: list[Task]) -> tuple[Task, Request]:
    if not tasks:
        raise UnknownTask
    request = requests.lock(conn, tasks[-1].request_id)
    task = store.task(conn, tasks[-1].id)
    if request is None or task is None or task.status is not TaskStatus.UNDER_WAY:
        raise UnknownTask
    return task, request
