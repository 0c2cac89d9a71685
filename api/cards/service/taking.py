"""A call is taken, held longer, left to others or ended, all of it from a caller's chat."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.auth import service as auth
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import AttemptIn, CloseIn
from api.calls.service import Call
from api.cards import store
from api.cards.service.telling import say_over, say_yours
from api.database.engine import after_commit_wake
from api.database.ids import new_id
from api.errors import NotFound
from api.notices import schemas as said
from api.notices import service as notices
from api.settings import Settings
from api.vocabulary import CallOutcome, CallStatus, CardOver, CardStatus, NoticeCode, Role


def take(
    conn: Connection,
    call_id: str,
    person_id: str,
    *,
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> bool:
    """Give a call to a caller who got a card for it, or let them hold theirs longer.

    They get a link to its page that works once. Of two who press at once one has it; the other is
    told so, and answers False. Raises NotFound for a call that they were never asked about.
    """
    call = calls.get(conn, call_id, lock=True)
    card, mine = store.newest(conn, call_id, person_id), _holds(call, person_id, now)
    if card is None and not mine:
        raise NotFound
    caller = Actor(Role.CALLER, new_id(now), person_id)
    try:
        held = calls.claim(conn, call_id, caller, settings=settings, now=now)
    except (calls.CallTaken, calls.CallClosed):
        if card is not None:
            _is_over(conn, call, card, now)
        return False
    if card is not None:
        store.take(conn, card.id)
        notices.withdraw(conn, card.id, now=now)
    say_yours(conn, held, caller, address_id=address_id, settings=settings, now=now)
    return True


def _is_over(conn: Connection, call: Call, card: store.Card, now: datetime) -> None:
    """Somebody else was faster, or nobody need call any more; told once."""
    if notices.waits_about(conn, card.id, {NoticeCode.CALL_CARD_OVER}):
        return
    closed = call.status is CallStatus.CLOSED
    store.end(conn, card.id, CardStatus.WITHDRAWN, now)
    say_over(conn, card, CardOver.NOT_NEEDED if closed else CardOver.TAKEN, now)


def leave_call(
    conn: Connection,
    call_id: str,
    person_id: str,
    *,
    address_id: str | None = None,
    now: datetime,
) -> None:
    """Leave a call to others: not now, or, if they had it, given back. No reason is asked.

    Who gave it back is not asked for it again. Raises NotFound when it is not theirs to leave.
    """
    call = calls.get(conn, call_id, lock=True)
    card = store.newest(conn, call_id, person_id)
    if _holds(call, person_id, now):
        _give_back(conn, call, card, now)
    elif card is not None and card.ended_at is None:
        store.end(conn, card.id, CardStatus.NOT_NOW, now)
        notices.withdraw(conn, card.id, now=now)
        if call.status is CallStatus.QUEUED:
            calls.look_again(conn, call_id, now)
            after_commit_wake(conn, "dispatch")
    else:
        raise NotFound
    notices.tell(
        conn, person_id, NoticeCode.CALL_PASSED, said.Nothing(), address_id=address_id, now=now
    )


def _give_back(conn: Connection, call: Call, card: store.Card | None, now: datetime) -> None:
    holder = calls.holder_of(call)
    calls.release(conn, call.id, holder, now=now)
    auth.revoke_links(conn, holder.person_id or "", auth.BY_CARD, now=now)
    if card is not None:
        store.end(conn, card.id, CardStatus.GIVEN_BACK, now)


def end_call(  # noqa: PLR0913 - who ends which call with what outcome, where and when
    conn: Connection,
    call_id: str,
    person_id: str,
    outcome: CallOutcome,
    *,
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> None:
    """The call that they hold is done, or nobody was reached and it is tried again later.

    Raises NotFound, CallNotHeld or CallClosed.
    """
    call = calls.get(conn, call_id, lock=True)
    if not _holds(call, person_id, now):
        raise calls.CallNotHeld
    holder = calls.holder_of(call)
    if outcome is CallOutcome.COMPLETED:
        closing = CloseIn(outcome=outcome)
        calls.close(conn, call_id, closing, holder, settings=settings, now=now)
    else:
        tried = AttemptIn(outcome=outcome)
        calls.attempt(conn, call_id, tried, holder, settings=settings, now=now)
    card = store.newest(conn, call_id, person_id)
    if card is not None:
        store.end(conn, card.id, CardStatus.TAKEN, now)
    auth.revoke_links(conn, person_id, auth.BY_CARD, now=now)
    told = said.CallEnded(outcome=outcome)
    notices.tell(conn, person_id, NoticeCode.CALL_ENDED, told, address_id=address_id, now=now)


def leave(conn: Connection, person_id: str, *, now: datetime) -> None:
    """Somebody takes no calls any more: what they had goes to others, their links end."""
    for card in store.open_of(conn, person_id):
        store.end(conn, card.id, CardStatus.NOT_NOW, now)
        say_over(conn, card, CardOver.NOT_NEEDED, now)
        calls.look_again(conn, card.call_id, now)
    for call in calls.held_by(conn, person_id, now):
        _give_back(conn, call, store.newest(conn, call.id, person_id), now)
    auth.revoke_of(conn, person_id, auth.BY_CARD, now=now)


def _holds(call: Call, person_id: str, now: datetime) -> bool:
    """Whether somebody has a call now, with whichever token of theirs."""
    return calls.is_held_by(call, Actor(Role.CALLER, "", person_id), now)
