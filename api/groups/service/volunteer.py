"""Volunteers: who joins by an invite, pauses, comes back or leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.errors import Refusal
from api.groups import rules, store
from api.groups.schemas import Joining
from api.groups.service.group import code_index, get
from api.groups.store import Group, Volunteer
from api.notices import schemas as said
from api.notices import service as notices
from api.people import service as people
from api.vocabulary import Channel, NoticeCode, Role
from api.wire import Wire


class NotVolunteer(Refusal):
    """Only a volunteer of a group can do this."""

    code = "not_a_volunteer"
    status = 409
    detail = "This person is not a volunteer of any group."


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The group that somebody, or a chat, belongs to now."""

    group_id: str
    group: str


@dataclass(frozen=True, slots=True)
class InviteRefused:
    """The invite was never made, is used up or is over; which of these is not told."""


def enrol(
    conn: Connection,
    person_id: str,
    code: str,
    joining: Joining,
    *,
    address_id: str | None = None,
    now: datetime,
) -> Enrolled | InviteRefused:
    """Makes an invited person a volunteer of the group, and tells them whether it worked."""
    fits = not joining.takes_calls or invite_for(conn, code, now=now) is Role.CALLER
    group_id = store.use_invite(conn, code_index(conn, code), now) if fits else None
    if group_id is None:
        _tell(conn, person_id, NoticeCode.INVITE_REFUSED, said.Nothing(), address_id, now)
        return InviteRefused()
    group = get(conn, group_id)
    join(conn, group_id, person_id, joining, now=now)
    told = _welcome(conn, person_id, joining.name, group.name)
    code_told = NoticeCode.TAKES_CALLS if joining.takes_calls else NoticeCode.ENROLLED
    _tell(conn, person_id, code_told, told, address_id, now)
    return Enrolled(group_id, group.name)


def take_up_calls(
    conn: Connection,
    person_id: str,
    code: str,
    takes_calls: Sequence[str],
    *,
    address_id: str | None = None,
    now: datetime,
) -> Enrolled | InviteRefused:
    """A volunteer takes calls from now on, by a caller's invite; tells them whether it worked.

    What they do besides stays as it is. Raises NotVolunteer.
    """
    _memberships(conn, person_id)
    is_for_callers = invite_for(conn, code, now=now) is Role.CALLER
    group_id = store.use_invite(conn, code_index(conn, code), now) if is_for_callers else None
    if group_id is None:
        _tell(conn, person_id, NoticeCode.INVITE_REFUSED, said.Nothing(), address_id, now)
        return InviteRefused()
    store.change_volunteer(conn, person_id, {"takes_calls": list(takes_calls)})
    group = get(conn, group_id)
    name = people.person(conn, person_id).name
    told = _welcome(conn, person_id, name, group.name)
    _tell(conn, person_id, NoticeCode.TAKES_CALLS, told, address_id, now)
    return Enrolled(group_id, group.name)


def _welcome(conn: Connection, person_id: str, name: str, group: str) -> said.Enrolled:
    """What somebody hears who belongs to a group now, and how they will be asked."""
    written = addresses.written_to(conn, person_id) is not None
    return said.Enrolled(name=name, group=group, by_phone="" if written else "yes")


def join(
    conn: Connection, group_id: str, person_id: str, joining: Joining, *, now: datetime
) -> None:
    """Makes a person a volunteer of the group, without an invite and without a word to them."""
    people.set_name(conn, person_id, joining.name)
    kept = set() if joining.takes_calls else {"takes_calls"}
    values = joining.model_dump(mode="json", exclude={"name", *kept})
    store.join(conn, group_id, person_id, values, now)
    store.mark_freed(conn, group_id)


def enrol_chat(
    conn: Connection, channel: Channel, address: str, code: str, *, now: datetime
) -> Enrolled | InviteRefused:
    """Makes a group chat the chat of the invite's group, and tells it: offers go there too."""
    group_id = store.use_invite(conn, code_index(conn, code), now)
    if group_id is None:
        return InviteRefused()
    chat = addresses.group_chat(conn, channel, address, group_id, now=now)
    group = get(conn, group_id).name
    told = notices.values_of(NoticeCode.CHAT_JOINED, said.ChatJoined(group=group))
    notices.put(conn, chat.id, NoticeCode.CHAT_JOINED, told, now=now)
    return Enrolled(group_id, group)


def invite_for(conn: Connection, code: str, *, now: datetime) -> Role | None:
    """What an invite makes of somebody, if it works now; nothing of it is spent."""
    return store.invite_for(conn, code_index(conn, code), now)


def is_volunteer(conn: Connection, person_id: str) -> bool:
    """Whether somebody belongs to a group now."""
    return bool(store.memberships(conn, person_id))


def pause(
    conn: Connection,
    person_id: str,
    how_long: Literal["today", "week", "until_i_return"],
    *,
    address_id: str | None = None,
    now: datetime,
) -> datetime:
    """No offers until the moment it gives, in no group, nor to one that is asked by ringing them.

    Raises NotVolunteer for who neither helps nor leads such a group.
    """
    rung = led_by_phone(conn, person_id)
    mine = rung or [get(conn, one.group_id) for one in _memberships(conn, person_id)]
    until = rules.paused_until(how_long, mine[0].time_zone, now)
    store.change_volunteer(conn, person_id, {"paused_until": until})
    for group in rung:
        longer = max(until, group.paused_until or until)
        store.update(conn, group.id, {"paused_until": longer})
    told = said.Paused(at=None if until == rules.FOREVER else until)
    _tell(conn, person_id, NoticeCode.PAUSED, told, address_id, now)
    return until


def resume(
    conn: Connection, person_id: str, *, address_id: str | None = None, now: datetime
) -> None:
    """Offers again, to them and to a group that rested with them; raises NotVolunteer."""
    mine = _memberships(conn, person_id)
    rested = mine[0].paused_until
    for group in led_by_phone(conn, person_id):
        if group.paused_until == rested:
            store.update(conn, group.id, {"paused_until": None})
    store.change_volunteer(conn, person_id, {"paused_until": None})
    for one in mine:
        store.mark_freed(conn, one.group_id)
    _tell(conn, person_id, NoticeCode.RESUMED, said.Nothing(), address_id, now)


def leave(
    conn: Connection, person_id: str, *, address_id: str | None = None, now: datetime
) -> None:
    """A volunteer of no group any more; raises NotVolunteer. Tasks are handed back before."""
    _memberships(conn, person_id)
    store.change_volunteer(conn, person_id, {"left_at": now})
    _tell(conn, person_id, NoticeCode.LEFT, said.Nothing(), address_id, now)


def led_by_phone(conn: Connection, person_id: str) -> list[Group]:
    """The open groups that are asked by ringing this person."""
    led = store.led_by(conn, person_id)
    return [group for group in led if group.phone_only and group.closed_at is None]


def _memberships(conn: Connection, person_id: str) -> list[Volunteer]:
    found = store.memberships(conn, person_id)
    if not found:
        raise NotVolunteer
    return found


def _tell(
    conn: Connection,
    person_id: str,
    code: NoticeCode,
    values: Wire,
    address_id: str | None,
    now: datetime,
) -> None:
    notices.tell(conn, person_id, code, values, now=now, address_id=address_id)
