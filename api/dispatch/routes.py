"""Routes of offers and tasks: a volunteer's own, or said for them by who has them on the phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends
from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.access import Context, RoleRefused, allow
from api.calls import service as calls
from api.dispatch import service
from api.dispatch.schemas import (
    Answer,
    Answered,
    By,
    Contact,
    Finish,
    OfferOnPhone,
    Offers,
    PauseOnPhone,
    Start,
    Started,
    Tasks,
    TaskTold,
)
from api.dispatch.service import Accepted
from api.errors import Invalid
from api.requests.routes import out
from api.requests.schemas import Change, RequestOut
from api.vocabulary import Role
from api.wire import Id

T = TypeVar("T")

router = APIRouter(prefix="/v1", tags=["offers and tasks"])
changes = APIRouter(prefix="/v1/requests", tags=["requests"])
"""What requests cannot do themselves, for they know nothing of whoever is under way."""
by_phone = APIRouter(prefix="/v1/calls", tags=["calls"])
"""What calls cannot know themselves: the task of whoever is on the phone."""
Anybody = Annotated[
    Context,
    Depends(allow(Role.VOLUNTEER, Role.CALLER, Role.COORDINATOR, Role.ADMIN, by_card=True)),
]
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]
Caller = Annotated[
    Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN, by_card=True))
]
Volunteer = Annotated[Context, Depends(allow(Role.VOLUNTEER))]


@router.get("/offers")
async def offers(context: Volunteer) -> Offers:
    """The open offers to the volunteer whose token this is."""
    mine = _who(None, context)
    found = await context.read(lambda conn: service.offers_of(conn, mine))
    return Offers(items=found)


@router.post("/offers/{offer_id}/accept")
async def accept(offer_id: Id, body: Answer, context: Anybody) -> Answered:
    """Take an offer; one wins, and only the winner's task has the private details."""
    who = _who(body.person_id, context)

    def unit(conn: Connection) -> Answered:
        answer = service.accept(conn, offer_id, who, settings=context.settings, now=context.now)
        if isinstance(answer, Accepted):
            return Answered(won=True, task_id=answer.task_id, word=answer.word)
        return Answered(won=False)

    return await _done(context, "accept", "offers", offer_id, unit, who)


@router.post("/offers/{offer_id}/decline", status_code=204)
async def decline(offer_id: Id, body: Answer, context: Anybody) -> None:
    """Do not take an offer; the next volunteer is asked at once."""
    who = _who(body.person_id, context)

    def unit(conn: Connection) -> None:
        service.decline(
            conn,
            offer_id,
            who,
            not_now=body.not_now,
            settings=context.settings,
            now=context.now,
        )

    await _done(context, "decline", "offers", offer_id, unit, who)


@changes.patch("/{request_id}")
async def change(request_id: Id, body: Change, context: Coordinator) -> RequestOut:
    """Change an open request; the resident and whoever is under way for it are told.

    For a new place the search begins anew.
    """

    def unit(conn: Connection) -> RequestOut:
        return out(
            service.change_request(
                conn, request_id, body, settings=context.settings, now=context.now
            )
        )

    return await _done(context, "change", "requests", request_id, unit)


@router.get("/tasks")
async def tasks(context: Volunteer) -> Tasks:
    """The tasks of the volunteer whose token this is."""
    mine = _who(None, context)
    return Tasks(items=await context.read(lambda conn: service.tasks_of(conn, mine)))


@router.post("/tasks/{task_id}/start")
async def start(task_id: Id, body: Start, context: Anybody) -> Started:
    """On the way; the resident is told."""
    who = _who(body.person_id, context)

    def unit(conn: Connection) -> Started:
        at = service.start(
            conn,
            task_id,
            who,
            minutes=body.minutes,
            clock=body.clock,
            settings=context.settings,
            now=context.now,
        )
        return Started(arrive_at=at)

    return await _done(context, "start", "tasks", task_id, unit, who)


@router.post("/tasks/{task_id}/done", status_code=204)
async def done(task_id: Id, body: Finish, context: Anybody) -> None:
    """Done, or partly; the resident is asked whether help arrived."""
    who, settings, now = _who(body.person_id, context), context.settings, context.now

    def unit(conn: Connection) -> None:
        service.finish(conn, task_id, who, body.status, settings=settings, now=now)

    await _done(context, "done", "tasks", task_id, unit, who)


@router.post("/tasks/{task_id}/give-up", status_code=204)
async def give_up(task_id: Id, body: By, context: Anybody) -> None:
    """Hand a task back, no reason asked; others are asked at once."""
    who, settings, now = _who(body.person_id, context), context.settings, context.now

    def unit(conn: Connection) -> None:
        service.hand_back(conn, task_id, who, settings=settings, now=now)

    await _done(context, "give_up", "tasks", task_id, unit, who)


@router.post("/tasks/{task_id}/contact", status_code=204)
async def contact(task_id: Id, body: Contact, context: Anybody) -> None:
    """Pass a sentence on to the resident."""
    who, settings, now = _who(body.person_id, context), context.settings, context.now

    def unit(conn: Connection) -> None:
        service.send_word(conn, task_id, who, body.text, settings=settings, now=now)

    await _done(context, "contact", "tasks", task_id, unit, who)


@by_phone.get("/{call_id}/offer")
async def offered(call_id: Id, context: Caller) -> OfferOnPhone:
    """What the caller who holds the call asks a volunteer; nothing says who it is for."""
    return await context.read(
        lambda conn: service.offered_by_phone(conn, call_id, context.actor, now=context.now)
    )


@by_phone.get("/{call_id}/task")
async def told(call_id: Id, context: Caller) -> TaskTold:
    """What the caller who holds the call reads to a volunteer after a yes; it is in the audit."""
    return await context.write(
        lambda conn: service.told_by_phone(
            conn, call_id, context.actor, settings=context.settings, now=context.now
        )
    )


@by_phone.post("/{call_id}/pause", status_code=204)
async def pause(call_id: Id, body: PauseOnPhone, context: Caller) -> None:
    """The volunteer whom the caller has on the phone gets no offers for a while."""
    actor, settings, now = context.actor, context.settings, context.now

    def unit(conn: Connection) -> None:
        service.pause_by_phone(conn, call_id, body.how_long, actor, settings=settings, now=now)

    await _done(context, "pause", "calls", call_id, unit)


@by_phone.post("/{call_id}/leave", status_code=204)
async def leave(call_id: Id, context: Caller) -> None:
    """The volunteer whom the caller has on the phone belongs to no group any more."""
    actor, settings, now = context.actor, context.settings, context.now

    def unit(conn: Connection) -> None:
        service.leave_by_phone(conn, call_id, actor, settings=settings, now=now)

    await _done(context, "leave", "calls", call_id, unit)


def _who(person_id: str | None, context: Context) -> str:
    """A volunteer acts for themselves only; all others say for whom."""
    if context.actor.role is Role.VOLUNTEER:
        if context.actor.person_id is None or person_id not in {None, context.actor.person_id}:
            raise RoleRefused
        return context.actor.person_id
    if person_id is None:
        raise Invalid([{"field": "person_id", "accepted": "the volunteer who answers"}])
    return person_id


async def _done(
    context: Context,
    action: str,
    subject: str,
    subject_id: str,
    unit: Callable[[Connection], T],
    who: str | None = None,
) -> T:
    """The result of a unit of work that also keeps the audit of it.

    By the link of a call only for `who` one talks with in a call one holds; raises CallNotHeld.
    """

    def with_audit(conn: Connection) -> T:
        if who is not None:
            calls.check_talks_with(conn, context.actor, who, now=context.now)
        result = unit(conn)
        audit.record(conn, context.actor, action, subject, subject_id, now=context.now)
        return result

    return await context.write(with_audit)
