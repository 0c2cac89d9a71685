"""Somebody comes from another address with a code, and goes on here."""

from __future__ import annotations

from api.addresses import service as addresses
from api.dispatch import service as dispatch
from api.groups import service as groups
from api.inbound import service as inbound
from api.inbound.schemas import Body, InboundIn
from api.notices import service as notices
from api.notices.schemas import Nothing
from api.requests import service as requests
from api.sessions import service as sessions
from api.turns import schemas as wanted
from api.turns.service.effects.doing import Doing
from api.vocabulary import InboundKind, NoticeCode


def go_on(doing: Doing, effect: wanted.GoOn) -> bool:
    """The conversation of the code goes on here, and its open question is put again.

    Not where somebody has a task or a request of their own: what they are told of it would no
    longer reach them. A code that is not good is refused in the same words.
    """
    if _is_needed_here(doing) or not _resume(doing, effect.code):
        code = NoticeCode.GO_ON_REFUSED
        notices.tell(doing.conn, doing.person_id, code, Nothing(), **doing.here)
        return False
    here = addresses.address_of(doing.conn, doing.address_id)
    arrival = InboundIn(
        channel=here.channel,
        message_id=f"go on {doing.heard.id if doing.heard else doing.now}",
        address=addresses.wire_address(doing.conn, here.id),
        kind=InboundKind.START,
        body=Body(arrives=True),
    )
    inbound.receive(doing.conn, arrival, now=doing.now)
    return True


def _is_needed_here(doing: Doing) -> bool:
    conn, person_id = doing.conn, doing.person_id
    return (
        groups.is_volunteer(conn, person_id)
        or bool(dispatch.tasks_of(conn, person_id))
        or bool(requests.open_of(conn, person_id))
    )


def _resume(doing: Doing, code: str) -> bool:
    return sessions.resume(doing.conn, code, doing.address_id, actor=doing.actor, now=doing.now)
