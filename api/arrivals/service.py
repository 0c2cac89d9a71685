"""A conversation goes on at another address: by a code, or because its own address is dead.

One rule for every channel: nobody who has a task or a request of their own is cut off from it.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.addresses.service import AddressRow
from api.audit.service import Acting
from api.calls import service as calls
from api.dispatch import service as dispatch
from api.groups import service as groups
from api.inbound import service as inbound
from api.inbound.schemas import Body, InboundIn
from api.notices import service as notices
from api.notices.schemas import Nothing
from api.requests import service as requests
from api.sessions import service as sessions
from api.vocabulary import InboundKind, NoticeCode


def resume(
    conn: Connection,
    code: str,
    address_id: str,
    *,
    actor: Acting,
    now: datetime,
    call_id: str | None = None,
) -> bool:
    """Go on at this address where the code was given; False for a code that is not good here.

    The address then belongs to the person of the code, and so does the call in which they read
    it out. Where the code was given it is said that the conversation went elsewhere, and how to
    reach a person.
    """
    here = addresses.address_of(conn, address_id)
    if here.person_id is None or not _may_leave(conn, here.person_id, code, now):
        return False
    came_from = sessions.redeem(conn, code, address_id, actor=actor, now=now)
    if came_from is None:
        return False
    there = addresses.address_of(conn, came_from)
    if there.person_id is not None:
        addresses.link(conn, address_id, there.person_id)
    if call_id is None:
        addresses.hear(conn, address_id, now=now)
    elif there.person_id is not None:
        calls.is_with(conn, call_id, there.person_id)
    arrive(conn, there, here, now=now, call_id=call_id)
    if there.id != here.id and addresses.may_write(there):
        _say(conn, there, NoticeCode.WENT_ELSEWHERE, now)
    return True


def follow(conn: Connection, dead: AddressRow, here: AddressRow, *, now: datetime) -> bool:
    """The question still open at a dead address is put here; False while another is open here."""
    if sessions.rests(conn, here.id):
        return False
    _say(conn, here, NoticeCode.GOES_ON_HERE, now)
    arrive(conn, dead, here, now=now)
    return True


def arrive(
    conn: Connection,
    there: AddressRow,
    here: AddressRow,
    *,
    now: datetime,
    call_id: str | None = None,
) -> None:
    """Bring a conversation here, with all that waits to be asked; its question is put again.

    In a call it is put to who holds it, and not sent.
    """
    sessions.transfer(conn, there.id, here.id, now=now)
    if there.id != here.id:
        for notice in notices.waiting(conn, there.id, asking=True):
            notices.rehome(conn, notice, here.id, now=now)
    arrival = InboundIn(
        channel=here.channel,
        message_id=f"arrives {here.id} {sessions.get(conn, here.id).version}",
        address=addresses.wire_address(conn, here.id),
        kind=InboundKind.START,
        body=Body(arrives=True),
        call_id=call_id,
    )
    inbound.receive(conn, arrival, now=now)


def _may_leave(conn: Connection, person_id: str, code: str, now: datetime) -> bool:
    """Whether whoever is at an address may become the person of a code.

    Who has a task or a request of their own may not: what they are told of it would no longer
    reach them. Who comes back to their own conversation does not become anybody else.
    """
    given_at = sessions.stands_for(conn, code, now=now)
    if given_at is not None and addresses.address_of(conn, given_at).person_id == person_id:
        return True
    return not (
        groups.is_volunteer(conn, person_id)
        or dispatch.tasks_of(conn, person_id)
        or requests.open_of(conn, person_id)
    )


def _say(conn: Connection, address: AddressRow, code: NoticeCode, now: datetime) -> None:
    notices.put(conn, address.id, code, notices.values_of(code, Nothing()), now=now)
