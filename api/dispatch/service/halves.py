"""The two halves of a relay, and what each of them hears of the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from api.dispatch import store
from api.dispatch.rules import half_of
from api.dispatch.service.telling import Work, name_of, tell_volunteer
from api.dispatch.store import Offer, Task
from api.notices import schemas as said
from api.requests.rules import WAITING
from api.requests.service import Request
from api.vocabulary import NoticeCode, OfferStatus, Part, RelayStep, TaskStatus

OTHER = {Part.BRING: Part.CARRY, Part.CARRY: Part.BRING}
Half = tuple[Offer, Task]
"""One half, as it was offered and is done."""


def partners(work: Work, offer: Offer) -> list[Half]:
    """Who took the other half of any of it: their offers and their tasks, mostly of one person."""
    other, same = OTHER.get(offer.part), set(offer.leaves)
    taken = _taken(work, offer.request_id)
    return [one for one in taken if one[0].part is other and same.intersection(one[0].leaves)]


def _taken(work: Work, request_id: str) -> Iterator[Half]:
    """What of a request somebody has taken and not given up."""
    for offer in store.offers_of(work.conn, request_id):
        if offer.status is OfferStatus.ACCEPTED:
            task = store.task_of(work.conn, offer.id)
            if task is not None and task.status is not TaskStatus.GIVEN_UP:
                yield offer, task


def waiting(work: Work, offer: Offer) -> list[Half]:
    """Those of them who are under way: they must know what becomes of this half."""
    return [one for one in partners(work, offer) if one[1].status is TaskStatus.UNDER_WAY]


def tell_partner(  # noqa: PLR0913 - who hears what of whom, the word and the moment
    work: Work,
    request: Request,
    to: Half,
    step: RelayStep,
    of: Task | None,
    *,
    word: str = "",
    at: datetime | None = None,
) -> None:
    """One half of a relay hears of the other, or that they help alone now, or not any more."""
    told = said.RelayPartner(
        receipt=request.receipt,
        leaves=list(to[1].leaves),
        news=step,
        half=half_of(to[0].part),
        name=name_of(work, of.person_id) if of is not None else "",
        word=word,
        at=at,
    )
    code = NoticeCode.RELAY_PARTNER
    tell_volunteer(work, to[0], to[1].person_id, code, told, must_hear=True)


def tell_waiting(work: Work, request: Request) -> None:
    """Nobody was found for one half: whoever waits with the other hears so."""
    for offer, task in _taken(work, request.id):
        other = OTHER.get(offer.part)
        left = request.part(other, *WAITING) if other is not None else ()
        if task.status is TaskStatus.UNDER_WAY and not set(offer.leaves).isdisjoint(left):
            tell_nobody(work, request, (offer, task))


def tell_nobody(work: Work, request: Request, half: Half) -> None:
    """One half hears that nobody is found for the other, and that we keep looking."""
    tell_partner(work, request, half, RelayStep.NOBODY, None)


def tell_left(work: Work, request: Request, offer: Offer, task: Task) -> None:
    """One half is nobody's again: the other hears what to do until somebody has it."""
    for other in waiting(work, offer):
        tell_partner(work, request, other, RelayStep.LEFT, task)
