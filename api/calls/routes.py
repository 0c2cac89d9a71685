"""Routes of calls: callers' and coordinators'. Only who holds a call acts in it."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Connection

from api.auth.access import Context, allow
from api.calls import service
from api.calls.schemas import (
    Answered,
    AnswerIn,
    AttemptIn,
    CallDetail,
    CallOut,
    CallsOut,
    CloseIn,
    CodeIn,
    Filters,
    LineIn,
    MessageIn,
    MessageOut,
    NumberOut,
    OpenIn,
    PaperIn,
    TurnsOut,
)
from api.people.schemas import Contact
from api.recordings.schemas import RecordingOut
from api.sessions.schemas import HistoryOut
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(prefix="/v1/calls", tags=["calls"])
Desk = Annotated[Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN))]
Caller = Annotated[
    Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN, by_card=True))
]
Patience = Annotated[int, Query(ge=0, le=20)]
After = Annotated[int, Query(ge=0, le=1_000_000)]
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]


@router.get("")
async def listed(filters: Annotated[Filters, Query()], context: Caller) -> CallsOut:
    """The queue: danger and unheard alerts, broken promises, unfinished requests, then as due."""
    return await context.read(
        lambda conn: service.listed(conn, filters, context.actor, now=context.now)
    )


@router.post("", status_code=201)
async def opened(body: OpenIn, context: Coordinator) -> CallOut:
    """A call with somebody who phoned in; it is held by who opens it, and the form begins."""

    def unit(conn: Connection) -> CallOut:
        call = service.open_for(
            conn, body, context.actor, settings=context.settings, now=context.now
        )
        return service.shown(conn, call, context.actor, now=context.now)

    return await context.write(unit)


@router.post("/papers", status_code=201)
async def paper(body: PaperIn, context: Desk) -> CallOut:
    """A paper filled in while everything was down: a call begins, and its line is typed in."""

    def unit(conn: Connection) -> CallOut:
        call = service.open_with(
            conn, body, context.actor, settings=context.settings, now=context.now
        )
        return service.shown(conn, call, context.actor, now=context.now)

    return await context.write(unit)


@router.get("/{call_id}")
async def one(call_id: Id, context: Caller) -> CallDetail:
    """One call; its holder sees whom it is with, and that is in the audit."""
    return await context.write(
        lambda conn: service.detail(conn, call_id, context.actor, now=context.now)
    )


@router.post("/{call_id}/number")
async def number(
    call_id: Id, context: Caller, whose: Literal["theirs", "helper"] = "theirs"
) -> NumberOut:
    """The whole number, for who holds the call; that it was shown is in the audit.

    `helper`: of who helps them and may be rung when nothing else reaches them.
    """
    return await context.write(
        lambda conn: service.number(conn, call_id, context.actor, whose=whose, now=context.now)
    )


@router.post("/{call_id}/claim")
async def claim(call_id: Id, context: Caller) -> CallOut:
    """Hold a call, or hold it longer: nobody else can take it until `claimed_until`."""

    def unit(conn: Connection) -> CallOut:
        call = service.claim(
            conn, call_id, context.actor, settings=context.settings, now=context.now
        )
        return service.shown(conn, call, context.actor, now=context.now)

    return await context.write(unit)


@router.post("/{call_id}/release")
async def release(call_id: Id, context: Caller) -> CallOut:
    """Give a call back to the queue."""

    def unit(conn: Connection) -> CallOut:
        call = service.release(conn, call_id, context.actor, now=context.now)
        return service.shown(conn, call, context.actor, now=context.now)

    return await context.write(unit)


@router.post("/{call_id}/attempts")
async def attempt(call_id: Id, body: AttemptIn, context: Caller) -> CallOut:
    """What came of a try; who was not reached is tried again later, another way, or handed on."""

    def unit(conn: Connection) -> CallOut:
        call = service.attempt(
            conn,
            call_id,
            body,
            context.actor,
            settings=context.settings,
            now=context.now,
        )
        return service.shown(conn, call, context.actor, now=context.now)

    return await context.write(unit)


@router.post("/{call_id}/close")
async def close(call_id: Id, body: CloseIn, context: Caller) -> CallOut:
    """End a call with what came of it."""

    def unit(conn: Connection) -> CallOut:
        call = service.close(
            conn, call_id, body, context.actor, settings=context.settings, now=context.now
        )
        return service.shown(conn, call, context.actor, now=context.now)

    return await context.write(unit)


@router.put("/{call_id}/contact", status_code=204)
async def contact(call_id: Id, body: Contact, context: Caller) -> None:
    """How a phone call is safe for whom the call is with, as they told who holds it."""
    await context.write(
        lambda conn: service.set_contact(conn, call_id, body, context.actor, now=context.now)
    )


@router.post("/{call_id}/answers")
async def answer(call_id: Id, body: AnswerIn, context: Caller) -> Answered:
    """What the resident answered: the conversation goes on where it was."""
    return await context.write(
        lambda conn: service.answer(
            conn, call_id, body, context.actor, settings=context.settings, now=context.now
        )
    )


@router.post("/{call_id}/answer-line")
async def answer_line(call_id: Id, body: LineIn, context: Caller) -> Answered:
    """The answer line of a paper: the whole of it is taken up in one turn, or nothing of it.

    The conversation then ends with `line_...` prompts that say by step what is to be corrected,
    or with what the answers led to: see `/conversation`.
    """
    return await context.write(
        lambda conn: service.type_in(
            conn, call_id, body, context.actor, settings=context.settings, now=context.now
        )
    )


@router.post("/{call_id}/code")
async def code(call_id: Id, body: CodeIn, context: Caller) -> Answered:
    """A code that the resident reads out: their conversation is offered to go on in this call."""
    return await context.write(
        lambda conn: service.go_on(
            conn, call_id, body, context.actor, settings=context.settings, now=context.now
        )
    )


@router.post("/{call_id}/messages")
async def message(call_id: Id, body: MessageIn, context: Caller) -> MessageOut:
    """A sentence to the resident, in a call by text."""
    return await context.write(
        lambda conn: service.message(
            conn, call_id, body, context.actor, settings=context.settings, now=context.now
        )
    )


@router.get("/{call_id}/conversation")
async def conversation(call_id: Id, context: Caller, wait_s: Patience = 0) -> HistoryOut:
    """What was said where the call came from, and the question that is open.

    With `wait_s` only once the last answer was taken up, or so many seconds have passed.
    """
    if wait_s:
        await context.until("turns", wait_s, lambda _: _answered(call_id), bool)
    now = context.environment.clock()  # what came while it waited is told, too
    return await context.write(
        lambda conn: service.conversation(conn, call_id, context.actor, now=now)
    )


@router.get("/{call_id}/turns")
async def turns(call_id: Id, context: Caller, after: After = 0, wait_s: Patience = 0) -> TurnsOut:
    """How many turns the conversation has taken; nothing of what was said in them.

    With `wait_s` only once there are more than `after`, or so many seconds have passed.
    """

    def attempt(now: datetime) -> Callable[[Connection], tuple[int, None]]:
        return lambda conn: (service.turns(conn, call_id, context.actor, now=now), None)

    count = await context.until("turns", wait_s, attempt, lambda found: found > after)
    return TurnsOut(count=count)


@router.get("/{call_id}/recordings/{recording_id}")
async def recording(call_id: Id, recording_id: Id, context: Caller) -> RecordingOut:
    """A voice note to listen to, for who holds the call; that it was heard is in the audit."""
    return await context.write(
        lambda conn: service.recording(conn, call_id, recording_id, context.actor, now=context.now)
    )


def _answered(call_id: str) -> Callable[[Connection], tuple[bool, None]]:
    return lambda conn: (service.is_answered(conn, call_id), None)
