"""A relay of two as those who are in it are told it, each step only once it is so."""

from __future__ import annotations

from dataclasses import replace

from api.dispatch import rules, store
from api.dispatch.rules import Scene, Share
from api.dispatch.service.closing import withdraw_restricted
from api.dispatch.service.ending import end
from api.dispatch.service.telling import Work, name_of, tell_resident, tell_volunteer
from api.dispatch.store import Offer, Task
from api.notices import schemas as said
from api.requests import service as requests
from api.requests.rules import WAITING
from api.requests.service import Request
from api.vocabulary import (
    Leaf,
    NoticeCode,
    OfferStatus,
    Part,
    RelayStep,
    RequestStatus,
    TaskStatus,
)

OTHER = {Part.BRING: Part.CARRY, Part.CARRY: Part.BRING}
FOUND = {Part.BRING: RelayStep.BRINGS, Part.CARRY: RelayStep.CARRIES}


def plan(work: Work, request: Request, scene: Scene) -> tuple[list[Share], frozenset[Leaf]]:
    """The next wave, with the parts of relays, new and begun ones; and what nobody is asked for.

    A relay that begins splits its needs.
    """
    size, now = work.settings.wave_size, work.now
    alone = frozenset(request.part(Part.WHOLE, *WAITING))
    shares, unmet = rules.plan(_of(scene, alone), now, size) if alone else ([], frozenset())
    shares, unmet, parts = rules.relayed(scene, shares, unmet, now, size)
    for share in parts:
        if share.part is Part.BRING:
            requests.split(work.conn, request.id, share.leaves, now)
    for part in (Part.BRING, Part.CARRY):
        for leaf in request.part(part, *WAITING):
            busy = [one for share in parts for one in share.candidates]
            found = rules.asked(rules.without(scene, busy), frozenset({leaf}), part, now, size)
            parts += [Share(frozenset({leaf}), found, part)] if found else []
            unmet |= frozenset() if found else {leaf}
    return [*shares, *parts], unmet


def _of(scene: Scene, leaves: frozenset[Leaf]) -> Scene:
    return replace(scene, wanted=replace(scene.wanted, leaves=leaves))


def partner(work: Work, offer: Offer) -> tuple[Offer, Task] | None:
    """The other half of a relay, if somebody took it: their offer and their task."""
    for one in store.offers_of(work.conn, offer.request_id):
        same = set(one.leaves) & set(offer.leaves)
        if one.part is not OTHER.get(offer.part) or not same:
            continue
        task = store.task_of(work.conn, one.id)
        lasts = task is not None and task.status is not TaskStatus.GIVEN_UP
        if one.status is OfferStatus.ACCEPTED and task is not None and lasts:
            return one, task
    return None


def tell_found(work: Work, request: Request, offer: Offer, task: Task) -> None:
    """Somebody took one part: the resident hears what is found and what is not; the two meet."""
    other = partner(work, offer)
    _tell_resident(work, request, FOUND[offer.part], task, other)
    if other is not None:
        _introduce(work, request, (offer, task), other)
        _introduce(work, request, other, (offer, task))


def _introduce(
    work: Work, request: Request, to: tuple[Offer, Task], other: tuple[Offer, Task]
) -> None:
    """Who brings or carries it besides them, and the word that is said at the gate."""
    word = to[1].word if to[0].part is Part.BRING else other[1].word
    tell_partner(work, request, to, FOUND[other[0].part], other[1], word=word)


def tell_partner(
    work: Work,
    request: Request,
    to: tuple[Offer, Task],
    step: RelayStep,
    of: Task,
    *,
    word: str = "",
) -> None:
    """One half of a relay hears of the other."""
    told = said.RelayPartner(
        receipt=request.receipt,
        leaves=list(to[1].leaves),
        news=step,
        name=name_of(work, of.person_id),
        word=word,
    )
    code = NoticeCode.RELAY_PARTNER
    tell_volunteer(work, to[0], to[1].person_id, code, told, must_hear=True)


def tell_left(work: Work, request: Request, offer: Offer, task: Task) -> None:
    """One half gave it back: the other knows that somebody else is asked for it."""
    other = partner(work, offer)
    if other is not None and other[1].status is TaskStatus.UNDER_WAY:
        tell_partner(work, request, other, RelayStep.LEFT, task)


def brought(work: Work, request: Request, offer: Offer, task: Task) -> None:
    """It is at the gate: who carries it and the resident hear so."""
    other = partner(work, offer)
    _tell_resident(work, request, RelayStep.AT_GATE, task, other)
    if other is not None:
        tell_partner(work, request, other, RelayStep.AT_GATE, task, word=task.word)


def carried(work: Work, request: Request, offer: Offer) -> None:
    """It is at the door, so it was brought too: whoever brought it is done."""
    other = partner(work, offer)
    if other is not None and other[1].status is TaskStatus.UNDER_WAY:
        end(work, request, other[1], TaskStatus.DONE)
        done = said.TaskDone(receipt=request.receipt, outcome=TaskStatus.DONE)
        tell_volunteer(work, other[0], other[1].person_id, NoticeCode.TASK_DONE, done)


def rejoined(work: Work, request: Request) -> Request:
    """The request where nothing restricts it any more: a relay nobody took is one whole again."""
    waiting = set(request.part(Part.BRING, *WAITING)) & set(request.part(Part.CARRY, *WAITING))
    if not waiting:
        return request
    for offer in store.offers_of(work.conn, request.id):
        asked = offer.status is OfferStatus.SENT and offer.part is not Part.WHOLE
        if asked and waiting & set(offer.leaves):
            withdraw_restricted(work, offer)
    requests.rejoin(work.conn, request.id, waiting)
    again = {"wave": 0, "next_at": work.now}
    requests.move_needs(work.conn, request.id, RequestStatus.OPEN, before=WAITING, leaves=waiting)
    requests.update(work.conn, request.id, again)
    return requests.get(work.conn, request.id)


def _tell_resident(
    work: Work,
    request: Request,
    step: RelayStep,
    task: Task,
    other: tuple[Offer, Task] | None,
) -> None:
    """The word is that of who comes to the door; nothing is said of who is not found yet."""
    carrier = task if step is RelayStep.CARRIES else other[1] if other else None
    told = said.Relayed(
        receipt=request.receipt,
        leaves=list(task.leaves),
        news=step,
        name=name_of(work, task.person_id),
        other=name_of(work, other[1].person_id) if other else "",
        both="yes" if other else "",
        word=carrier.word if carrier else "",
    )
    tell_resident(work, request, NoticeCode.REQUEST_RELAYED, told)
