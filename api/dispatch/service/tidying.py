"""A request's offers and tasks are made to fit its needs as they are now."""

from __future__ import annotations

from api.dispatch import rules, store
from api.dispatch.service.closing import settle, take_back
from api.dispatch.service.ending import end, offer_of, resident_of
from api.dispatch.service.telling import Work, tell_over, tell_volunteer
from api.dispatch.store import Offer
from api.notices import schemas as said
from api.requests.service import Request
from api.vocabulary import NoticeCode, OfferStatus, RequestStatus, TaskStatus


def tidy(work: Work, request: Request) -> list[Offer]:
    """Makes a request's offers and tasks fit its needs; offers seen that changed, to be told."""
    changed = _take_back(work, request)
    settle(work, request.id)
    _end_tasks(work, request)
    return changed


def _take_back(work: Work, request: Request) -> list[Offer]:
    """Takes back offers of needs that do not wait for them; the seen ones still to be told."""
    changed = []
    for offer in store.offers_of(work.conn, request.id):
        offered = set(request.part(offer.part, RequestStatus.OFFERED))
        if offer.status is not OfferStatus.SENT or set(offer.leaves) <= offered:
            continue
        needs = request.standing(offer.leaves, offer.part)
        because = rules.why_over(OfferStatus.WITHDRAWN, needs)
        if not take_back(work, offer, because):
            continue
        if because is NoticeCode.OFFER_CHANGED:
            changed.append(offer)
        else:
            tell_over(work, offer, because)
    return changed


def _end_tasks(work: Work, request: Request) -> None:
    """Ends tasks whose needs ended."""
    for task in store.tasks_for(work.conn, request.id):
        offer = offer_of(work, task)
        statuses = set(request.standing(task.leaves, offer.part))
        if RequestStatus.TAKEN in statuses:
            continue
        cancelled = statuses == {RequestStatus.CANCELLED}
        end(work, request, task, TaskStatus.GIVEN_UP if cancelled else TaskStatus.DONE)
        if cancelled:
            told = said.TaskCancelled(
                receipt=request.receipt,
                leaves=list(task.leaves),
                name=resident_of(work, request, offer),
                mode=offer.mode,
            )
            code = NoticeCode.TASK_CANCELLED
            tell_volunteer(work, offer, task.person_id, code, told, must_hear=True)
        else:
            done = said.TaskDone(receipt=request.receipt, outcome=TaskStatus.DONE)
            tell_volunteer(work, offer, task.person_id, NoticeCode.TASK_DONE, done)
