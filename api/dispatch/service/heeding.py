"""A request is fitted to the restrictions at its place; whom that changes is told, nobody else.

What holds now is compared with what was told last: of the request how near help may come, of an
offer and a task how near whoever has it may. So looking twice changes nothing and says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from api.database.engine import after_commit_wake
from api.dispatch import rules, store
from api.dispatch.service.closing import settle, take_back, withdraw_restricted
from api.dispatch.service.ending import NOBODY_HAS_IT, end, give_up, offer_of, resident_of
from api.dispatch.service.nearing import here_of, near
from api.dispatch.service.offering import offer_again
from api.dispatch.service.rejoining import rejoined
from api.dispatch.service.telling import Work, is_rung, tell_over, tell_resident, tell_volunteer
from api.dispatch.store import Offer, Task
from api.notices import schemas as said
from api.requests import service as requests
from api.requests.rules import WAITING
from api.requests.service import Request
from api.restrictions.rules import Restriction, access_of, lasts_until
from api.vocabulary import Access, Leaf, Mode, NoticeCode, OfferStatus, Part, TaskStatus

CHANGED = NoticeCode.OFFER_CHANGED


def heed(work: Work, request: Request) -> Request:
    """The request as it is once its offers, its tasks and its resident know what holds now.

    Where something changed, the search for who is missing begins anew.
    """
    here = here_of(work, request)
    if not here and request.access is Access.DOOR and not request.part(Part.CARRY):
        return request
    if not here:
        request = rejoined(work, request)
    access = access_of(here)
    moved = _moved(work, request, here)
    requests.update(work.conn, request.id, {"access": access})
    if access is not request.access:
        _tell(work, requests.get(work.conn, request.id), here, moved)
    for task, _, nearest in moved:
        if nearest is Access.CLOSED:  # all before any is told: of a relay both may be kept out
            end(work, request, task, TaskStatus.GIVEN_UP)
    for task, offer, nearest in moved:
        _move(work, request, task, offer, nearest, lasts_until(here, nearest))
    asked = [one for one in store.offers_of(work.conn, request.id) if _is_asked(one)]
    kept_out = [one for one in asked if not _heed_offer(work, request, one, here)]
    settle(work, request.id)
    if kept_out or moved or access is not request.access:
        _begin_anew(work, requests.get(work.conn, request.id), was=request.access)
    return requests.get(work.conn, request.id)


def _is_asked(offer: Offer) -> bool:
    return offer.status is OfferStatus.SENT and offer.mode is Mode.IN_PERSON


def _heed_offer(work: Work, request: Request, offer: Offer, here: Sequence[Restriction]) -> bool:
    """Whether an open offer stays; where they may come less or more near, it is put anew.

    Whoever is rung is asked by a caller, who reads it as it is then.
    """
    access = near(work, offer, here)
    if access is Access.CLOSED:
        withdraw_restricted(work, offer)
    elif access is not offer.access:
        store.set_access(work.conn, offer.id, access)
        if offer.person_id is None or not is_rung(work, offer, offer.person_id):
            if take_back(work, offer, CHANGED, restricted=True):
                tell_over(work, offer, CHANGED, again=True, restricted=True)
            offer_again(work, request, replace(offer, access=access))
    return access is not Access.CLOSED


def _moved(
    work: Work, request: Request, here: Sequence[Restriction]
) -> list[tuple[Task, Offer, Access]]:
    """The tasks whose volunteer may come less or more near than they know, and how near."""
    under_way = [(one, offer_of(work, one)) for one in store.tasks_for(work.conn, request.id)]
    judged = [(task, offer, near(work, offer, here)) for task, offer in under_way]
    return [one for one in judged if one[2] is not one[1].access]


def _move(
    work: Work,
    request: Request,
    task: Task,
    offer: Offer,
    access: Access,
    until: datetime | None,
) -> None:
    """The volunteer stops at the gate, goes on to the door, or may not come: others are asked."""
    told = said.TaskRestricted(
        receipt=request.receipt,
        leaves=list(task.leaves),
        name=resident_of(work, request, offer),
        access=access,
        at=until,
    )
    if access is Access.CLOSED:
        give_up(work, request, task, kept_out=True)
        store.reopen_offer(work.conn, offer.id, OfferStatus.WITHDRAWN)
    else:
        store.set_access(work.conn, offer.id, access)
    code = NoticeCode.TASK_RESTRICTED
    tell_volunteer(work, offer, task.person_id, code, told, must_hear=True)


def _tell(
    work: Work,
    request: Request,
    here: Sequence[Restriction],
    moved: Sequence[tuple[Task, Offer, Access]],
) -> None:
    """Tells the resident of what is looked for, or under way, that it ends elsewhere from now on.

    Of what may come from afar nothing is said while nobody was on the way with it.
    """
    waiting = rules.only_in_person(request.leaves(*WAITING))
    under_way = {leaf for task, _, _ in moved for leaf in task.leaves}
    leaves = [leaf for leaf in Leaf if leaf in {*waiting, *under_way}]
    if not leaves:
        return
    told = said.Restricted(
        receipt=request.receipt,
        leaves=leaves,
        access=request.access,
        at=lasts_until(here, request.access),
    )
    tell_resident(work, request, NoticeCode.REQUEST_RESTRICTED, told)


def _begin_anew(work: Work, request: Request, *, was: Access) -> None:
    """From the first wave; where nobody may come from now on, a person gets in touch once more."""
    if request.closed_at is not None or not request.leaves(*WAITING):
        return
    anew: dict[str, Any] = {"wave": 0, "next_at": work.now}
    if request.access is Access.CLOSED and was is not Access.CLOSED:
        anew = {**NOBODY_HAS_IT, "next_at": work.now}
    requests.update(work.conn, request.id, anew)
    after_commit_wake(work.conn, "dispatch")
