"""What a caller has on paper: the answer line of a script, and the code a resident read out."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.actor import Actor
from api.calls.schemas import Answered, CodeIn, LineIn, OpenIn, PaperIn
from api.calls.service.holding import going_on
from api.calls.service.reading import get
from api.calls.service.talking import open_for, say, with_line
from api.calls.store import Call
from api.idempotency.service import once
from api.inbound.schemas import Body
from api.settings import Settings
from api.vocabulary import InboundKind


def type_in(
    conn: Connection,
    call_id: str,
    typed: LineIn,
    actor: Actor,
    *,
    settings: Settings,
    now: datetime,
) -> Answered:
    """Keep the answer line of a paper as it was typed: the conversation takes it up whole.

    Raises NotFound, CallNotHeld, CallClosed, or NoConversation for a call with a group's leader.
    """
    call = with_line(conn, going_on(conn, call_id, actor, settings, now), now)
    body = Body(text=typed.line)
    kept = say(conn, call, InboundKind.ANSWER_LINE, body, typed.key, now)
    audit.record(conn, actor, "answer_line", "calls", call_id, now=now)
    return kept


def open_with(
    conn: Connection, paper: PaperIn, actor: Actor, *, settings: Settings, now: datetime
) -> Call:
    """A call for a paper that was filled in without one, held by who types it in.

    As for somebody who phoned in; who it is with, only the paper says.
    """

    def opened() -> str:
        caller = OpenIn(phone="", language=paper.language)
        call = open_for(conn, caller, actor, settings=settings, now=now)
        type_in(conn, call.id, LineIn(line=paper.line), actor, settings=settings, now=now)
        return call.id

    key = paper.key or None
    call_id, _ = once(conn, key, paper, opened, actor_id=actor.id, now=now)
    return get(conn, call_id)


def go_on(
    conn: Connection,
    call_id: str,
    heard: CodeIn,
    actor: Actor,
    *,
    settings: Settings,
    now: datetime,
) -> Answered:
    """Ask to go on in this call where a code was given, whatever question is open.

    Whether the code is good shows when the conversation takes it up. Raises as `type_in`.
    """
    call = with_line(conn, going_on(conn, call_id, actor, settings, now), now)
    kept = say(conn, call, InboundKind.START, Body(link=heard.code), heard.key, now)
    audit.record(conn, actor, "resume_code", "calls", call_id, now=now)
    return kept
