"""Presses in a group's chat, where everybody sees the button and only its volunteers accept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from api.dispatch import store
from api.dispatch.service.answering import Accepted, TooLate, UnknownOffer, accept
from api.groups import service as groups
from api.notices import service as notices
from api.people import service as people
from api.settings import Settings
from api.vocabulary import NoticeCode


@dataclass(frozen=True, slots=True)
class NeedsPrivate:
    """Who pressed in a group's chat is no volunteer of it yet, so nothing was accepted."""


def group_press(  # noqa: PLR0913 - who pressed what, where and when
    conn: Connection,
    offer_id: str,
    person_id: str,
    *,
    chat_id: str,
    action: str = "accept",
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> Accepted | TooLate | NeedsPrivate | None:
    """A press in a group's chat. Raises UnknownOffer if the offer was not made in this chat.

    Only a volunteer of the group accepts, and hears everything in private; anybody else gets the
    way to become one, in the chat. One person's no is not the group's: it changes nothing.
    """
    offer = store.offer(conn, offer_id)
    if offer is None or offer.address_id != chat_id:
        raise UnknownOffer
    if action != "accept":
        return None
    theirs = {one.group_id for one in groups.memberships(conn, person_id)}
    if offer.group_id not in theirs or people.written_to(conn, person_id) is None:
        code, once = NoticeCode.OFFER_NEEDS_PRIVATE, f"private {offer_id} {person_id}"
        notices.put(conn, chat_id, code, {}, now=now, dedupe=once)
        return NeedsPrivate()
    return accept(conn, offer_id, person_id, address_id=address_id, settings=settings, now=now)
