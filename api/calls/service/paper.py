"""What a caller has on paper: the answer line of a script, and the code a resident read out."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.actor import Actor
from api.calls import store
from api.calls.schemas import Answered, CodeIn, LineIn, OpenIn, PaperIn
from api.calls.service.holding import going_on
from api.calls.service.reading import get
from api.calls.service.talking import open_for, say, with_line
from api.calls.store import Call
from api.errors import Refusal
from api.idempotency.service import once
from api.inbound.schemas import Body
from api.settings import Settings
from api.vocabulary import InboundKind

CODES = 20
"""So many codes may one caller try in an hour, in whichever calls."""

CODES_COUNT_FOR = timedelta(hours=1)


class TooManyCodes(Refusal):
    """One caller has tried too many codes."""

    code = "too_many_codes"
    status = 409
    detail = "Too many codes were tried. Try again in an hour, or go on without one."


def type_in(  # noqa: PLR0913 - who types what into which call, and where they typed it
    conn: Connection,
    call_id: str,
    typed: LineIn,
    actor: Actor,
    *,
    settings: Settings,
    now: datetime,
    typed_at: str | None = None,
) -> Answered:
    """Keep the answer line of a paper as it was typed: the conversation takes it up whole.

    `typed_at` is the address of the caller's own chat, if it was typed there. Raises NotFound,
    CallNotHeld, CallClosed, or NoConversation for a call with a group's leader.
    """
    call = with_line(conn, going_on(conn, call_id, actor, settings, now), now)
    body = Body(text=typed.line, typed_at=typed_at)
    kept = say(conn, call, InboundKind.ANSWER_LINE, body, typed.key, now)
    audit.record(conn, actor, "answer_line", "calls", call_id, now=now)
    return kept


def open_with(
    conn: Connection,
    paper: PaperIn,
    actor: Actor,
    *,
    settings: Settings,
    now: datetime,
    typed_at: str | None = None,
) -> Call:
    """A call for a paper that was filled in without one, held by who types it in.

    As for somebody who phoned in; who it is with, only the paper says. `typed_at` as in `type_in`.
    """

    def opened() -> str:
        caller = OpenIn(phone="", language=paper.language)
        call = open_for(conn, caller, actor, settings=settings, now=now)
        line = LineIn(line=paper.line)
        type_in(conn, call.id, line, actor, settings=settings, now=now, typed_at=typed_at)
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

    Whether the code is good shows when the conversation takes it up. Raises as `type_in`, and
    TooManyCodes: an address has its tries, and so has whoever could open call after call.
    """
    if audit.count_since(conn, actor.id, "resume_code", now - CODES_COUNT_FOR) >= CODES:
        raise TooManyCodes
    call = with_line(conn, going_on(conn, call_id, actor, settings, now), now)
    kept = say(conn, call, InboundKind.START, Body(link=heard.code), heard.key, now)
    audit.record(conn, actor, "resume_code", "tokens", actor.id, now=now)
    return kept


def is_with(conn: Connection, call_id: str, person_id: str) -> None:
    """A call turns out to be with somebody we know: they read the code of their conversation."""
    store.change(conn, call_id, {"person_id": person_id})
