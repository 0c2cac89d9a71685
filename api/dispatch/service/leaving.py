"""A volunteer rests or leaves, by their own word, in writing or to who has them on the phone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection

from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.service import Call
from api.cards import service as cards
from api.dispatch import store
from api.dispatch.service.answering import decline
from api.dispatch.service.tasks import hand_back
from api.groups import service as groups
from api.groups.service import Group
from api.notices import service as notices
from api.notices.schemas import CoordinatorAlert
from api.settings import Settings
from api.vocabulary import CallReason


def leave(
    conn: Connection,
    person_id: str,
    *,
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> None:
    """A volunteer leaves their groups; what they had, others are asked for at once.

    They lead none any more. Raises NotVolunteer for who neither helped nor led.
    """
    led, rung = groups.led_by(conn, person_id), groups.led_by_phone(conn, person_id)
    groups.stop_leading(conn, person_id)
    if not led or groups.is_volunteer(conn, person_id):
        groups.leave(conn, person_id, address_id=address_id, now=now)
    cards.leave(conn, person_id, now=now)
    for task in store.tasks_of(conn, person_id):
        hand_back(conn, task.id, person_id, address_id=address_id, settings=settings, now=now)
    for offer in store.open_offers_to(conn, person_id):
        decline(conn, offer.id, person_id, address_id=address_id, settings=settings, now=now)
    _alert(conn, rung, None, settings=settings, now=now)


def pause(
    conn: Connection,
    person_id: str,
    how_long: Literal["today", "week", "until_i_return"],
    *,
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> None:
    """A volunteer rests; with a leader who is rung, their group does. Raises NotVolunteer."""
    until = groups.pause(conn, person_id, how_long, address_id=address_id, now=now)
    _alert(conn, groups.led_by_phone(conn, person_id), until, settings=settings, now=now)


def _alert(
    conn: Connection,
    unled: Sequence[Group],
    until: datetime | None,
    *,
    settings: Settings,
    now: datetime,
) -> None:
    """Nobody is rung for these groups now: only a coordinator can see to that."""
    for group in unled:
        told = CoordinatorAlert(reason=CallReason.PHONE_ONLY, group=group.name, at=until)
        key = f"unled {group.id} {now.isoformat()}"
        notices.tell_coordinators(conn, told, settings=settings, now=now, dedupe=key)


def leave_by_phone(
    conn: Connection, call_id: str, actor: Actor, *, settings: Settings, now: datetime
) -> None:
    """Whoever the call is with leaves their groups, as they told its holder.

    Raises NotFound, CallNotHeld, or NotVolunteer.
    """
    person_id = _on_the_phone(conn, call_id, actor, now).person_id
    leave(conn, person_id, settings=settings, now=now)


def pause_by_phone(
    conn: Connection,
    call_id: str,
    how_long: Literal["today", "week"],
    actor: Actor,
    *,
    settings: Settings,
    now: datetime,
) -> None:
    """Whoever the call is with gets no offers for a while; what they were asked, others are.

    What they have taken stays theirs. Raises as `leave_by_phone`.
    """
    person_id = _on_the_phone(conn, call_id, actor, now).person_id
    pause(conn, person_id, how_long, settings=settings, now=now)
    for offer in store.open_offers_to(conn, person_id):
        decline(conn, offer.id, person_id, not_now=True, settings=settings, now=now)


def _on_the_phone(conn: Connection, call_id: str, actor: Actor, now: datetime) -> Call:
    call = calls.get(conn, call_id)
    if not calls.is_held_by(call, actor, now):
        raise calls.CallNotHeld
    return call
