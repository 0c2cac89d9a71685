"""Callers with a chat of their own, calls that wait, and a clock that stands still."""

from __future__ import annotations

from dataclasses import dataclass

from api.addresses import service as addresses
from api.calls import service as calls
from api.cards import service as cards
from api.cards import store as kept
from api.groups import service as groups
from api.groups.schemas import GroupIn, InviteIn, Joining
from api.notices import service as notices
from api.people import service as people
from api.vocabulary import CallReason, Channel, Role
from tests.api.calls.conftest import NOW, SETTINGS, queue, resident

__all__ = ["NOW", "SETTINGS", "queue", "resident"]


@dataclass(frozen=True)
class Caller:
    """Somebody who takes calls, and their chat."""

    id: str
    address_id: str


def group(conn, name="Elm"):
    """A group that does nothing but call; its id."""
    made = GroupIn(
        name=name, latitude=31, longitude=121, services=[], languages=["en"], capacity=1
    )
    return groups.create(conn, made, now=NOW)


def caller(conn, group_id, name, **changed):
    """Somebody who came by a caller's invite and takes every call at any time."""
    here = addresses.address_for(conn, Channel.TELEGRAM, name, now=NOW)
    addresses.hear(conn, here.id, now=NOW)
    people.set_language(conn, here.person_id, "en")
    fields = {
        "name": name,
        "languages": ["en"],
        "hours": ["any_time"],
        "takes_calls": ["by_phone", "by_text"],
    }
    code = groups.invite(conn, group_id, InviteIn(role=Role.CALLER), now=NOW).code
    groups.enrol(conn, here.person_id, code, Joining(**fields | changed), now=NOW)
    forget(conn, here.id)
    return Caller(here.person_id, here.id)


def forget(conn, address_id):
    """What somebody was told so far counts as sent, what they were asked as seen."""
    for asking in (False, True):
        for notice in notices.waiting(conn, address_id, asking=asking):
            notices.sent(conn, notice.id, "", now=NOW)


def work(conn, now=NOW):
    """The worker does all that is due of cards."""
    while cards.due(conn, now, SETTINGS):
        pass


def asked(conn, *people_asked):
    """Who of these has a card that waits for their answer."""
    return [one for one in people_asked if kept.open_of(conn, one.id)]


def told(conn, someone):
    """Codes of what waits to be told to somebody, and to be asked of them."""
    both = [
        *notices.waiting(conn, someone.address_id),
        *notices.waiting(conn, someone.address_id, asking=True),
    ]
    return [one.code for one in both]


def values(conn, someone, code):
    """What the newest notice of a code to somebody says."""
    both = [
        *notices.waiting(conn, someone.address_id),
        *notices.waiting(conn, someone.address_id, asking=True),
    ]
    return [one.values for one in both if one.code == code][-1]


def waiting(conn, name="ann", reason=CallReason.ASKED, **more):
    """A call in writing that waits for a caller; its id."""
    return queue(conn, resident(conn, name, **more), reason).call_id


def take(conn, call_id, someone, now=NOW):
    """Somebody presses "yes"; whether they have the call."""
    return cards.take(
        conn, call_id, someone.id, address_id=someone.address_id, settings=SETTINGS, now=now
    )


def holder(conn, call_id):
    """Who has a call."""
    return calls.get(conn, call_id).holder_id


async def carded(store, *names):
    """Callers who were asked by a card and saw it, and the id of the call."""

    def unit(conn):
        elm = group(conn)
        crowd = [caller(conn, elm, name) for name in names]
        call_id = waiting(conn)
        work(conn)
        for one in crowd:
            forget(conn, one.address_id)
        return crowd, call_id

    return await store.write(unit)
