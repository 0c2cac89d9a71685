"""Offers that end unaccepted, and what that makes of the needs."""

from __future__ import annotations

from api.calls import service as calls
from api.dispatch import store
from api.dispatch.rules import shown_leaves
from api.dispatch.service.telling import Work, tell_chat, tell_volunteer
from api.dispatch.store import Offer
from api.notices import schemas as said
from api.notices import service as notices
from api.requests import service as requests
from api.requests.rules import WAITING
from api.vocabulary import NoticeCode, OfferStatus, RequestStatus


def withdraw(work: Work, offer: Offer, *, taken_by: str | None = None) -> None:
    """Takes an open offer back; who had seen it is told so kindly, who had not never sees it."""
    if not store.close_offer(work.conn, offer.id, OfferStatus.WITHDRAWN):
        return
    calls.withdraw(work.conn, offer.id, now=work.now)
    unseen = notices.withdraw(work.conn, offer.id, now=work.now)
    if offer.address_id is not None:
        if not unseen:
            close_in_chat(work, offer, taken_by)
    elif offer.person_id is not None and not unseen:
        leaves = said.Leaves(leaves=list(offer.leaves))
        tell_volunteer(work, offer, offer.person_id, NoticeCode.OFFER_WITHDRAWN, leaves)


def expire(work: Work, offer: Offer) -> None:
    """An open offer whose time is up; an unseen one is never seen, nobody is rung about it."""
    if not store.close_offer(work.conn, offer.id, OfferStatus.EXPIRED):
        return
    calls.withdraw(work.conn, offer.id, now=work.now)
    if not notices.withdraw(work.conn, offer.id, now=work.now):
        close_in_chat(work, offer)


def close_in_chat(work: Work, offer: Offer, taken_by: str | None = None) -> None:
    """Says in a group's chat that an offer is over, or by whom it is taken."""
    leaves = shown_leaves(offer.leaves, in_group=True)
    area = requests.get(work.conn, offer.request_id).area
    if taken_by is None:
        closed = said.GroupClosed(leaves=leaves, area=area)
        tell_chat(work, offer, NoticeCode.GROUP_OFFER_CLOSED, closed)
    else:
        taken = said.GroupTaken(leaves=leaves, area=area, name=taken_by)
        tell_chat(work, offer, NoticeCode.GROUP_OFFER_TAKEN, taken)


def settle(work: Work, request_id: str) -> bool:
    """Waiting needs with an open offer are offered, the others open; whether any is offered."""
    sent = [
        one for one in store.offers_of(work.conn, request_id) if one.status == OfferStatus.SENT
    ]
    offered = {leaf for offer in sent for leaf in offer.leaves}
    request = requests.get(work.conn, request_id)
    waiting = request.leaves(*WAITING)
    for status, leaves in (
        (RequestStatus.OFFERED, [leaf for leaf in waiting if leaf in offered]),
        (RequestStatus.OPEN, [leaf for leaf in waiting if leaf not in offered]),
    ):
        requests.move_needs(work.conn, request_id, status, before=WAITING, leaves=leaves)
    return bool(offered)
