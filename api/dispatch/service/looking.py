"""What the worker does when a time has come: look for help, or at what became of it.

Every time is a row, so it outlives a restart; what is due is taken row by row under a lock and
looked at again, so several workers do nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from api.dispatch import rules, store
from api.dispatch.rules import Prospects, Scene
from api.dispatch.service.closing import settle
from api.dispatch.service.ending import NOBODY_HAS_IT, check
from api.dispatch.service.expiring import expiry
from api.dispatch.service.guarding import guarded
from api.dispatch.service.halves import tell_waiting
from api.dispatch.service.heeding import heed
from api.dispatch.service.offering import send
from api.dispatch.service.relaying import plan
from api.dispatch.service.scene import scene_of
from api.dispatch.service.telling import Work, call_resident, tell_over, tell_resident
from api.dispatch.service.tidying import tidy
from api.dispatch.service.waiting import (
    held,
    look_again,
    prospects,
    waits_in_vain,
    wake,
)
from api.dispatch.store import Offer
from api.matching import service as matching
from api.matching.rules import opening
from api.notices import schemas as said
from api.notices import service as notices
from api.requests import service as requests
from api.requests.rules import WAITING
from api.requests.service import Request
from api.settings import Settings
from api.vocabulary import (
    Arrival,
    CallReason,
    Leaf,
    NoticeCode,
    OfferStatus,
    Part,
    RequestStatus,
    TaskStatus,
)

BATCH = 10
A_DAY = timedelta(days=1)
ENDED = (RequestStatus.DONE, RequestStatus.PARTLY)


def due(conn: Connection, now: datetime, settings: Settings) -> bool:
    """Does what is due, at most a few of each kind; whether there was anything."""
    work = Work(conn, settings, now)
    out = store.run_out(conn, now, BATCH)
    for offer_id, request_id in out:
        guarded(work, request_id, expiry(work, offer_id))
    silent = store.due_tasks(conn, now, BATCH)
    for task_id, request_id in silent:
        guarded(work, request_id, _silence(work, task_id))
    freed = wake(work, BATCH)
    waiting = requests.due(conn, now, BATCH, settings)
    for request_id in waiting:
        guarded(work, request_id, lambda request: _look(work, request))
    return bool(out or silent or freed or waiting)


def next_due(conn: Connection, _settings: Settings) -> datetime | None:
    """When something is due next; None when nothing waits."""
    moments = store.next_due(conn)
    earliest = requests.next_due(conn)
    return min([*moments, *([earliest] if earliest else [])], default=None)


def _silence(work: Work, task_id: str) -> Callable[[Request], None]:
    def act(request: Request) -> None:
        task = store.task(work.conn, task_id)
        is_due = task is not None and task.next_at is not None and task.next_at <= work.now
        if task is not None and is_due and task.status is TaskStatus.UNDER_WAY:
            check(work, request, task)

    return act


def _look(work: Work, request: Request) -> None:
    """Makes a due request's offers and tasks fit its needs, then looks for whoever is missing."""
    if request.next_at is None or request.next_at > work.now:
        return  # another worker was faster
    if request.closed_at is None:
        request = heed(work, request)
    changed = tidy(work, request)
    said_no = request.arrival in {Arrival.NO, Arrival.PARTLY} and request.arrival_asked_at is None
    if said_no and request.closed_at is None:
        _not_arrived(work, request)
    request = requests.get(work.conn, request.id)
    if request.closed_at is not None:
        notices.withdraw(work.conn, request.id, now=work.now, codes=[NoticeCode.DID_HELP_ARRIVE])
        requests.update(work.conn, request.id, {"next_at": None})
        store.forget_wait(work.conn, request.id)
    elif request.leaves(*WAITING):
        if not held(work, request):
            _ask(work, request, changed)
    else:
        _rest(work, request)


def _not_arrived(work: Work, request: Request) -> None:
    """Help did not arrive, or not all: a person calls; what was called done is open again.

    A volunteer who is still under way is asked how it goes.
    """
    store.mark_missed(work.conn, request.id, work.now)
    call_resident(work, request, CallReason.NOT_ARRIVED)
    if request.arrival is not Arrival.NO:
        requests.update(work.conn, request.id, {"arrival_asked_at": work.now})
        return
    for task in store.tasks_for(work.conn, request.id):
        if task.checked_at is None:
            check(work, request, task)
    again = work.settings.reopen_when_not_arrived
    if again and requests.move_needs(work.conn, request.id, RequestStatus.OPEN, before=ENDED):
        requests.update(work.conn, request.id, NOBODY_HAS_IT)
    requests.update(work.conn, request.id, {"arrival": None})


def _ask(work: Work, request: Request, changed: Sequence[Offer]) -> None:
    """The next wave; a person takes over when the last one is over or nobody is left to ask.

    Who was asked last still has the time of a wave to answer before that. Who is asked anew,
    because it changed, is told so first.
    """
    wave = request.wave + 1
    scene = scene_of(work, replace(request, wave=wave))
    shares, unmet = plan(work, request, scene)
    asked = {one.person_id for share in shares for one in share.candidates}
    for offer in changed:
        tell_over(work, offer, NoticeCode.OFFER_CHANGED, again=offer.person_id in asked)
    fresh = _fresh(work, request)
    unmet -= fresh.keys()
    if not shares and not unmet:
        requests.update(work.conn, request.id, {"next_at": max(fresh.values())})
        return
    found = prospects(work, scene, unmet) if unmet else None
    waited = work.now - request.queued_at
    line = (
        found is not None
        and request.wave < work.settings.waves
        and rules.in_line(request.urgency, found, waited, work.settings)
    )
    if shares or not line:  # who waits in line was not asked for: the ladder has not begun
        requests.update(work.conn, request.id, {"wave": wave})
    request = requests.get(work.conn, request.id)
    if shares or not waits_in_vain(work, request):
        look = rules.why(scene, shares, unmet, work.now)
        matching.keep(work.conn, request.id, wave, look, now=work.now)
    if sum(one.part is Part.WHOLE for one in shares) > 1 and wave == 1:
        tell_resident(work, request, NoticeCode.REQUEST_SPLIT, requests.about(request))
    send(work, request, shares)
    settle(work, request.id)
    later = _then(work, request, scene, found, asked=bool(shares), line=line)
    requests.update(work.conn, request.id, {"next_at": later})


def _then(
    work: Work,
    request: Request,
    scene: Scene,
    found: Prospects | None,
    *,
    asked: bool,
    line: bool,
) -> datetime:
    """When to look again; `found`: who could do what nobody is asked for, None if all is asked.

    A person takes over, unless nobody was asked and it waits in `line`, or until somebody opens.
    """
    if found is None:
        store.asked_for(work.conn, request.id)
        if request.wave < work.settings.waves:
            return work.now + work.settings.wave_after[request.urgency]
    opens = opening(scene.wanted, scene.groups.doing(scene.wanted.leaves)[0], work.now)
    soon = opens is not None and opens - work.now <= A_DAY and request.urgency in rules.PATIENT
    if asked or not (line or soon):
        _hand_over(work, request)
    again = work.now + work.settings.look_again_after[request.urgency]
    if found is not None:
        again = look_again(work, requests.get(work.conn, request.id), found, hushed=soon)
    return min(again, opens or again)


def _fresh(work: Work, request: Request) -> dict[Leaf, datetime]:
    """Which needs somebody was asked for less than a wave ago, and when the wave is over."""
    lasts = work.settings.wave_after[request.urgency]
    return {
        leaf: offer.sent_at + lasts
        for offer in store.offers_of(work.conn, request.id)
        if offer.status is OfferStatus.SENT and offer.sent_at + lasts > work.now
        for leaf in offer.leaves
    }


def _hand_over(work: Work, request: Request) -> None:
    """A person gets in touch, once for each search; the search goes on, more slowly."""
    if request.told_looking_at is not None:
        return
    requests.update(work.conn, request.id, {"told_looking_at": work.now})
    left = said.AboutRequest(receipt=request.receipt, leaves=request.leaves(*WAITING))
    tell_resident(work, request, NoticeCode.LOOKING_FURTHER, left)
    tell_waiting(work, request)
    known = request.located
    call_resident(work, request, CallReason.LADDER if known else CallReason.UNKNOWN_PLACE)


def _rest(work: Work, request: Request) -> None:
    """Nobody is looked for: a task has its own time; what nobody confirms is closed in time."""
    if request.status not in ENDED:
        requests.update(work.conn, request.id, {"next_at": None})
        return
    asked_at = request.arrival_asked_at or work.now
    closes_at = asked_at + work.settings.confirm_within
    rests: dict[str, Any] = {"arrival_asked_at": asked_at, "next_at": closes_at}
    if closes_at <= work.now:
        rests = {"closed_at": work.now, "closed_reason": "unconfirmed", "next_at": None}
        notices.withdraw(work.conn, request.id, now=work.now, codes=[NoticeCode.DID_HELP_ARRIVE])
    requests.update(work.conn, request.id, rests)
