"""Offers made: who is next, and what they are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from api.dispatch import rules, store
from api.dispatch.rules import Candidate, Share
from api.dispatch.schemas import OfferFact
from api.dispatch.service.reaching import has_only_a_phone
from api.dispatch.service.scene import scene_of
from api.dispatch.service.telling import Work, call_volunteer, tell_chat, tell_volunteer
from api.dispatch.store import Offer
from api.groups import service as groups
from api.notices import schemas as said
from api.places.rules import cell, distance_m
from api.requests import service as requests
from api.requests.rules import WAITING, point_of
from api.requests.service import Request
from api.vocabulary import Access, Leaf, Mode, NoticeCode, Part


def send(work: Work, request: Request, shares: Sequence[Share]) -> int:
    """Makes the offers of a wave; how many."""
    for share in shares:
        for candidate in share.candidates:
            _offer(work, request, share, candidate)
    return sum(len(share.candidates) for share in shares)


def replace_one(work: Work, request: Request, leaves: Sequence[Leaf], part: Part) -> bool:
    """Asks the next candidate for needs that somebody just refused; whether there was one."""
    scene = scene_of(work, request)
    waiting = frozenset(leaves) & set(request.part(part, *WAITING))
    if not waiting or request.closed_at is not None:
        return False
    found = rules.asked(scene, waiting, part, work.now, 1)
    return send(work, request, [Share(waiting, found, part)]) > 0


def _offer(work: Work, request: Request, share: Share, to: Candidate) -> None:
    gate = to.group.gate_only or share.part is Part.BRING
    values = {
        "group_id": to.group.group_id,
        "person_id": to.person_id,
        "address_id": to.chat_id,
        "mode": to.group.mode,
        "distance_m": _shown_distance(work, request, to),
        "part": share.part,
        "access": Access.GATE if gate else Access.DOOR,
        "interpreter": request.language if to.interpreter_needed else "",
    }
    offer = _kept(work, request, share.leaves, values)
    _put(work, request, offer, by_phone=to.by_phone)


def offer_again(work: Work, request: Request, offer: Offer) -> None:
    """Asks the same volunteer anew, as the request is now: a new letter and the whole time."""
    same = (
        "group_id",
        "person_id",
        "address_id",
        "mode",
        "distance_m",
        "access",
        "interpreter",
        "part",
    )
    values = {name: getattr(offer, name) for name in same}
    anew = _kept(work, request, frozenset(offer.leaves), values)
    rung = offer.person_id is not None and has_only_a_phone(work.conn, offer.person_id)
    _put(work, request, anew, by_phone=rung)


def _kept(
    work: Work, request: Request, leaves: frozenset[Leaf], values: Mapping[str, Any]
) -> Offer:
    lasts = work.settings.wave_after[request.urgency] * work.settings.offer_lasts_waves
    person_id = values["person_id"]
    more = {
        "request_id": request.id,
        "letter": _letter(work, person_id) if person_id else "",
        "wave": request.wave,
        "expires_at": work.now + max(lasts, timedelta(minutes=1)),
    }
    offer = store.add_offer(work.conn, {**values, **more}, leaves, work.now)
    groups.mark_asked(work.conn, offer.group_id, person_id, work.now)
    return offer


def _letter(work: Work, person_id: str) -> str:
    used = {one.letter for one in store.open_offers_to(work.conn, person_id)}
    return rules.free_letter(used, store.last_letter(work.conn, person_id))


def _shown_distance(work: Work, request: Request, to: Candidate) -> int | None:
    point = point_of(requests.place_of(work.conn, request.id)) if request.located else None
    if point is None:
        return None
    group = groups.get(work.conn, to.group.group_id)
    return rules.shown_distance(distance_m((group.latitude, group.longitude), cell(point)))


def _put(work: Work, request: Request, offer: Offer, *, by_phone: bool) -> None:
    fact = fact_of(request, offer)
    shown = {
        "offer_id": offer.id,
        "leaves": fact.leaves,
        "area": fact.area,
        "urgency": fact.urgency,
        "accommodations": fact.accommodations,
        "distance": fact.distance_m,
        "count": rules.PEOPLE.get(fact.people),
        "interpreter": fact.interpreter,
        "half": fact.half,
    }
    if by_phone and offer.person_id:
        _ring(work, offer, offer.person_id)
    elif offer.person_id is None:
        leaves = rules.shown_leaves(offer.leaves, in_group=True)
        told = said.GroupOffer.model_validate(shown | {"leaves": leaves})
        tell_chat(work, offer, NoticeCode.GROUP_OFFER, told)
    else:
        own = {"letter": fact.letter, "remote": fact.remote, "people": fact.people}
        tell_volunteer(
            work,
            offer,
            offer.person_id,
            NoticeCode.OFFER,
            said.Offer.model_validate(shown | own),
            opens="offer",
            about=offer.id,
            patience_s=rules.patience(request.urgency),
        )


def _ring(work: Work, offer: Offer, person_id: str) -> None:
    """Puts the offer as a call; it stays open until somebody was on duty to make it."""
    rung_before = call_volunteer(work, offer, person_id)
    store.keep_open(work.conn, offer.id, rung_before)


def fact_of(request: Request, offer: Offer) -> OfferFact:
    """What an offer shows: nothing in it says who the resident is."""
    brings = offer.part is Part.BRING
    gate = offer.access is Access.GATE and not brings
    needed = () if brings else request.accommodations
    accommodations = rules.shown_accommodations(needed, gate_only=gate)
    return OfferFact(
        id=offer.id,
        letter=offer.letter,
        leaves=rules.shown_leaves(offer.leaves, in_group=False),
        urgency=request.urgency,
        area=request.area,
        accommodations=accommodations,
        people=request.people,
        distance_m=offer.distance_m,
        remote=offer.mode is Mode.REMOTE,
        interpreter=offer.interpreter,
        half=rules.half_of(offer.part),
    )
