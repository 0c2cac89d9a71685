"""What a sign-in opens of the queue: by the link of a call, only that caller's own calls."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from api.auth.actor import Actor
from api.calls import store
from api.calls.store import Call
from api.errors import Refusal


class CallNotHeld(Refusal):
    """Only who holds a call acts in it and sees who it is with."""

    code = "call_not_held"
    status = 409
    detail = "Claim this call first. The time to hold it may have run out."


def is_theirs(call: Call, actor: Actor) -> bool:
    """Whether a call is or was claimed by somebody, with whichever token of theirs."""
    known = actor.person_id is not None and call.holder_id == actor.person_id
    return known or call.claimed_by == actor.id


def opened_to(conn: Connection, actor: Actor) -> Callable[[Call], bool]:
    """Which calls somebody may look at and take: by a link only theirs, and those put to them."""
    if not actor.by_card:
        return lambda _call: True
    put = store.put_to(conn, actor.person_id or "")
    return lambda call: call.id in put or is_theirs(call, actor)


def check_talks_with(conn: Connection, actor: Actor, who: str, *, now: datetime) -> None:
    """By a link one acts only for whom one talks with in a call one holds; raises CallNotHeld."""
    if not actor.by_card:
        return
    held = store.held_by(conn, actor.person_id or "", now)
    if who not in {call.person_id for call in held}:
        raise CallNotHeld
