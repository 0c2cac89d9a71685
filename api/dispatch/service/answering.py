"""Answers to offers: one acceptance wins, bound to that offer; all others hear it kindly."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from api.calls import service as calls
from api.database.engine import after_commit_wake
from api.dispatch import rules, store
from api.dispatch.schemas import OfferFact
from api.dispatch.service.closing import close_in_chat, settle, take_back, withdraw
from api.dispatch.service.nearing import here_of, near
from api.dispatch.service.offering import fact_of, replace_one
from api.dispatch.service.relaying import tell_found
from api.dispatch.service.taking import found_of, told_details
from api.dispatch.service.telling import (
    Work,
    name_of,
    over_of,
    tell_resident,
    tell_volunteer,
)
from api.dispatch.store import Offer
from api.errors import Refusal
from api.groups import service as groups
from api.notices import schemas as said
from api.notices import service as notices
from api.requests import service as requests
from api.requests.rules import WAITING
from api.requests.service import Request
from api.settings import Settings
from api.vocabulary import (
    OFFER_ENDS,
    Access,
    NoticeCode,
    OfferStatus,
    Part,
    RequestStatus,
    TaskStatus,
)


class UnknownOffer(Refusal):
    """There is no such offer, or it is not this person's to answer."""

    code = "unknown_offer"
    status = 404
    detail = "There is no such offer, or it is not this person's to answer."


@dataclass(frozen=True, slots=True)
class Accepted:
    """The offer is theirs: the task it became, and the word they say at the door."""

    task_id: str
    word: str


@dataclass(frozen=True, slots=True)
class TooLate:
    """It is over: somebody was faster, it changed, or it is no longer needed."""


def accept(
    conn: Connection,
    offer_id: str,
    person_id: str,
    *,
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> Accepted | TooLate:
    """Gives the offer's needs to this volunteer if nobody has them; tells everybody concerned.

    Accepting again what one has gives the same answer and tells nobody; what one gave back is
    not theirs any more. Raises UnknownOffer.
    """
    work = Work(conn, settings, now, {person_id: address_id})
    offer = _offer_to(conn, offer_id, person_id)
    request = requests.lock(conn, offer.request_id) or requests.get(conn, offer.request_id)
    had = store.task_of(conn, offer_id)
    given_up = had is not None and had.status is TaskStatus.GIVEN_UP
    if had is not None and had.person_id == person_id and not given_up:
        return Accepted(had.id, had.word)
    access = near(work, offer, here_of(work, request))
    still_so = set(offer.leaves) <= set(request.part(offer.part))  # no relay began or ended since
    if access is Access.CLOSED or not still_so:
        _tell_restricted(work, request, offer, person_id)
        return TooLate()
    apart = groups.blocked_with(conn, request.resident_id)
    if person_id in apart or not _wins(conn, offer, person_id, now):
        _tell_why(work, request, offer, person_id)
        return TooLate()
    store.set_access(conn, offer.id, access)
    return _give(work, request, replace(offer, access=access), person_id)


def _tell_why(work: Work, request: Request, offer: Offer, person_id: str) -> None:
    """Why an answer comes too late, unless that is about to be said anyway."""
    if notices.waits_about(work.conn, offer.id, OFFER_ENDS):
        return
    why = rules.why_over(offer.status, request.standing(offer.leaves, offer.part))
    tell_volunteer(work, offer, person_id, why, over_of(offer, why))


def _tell_restricted(work: Work, request: Request, offer: Offer, person_id: str) -> None:
    """An answer after a restriction changed it: it is nobody's to take as it was offered."""
    if take_back(work, offer, NoticeCode.OFFER_CHANGED, restricted=True):
        settle(work, request.id)
    if notices.waits_about(work.conn, offer.id, OFFER_ENDS):
        return
    over = over_of(offer, NoticeCode.OFFER_CHANGED, restricted=True)
    tell_volunteer(work, offer, person_id, NoticeCode.OFFER_CHANGED, over)


def _wins(conn: Connection, offer: Offer, person_id: str, now: datetime) -> bool:
    """The offer and a place of its group, both or neither."""
    if not store.accept_offer(conn, offer.id, person_id, now):
        return False
    if groups.take_place(conn, offer.group_id):
        return True
    store.reopen_offer(conn, offer.id, offer.status)
    return False


def _give(work: Work, request: Request, offer: Offer, person_id: str) -> Accepted:
    conn, taken = work.conn, RequestStatus.TAKEN
    requests.move_needs(
        conn, request.id, taken, before=WAITING, leaves=offer.leaves, part=offer.part
    )
    values = {
        "offer_id": offer.id,
        "request_id": request.id,
        "group_id": offer.group_id,
        "person_id": person_id,
        "word": rules.word_of(secrets.randbelow(1000)),
        "next_at": work.now + work.settings.check_in_after[request.urgency],
    }
    task = store.add_task(conn, values, work.now)
    notices.withdraw(conn, offer.id, now=work.now)
    calls.withdraw(conn, offer.id, now=work.now)
    _tell_losers(work, offer, name_of(work, person_id))
    settle(work, request.id)
    left = requests.get(conn, request.id).leaves(*WAITING)
    requests.update(conn, request.id, {"next_at": work.now if left else None})
    told_details(work, request, offer, task)
    if offer.part is Part.WHOLE:
        found = found_of(work, request, offer, task)
        tell_resident(work, request, NoticeCode.VOLUNTEER_FOUND, found)
    else:
        tell_found(work, request, offer, task)
    after_commit_wake(conn, "dispatch")
    return Accepted(task.id, task.word)


def _tell_losers(work: Work, won: Offer, name: str) -> None:
    """Every other open offer of a need that is taken now is taken back."""
    if won.address_id is not None:
        close_in_chat(work, won, taken_by=name)
    for offer in store.offers_of(work.conn, won.request_id):
        rival = offer.part is won.part and set(offer.leaves) & set(won.leaves)
        if offer.status is OfferStatus.SENT and rival:
            same_group = offer.group_id == won.group_id
            because = NoticeCode.OFFER_TOO_LATE
            withdraw(work, offer, because, taken_by=name if same_group else None)


def decline(  # noqa: PLR0913 - who says what of which, where and when
    conn: Connection,
    offer_id: str,
    person_id: str,
    *,
    not_now: bool = False,
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> bool:
    """Ends a volunteer's offer and asks the next candidate at once; whether it was open.

    `not_now` lets the volunteer be asked again in the next wave. Raises UnknownOffer.
    """
    work = Work(conn, settings, now, {person_id: address_id})
    offer = _offer_to(conn, offer_id, person_id)
    request = requests.lock(conn, offer.request_id) or requests.get(conn, offer.request_id)
    status = OfferStatus.EXPIRED if not_now else OfferStatus.DECLINED
    ended = store.close_offer(conn, offer_id, status, answered_at=now)
    if not ended and offer.status is OfferStatus.WITHDRAWN:
        _tell_why(work, request, offer, person_id)
        return False
    leaves = said.Leaves(leaves=list(offer.leaves))
    tell_volunteer(work, offer, person_id, NoticeCode.OFFER_DECLINED, leaves)
    if ended:
        notices.withdraw(conn, offer_id, now=now)
        calls.withdraw(conn, offer_id, now=now)
        groups.mark_freed(conn, offer.group_id)
        _go_on(work, request, offer)
    return ended


def _go_on(work: Work, request: Request, offer: Offer) -> None:
    """Asks the next; with nobody left to ask and no answer open, the worker takes over now.

    Not while somebody of this wave said "not now": they are asked again in the next, no sooner.
    """
    replaced = replace_one(work, request, offer.leaves, offer.part)
    offered = settle(work, request.id)
    if replaced or offered or request.closed_at is not None:
        return
    if not any(_not_now(one, request.wave) for one in store.offers_of(work.conn, request.id)):
        requests.update(work.conn, request.id, {"next_at": work.now})
        after_commit_wake(work.conn, "dispatch")


def _not_now(offer: Offer, wave: int) -> bool:
    answered = offer.status is OfferStatus.EXPIRED and offer.answered_at is not None
    return answered and offer.wave == wave


def offers_of(conn: Connection, person_id: str) -> list[OfferFact]:
    """The open offers to a volunteer, oldest first."""
    return [fact(conn, offer) for offer in store.open_offers_to(conn, person_id)]


def late_offers_of(conn: Connection, person_id: str) -> list[OfferFact]:
    """Offers that ran out unanswered and that nobody took, newest first: a late yes still wins."""
    return [fact(conn, offer) for offer in store.late_offers_to(conn, person_id)]


def fact(conn: Connection, offer: Offer) -> OfferFact:
    """What an offer shows as its request is now."""
    request = requests.get(conn, offer.request_id)
    return fact_of(request, offer)


def _offer_to(conn: Connection, offer_id: str, person_id: str) -> Offer:
    """An offer to this volunteer, or to a chat of a group they belong to."""
    offer = store.offer(conn, offer_id)
    if offer is None:
        raise UnknownOffer
    if offer.person_id == person_id:
        return offer
    theirs = {one.group_id for one in groups.memberships(conn, person_id)}
    if offer.person_id is not None or offer.group_id not in theirs:
        raise UnknownOffer
    return offer
