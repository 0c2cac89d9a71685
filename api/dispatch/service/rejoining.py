"""A relay of two where nothing restricts any more: one person does what two were to do.

Nobody who said yes is sent away for nothing. Who brings it goes on to the door, if they can do
what it asks for. Who was to carry it is let go only where somebody can be asked for the whole,
and may be one of them. A relay that is wholly taken, or whose thing is at the gate, goes on.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from api.dispatch import rules, store
from api.dispatch.service.closing import withdraw_restricted
from api.dispatch.service.ending import end, offer_of
from api.dispatch.service.halves import OTHER, Half, tell_partner
from api.dispatch.service.relaying import tell_step
from api.dispatch.service.scene import scene_of
from api.dispatch.service.taking import tell_details
from api.dispatch.service.telling import Work
from api.dispatch.store import Offer
from api.groups import service as groups
from api.matching import service as matching
from api.requests import service as requests
from api.requests.rules import WAITING
from api.requests.service import Request
from api.vocabulary import Access, Leaf, OfferStatus, Part, RelayStep, RequestStatus, TaskStatus


def rejoined(work: Work, request: Request) -> Request:
    """The request with as many of its relays one whole again as can be."""
    for task in store.tasks_for(work.conn, request.id):
        half = offer_of(work, task), task
        if _is_alone(request, half[0]):
            _alone(work, request, half)
    request = requests.get(work.conn, request.id)
    waiting = set(request.part(Part.BRING, *WAITING)) & set(request.part(Part.CARRY, *WAITING))
    if not waiting:
        return request
    _take_back(work, request, waiting)
    requests.rejoin(work.conn, request.id, waiting)
    again = {"wave": 0, "next_at": work.now}
    requests.move_needs(work.conn, request.id, RequestStatus.OPEN, before=WAITING, leaves=waiting)
    requests.update(work.conn, request.id, again)
    return requests.get(work.conn, request.id)


def _is_alone(request: Request, offer: Offer) -> bool:
    """Whether nobody took the other half of any of it."""
    other = OTHER.get(offer.part)
    return other is not None and set(offer.leaves) <= set(request.part(other, *WAITING))


def _alone(work: Work, request: Request, half: Half) -> None:
    offer, task = half
    if offer.part is Part.BRING:
        if _may_go_on(work, request, offer, task.person_id):
            _to_the_door(work, request, half)
    elif _somebody_else(work, request, half):
        _let_go(work, request, half)


def _may_go_on(work: Work, request: Request, offer: Offer, person_id: str) -> bool:
    wanted = matching.wanted_of(work.conn, request.id, now=work.now)
    group = matching.able_of(groups.get(work.conn, offer.group_id))
    mine = groups.memberships(work.conn, person_id)
    me = next((one for one in mine if one.group_id == offer.group_id), None)
    own = None if me is None else (frozenset(me.able), frozenset(me.how))
    return rules.may_go_on(wanted.accommodations, group, own)


def _to_the_door(work: Work, request: Request, half: Half) -> None:
    """Who brings it has the whole now: they learn who and where, the resident whom to expect."""
    offer, task = half
    _take_back(work, request, offer.leaves)
    requests.rejoin(work.conn, request.id, offer.leaves)
    store.set_part(work.conn, offer.id, Part.WHOLE, Access.DOOR)
    tell_partner(work, request, half, RelayStep.ALONE, task)
    whole = replace(offer, part=Part.WHOLE, access=Access.DOOR)
    tell_details(work, request, whole, task)
    tell_step(work, request, RelayStep.ALONE, task)


def _somebody_else(work: Work, request: Request, half: Half) -> bool:
    """Whether anybody can be asked for the whole: who was asked for a part, and they, as well."""
    scene = scene_of(work, request)
    past = {
        who: [one for one in ones if one.status is not OfferStatus.SENT]
        for who, ones in scene.past.items()
        if who != half[1].person_id
    }
    leaves = frozenset(half[0].leaves)
    return bool(rules.candidates(replace(scene, past=past), leaves, work.now, 1))


def _let_go(work: Work, request: Request, half: Half) -> None:
    """Nobody needs to carry it: their offer counts as taken back, so they may be asked anew."""
    offer, task = half
    end(work, request, task, TaskStatus.GIVEN_UP)
    store.reopen_offer(work.conn, offer.id, OfferStatus.WITHDRAWN)
    tell_partner(work, request, half, RelayStep.OVER, task)
    tell_step(work, request, RelayStep.OVER, task)


def _take_back(work: Work, request: Request, leaves: Collection[Leaf]) -> None:
    """Nobody is asked for a part of these any more."""
    for offer in store.offers_of(work.conn, request.id):
        asked = offer.status is OfferStatus.SENT and offer.part is not Part.WHOLE
        if asked and set(leaves) & set(offer.leaves):
            withdraw_restricted(work, offer)
