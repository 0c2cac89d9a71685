"""Offers that end unaccepted, and what that makes of the needs."""

from __future__ import annotations

from api.calls import service as calls
from api.dispatch import store
from api.dispatch.rules import shown_leaves
from api.dispatch.service.telling import Work, tell_chat, tell_over
from api.dispatch.store import Offer
from api.groups import service as groups
from api.notices import schemas as said
from api.notices import service as notices
from api.requests import service as requests
from api.requests.rules import WAITING
from api.vocabulary import NoticeCode, OfferStatus, RequestStatus


def withdraw(
    work: Work,
    offer: Offer,
    because: NoticeCode = NoticeCode.OFFER_WITHDRAWN,
    *,
    taken_by: str | None = None,
) -> None:
    """Takes an open offer back; who had seen it hears why, who had not never sees it."""
    if take_back(work, offer, because, taken_by=taken_by):
        tell_over(work, offer, because)


def withdraw_restricted(work: Work, offer: Offer) -> None:
    """Takes back an open offer that a restriction changed; who had seen it hears why."""
    changed = NoticeCode.OFFER_CHANGED
    if take_back(work, offer, changed, restricted=True):
        tell_over(work, offer, changed, restricted=True)


def take_back(
    work: Work,
    offer: Offer,
    because: NoticeCode,
    *,
    taken_by: str | None = None,
    restricted: bool = False,
) -> bool:
    """Ends an open offer; whether a volunteer saw it and is still to hear that it ended.

    `restricted`: a rule of the area is the reason.
    """
    if not store.close_offer(work.conn, offer.id, OfferStatus.WITHDRAWN):
        return False
    return _put_away(work, offer, because, taken_by, restricted=restricted)


def expire(work: Work, offer: Offer) -> None:
    """An open offer whose time is up; an unseen one is never seen, nobody is rung about it."""
    if not store.close_offer(work.conn, offer.id, OfferStatus.EXPIRED):
        return
    if _put_away(work, offer, NoticeCode.OFFER_EXPIRED, None):
        tell_over(work, offer, NoticeCode.OFFER_EXPIRED)


def _put_away(
    work: Work,
    offer: Offer,
    because: NoticeCode,
    taken_by: str | None,
    *,
    restricted: bool = False,
) -> bool:
    """Nobody is rung or asked about it any more; whether a volunteer had seen it."""
    groups.mark_freed(work.conn, offer.group_id)
    calls.withdraw(work.conn, offer.id, now=work.now)
    unseen = notices.withdraw(work.conn, offer.id, now=work.now)
    if offer.address_id is not None and not unseen:
        close_in_chat(work, offer, because, taken_by=taken_by, restricted=restricted)
    return offer.address_id is None and not unseen


def close_in_chat(
    work: Work,
    offer: Offer,
    because: NoticeCode = NoticeCode.OFFER_TOO_LATE,
    *,
    taken_by: str | None = None,
    restricted: bool = False,
) -> None:
    """Says in a group's chat why an offer is over, or by whom it is taken."""
    leaves = shown_leaves(offer.leaves, in_group=True)
    area = requests.get(work.conn, offer.request_id).area
    if taken_by is None:
        why = {"because": because, "restricted": "yes" if restricted else ""}
        closed = said.GroupClosed.model_validate({"leaves": leaves, "area": area, **why})
        tell_chat(work, offer, NoticeCode.GROUP_OFFER_CLOSED, closed)
    else:
        taken = said.GroupTaken(leaves=leaves, area=area, name=taken_by)
        tell_chat(work, offer, NoticeCode.GROUP_OFFER_TAKEN, taken)


def settle(work: Work, request_id: str) -> bool:
    """Waiting needs with an open offer are offered, the others open; whether any is offered."""
    sent = [
        one for one in store.offers_of(work.conn, request_id) if one.status == OfferStatus.SENT
    ]
    request = requests.get(work.conn, request_id)
    for part in {part for _, part in request.parts}:
        offered = {leaf for offer in sent if offer.part is part for leaf in offer.leaves}
        waiting = request.part(part, *WAITING)
        for status, leaves in (
            (RequestStatus.OFFERED, [leaf for leaf in waiting if leaf in offered]),
            (RequestStatus.OPEN, [leaf for leaf in waiting if leaf not in offered]),
        ):
            requests.move_needs(
                work.conn, request_id, status, before=WAITING, leaves=leaves, part=part
            )
    return bool(sent)
