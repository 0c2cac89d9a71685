"""A request that changes while somebody is under way for it: they hear what is new."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.dispatch import store
from api.dispatch.service.ending import offer_of, resident_of
from api.dispatch.service.taking import door, record_reveal
from api.dispatch.service.telling import Work, tell_volunteer
from api.dispatch.store import Task
from api.notices import schemas as said
from api.requests import service as requests
from api.requests.schemas import Change
from api.requests.service import Request
from api.settings import Settings
from api.vocabulary import NoticeCode


def change_request(  # noqa: PLR0913 - who says what of which, where and when
    conn: Connection,
    request_id: str | None,
    wanted: Change,
    *,
    person_id: str | None = None,
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> Request:
    """Changes a request as `requests.change` does, and tells whoever has a task for it."""
    request = requests.change(
        conn, request_id, wanted, person_id=person_id, address_id=address_id, now=now
    )
    work = Work(conn, settings, now)
    for task in store.tasks_for(conn, request.id):
        _tell(work, request, task, wanted)
    return request


def _tell(work: Work, request: Request, task: Task, wanted: Change) -> None:
    """The new door and the new words in full: whoever stands at the old one must know both."""
    offer = offer_of(work, task)
    address = door(wanted.place, offer.mode) if wanted.place else ""
    told = said.TaskChanged(
        receipt=request.receipt,
        leaves=list(task.leaves),
        name=resident_of(work, request),
        urgency=request.urgency,
        address=address,
        text=wanted.words.strip(),
    )
    code = NoticeCode.TASK_CHANGED
    tell_volunteer(work, offer, task.person_id, code, told, must_hear=True)
    if address:
        record_reveal(work, request, task)
