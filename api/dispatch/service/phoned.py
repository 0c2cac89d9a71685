"""What a caller reads to a volunteer who can only be phoned: the offer, and then the task."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.actor import Actor
from api.calls import service as calls
from api.dispatch import rules, store
from api.dispatch.schemas import OfferOnPhone, TaskTold
from api.dispatch.service.answering import UnknownOffer, fact
from api.dispatch.service.ending import offer_of
from api.dispatch.service.taking import details_of
from api.dispatch.service.tasks import UnknownTask
from api.dispatch.service.telling import Work
from api.requests import service as requests
from api.settings import Settings
from api.vocabulary import Mode, RequestStatus, TaskStatus


def offered_by_phone(
    conn: Connection, call_id: str, actor: Actor, *, now: datetime
) -> OfferOnPhone:
    """The offer that a call is about, as every volunteer reads it: nothing says who it is for.

    When they cannot accept it any more, why.

    Only for who holds the call. Raises NotFound, CallNotHeld, and UnknownOffer for no offer.
    """
    call = calls.get(conn, call_id)
    if not calls.is_held_by(call, actor, now):
        raise calls.CallNotHeld
    offer = store.offer(conn, call.offer_id) if call.offer_id else None
    if offer is None:
        raise UnknownOffer
    request, task = requests.get(conn, offer.request_id), store.task_of(conn, offer.id)
    needs = request.standing(offer.leaves, offer.part)
    if task is not None and task.person_id == call.person_id:
        over = rules.task_over(task.status, needs, checked=task.checked_at is not None)
        more = {"over": over, "receipt": request.receipt}
    else:
        said_it = offer.answered_at is not None
        more = {"over": rules.over_on_phone(offer.status, needs, answered=said_it)}
    return OfferOnPhone.model_validate({**fact(conn, offer).model_dump(), **more})


def told_by_phone(
    conn: Connection, call_id: str, actor: Actor, *, settings: Settings, now: datetime
) -> TaskTold:
    """The task that whoever is on the phone has of the offer the call is about.

    Only for who holds the call, and the audit keeps that they read it. Raises NotFound,
    CallNotHeld, and UnknownTask while there is none: before they accept, nobody is told.
    """
    call = calls.get(conn, call_id)
    if not calls.is_held_by(call, actor, now):
        raise calls.CallNotHeld
    task = store.task_of(conn, call.offer_id) if call.offer_id else None
    if task is None or task.person_id != call.person_id or task.status is not TaskStatus.UNDER_WAY:
        raise UnknownTask
    work, request = Work(conn, settings, now), requests.get(conn, task.request_id)
    offer = offer_of(work, task)
    if set(request.standing(task.leaves, offer.part)) == {RequestStatus.CANCELLED}:
        raise UnknownTask  # before the worker ends it: who and where is nobody's business now
    told = details_of(work, request, offer, task)
    audit.record(conn, actor, "reveal", "requests", request.id, now=now)
    return TaskTold(
        id=task.id,
        receipt=told.receipt,
        leaves=told.leaves,
        remote=offer.mode is Mode.REMOTE,
        word=told.word,
        name=told.name,
        address=told.address,
        phone=told.phone,
        details=told.details,
        accommodations=told.accommodations,
        started=task.started_at is not None,
    )
