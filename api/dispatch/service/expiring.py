"""Offers whose time is up; one that reaches nobody is over at once, and somebody else is asked.

So one dead number never stops a wave: whoever was asked there is replaced as after a refusal.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from api.addresses.service import AddressRow
from api.database.engine import after_commit_wake
from api.dispatch import store
from api.dispatch.service.closing import expire, settle
from api.dispatch.service.offering import replace_one
from api.dispatch.service.reaching import rung_or_written_to
from api.dispatch.service.telling import Work
from api.dispatch.store import Offer
from api.people import service as people
from api.requests.service import Request


def unreached(conn: Connection, address: AddressRow, *, now: datetime) -> None:
    """An address died: what was asked there is over, unless its person is reached otherwise."""
    person_id = address.person_id
    if person_id is not None and rung_or_written_to(conn, [person_id]):
        return
    if store.run_out_now(conn, person_id, address.id, now):
        after_commit_wake(conn, "dispatch")


def expiry(work: Work, offer_id: str) -> Callable[[Request], None]:
    """What is done with an offer whose time is up, under the lock of its request."""

    def act(request: Request) -> None:
        offer = store.offer(work.conn, offer_id)
        if offer is None or offer.expires_at > work.now:
            return
        expire(work, offer)
        if not _reaches(work, offer):
            replace_one(work, request, offer.leaves, offer.part)
        settle(work, request.id)

    return act


def _reaches(work: Work, offer: Offer) -> bool:
    if offer.person_id is not None:
        return bool(rung_or_written_to(work.conn, [offer.person_id]))
    chat_id = offer.address_id
    return chat_id is not None and people.address_of(work.conn, chat_id).dead_at is None
