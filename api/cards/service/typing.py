"""The answer line of a paper, typed in a caller's chat: the same engine, the same request.

It goes into the conversation of the call that they hold; what comes of it is told in their chat.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import LineIn, PaperIn
from api.cards import store
from api.cards.service.telling import say_yours
from api.database.ids import new_id
from api.groups import service as groups
from api.groups.service import NotVolunteer
from api.notices import schemas as said
from api.notices import service as notices
from api.notices.schemas import LineFault
from api.people import service as people
from api.settings import Settings
from api.vocabulary import NoticeCode, Role
from api.wire import Wire


def type_in(  # noqa: PLR0913 - who types what, once, where and when
    conn: Connection,
    person_id: str,
    line: str,
    key: str,
    *,
    address_id: str,
    settings: Settings,
    now: datetime,
) -> None:
    """Type a line into the call that somebody holds; who holds none begins one with it.

    Raises NotVolunteer for who takes no calls, and NoConversation for a group leader's call.
    """
    held = calls.held_by(conn, person_id, now)
    if held:
        typed, caller = LineIn(line=line, key=key), calls.holder_of(held[0])
        calls.type_in(
            conn, held[0].id, typed, caller, settings=settings, now=now, typed_at=address_id
        )
        return
    if not any(one.takes_calls for one in groups.memberships(conn, person_id)):
        raise NotVolunteer
    caller = Actor(Role.CALLER, new_id(now), person_id)
    paper = PaperIn(language=people.person(conn, person_id).language, line=line, key=key)
    call = calls.open_with(conn, paper, caller, settings=settings, now=now, typed_at=address_id)
    card = {"call_id": call.id, "person_id": person_id, "address_id": address_id}
    store.take(conn, store.add(conn, card, now))
    say_yours(conn, call, caller, address_id=address_id, settings=settings, now=now)


def tell_typed(
    conn: Connection,
    address_id: str,
    faults: Sequence[LineFault],
    receipt: str,
    *,
    now: datetime,
) -> None:
    """Tell whoever typed a line what came of it: what to correct, or that it is taken up."""
    code, values = NoticeCode.CALL_LINE_TAKEN, said.LineTaken(receipt=receipt)
    told: tuple[NoticeCode, Wire] = (code, values)
    if faults:
        told = (NoticeCode.CALL_LINE_REFUSED, said.LineRefused(faults=list(faults)))
    notices.put(conn, address_id, told[0], notices.values_of(*told), now=now)
