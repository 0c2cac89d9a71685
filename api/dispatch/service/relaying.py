"""A relay of two as those who are in it are told it, each step only once it is so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from api.dispatch import rules
from api.dispatch.rules import Candidate, Scene, Share
from api.dispatch.service.ending import end
from api.dispatch.service.halves import Half, partners, tell_nobody, tell_partner, waiting
from api.dispatch.service.telling import Work, name_of, tell_resident, tell_volunteer
from api.dispatch.store import Offer, Task
from api.matching.rules import cover
from api.notices import schemas as said
from api.requests import service as requests
from api.requests.rules import WAITING
from api.requests.service import Request
from api.vocabulary import Leaf, NoticeCode, Part, RelayStep, TaskStatus

TO_THE_DOOR = (RelayStep.CARRIES, RelayStep.ALONE)
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
        left = frozenset(request.part(part, *WAITING))
        free = rules.without(scene, [one for share in parts for one in share.candidates])
        found, alone = cover(left, partial(_asked, free, part, now, size)) if left else ([], left)
        parts += [Share(leaves, some, part) for leaves, some in found]
        unmet |= alone
    return [*shares, *parts], unmet


def _asked(
    scene: Scene, part: Part, now: datetime, size: int, leaves: frozenset[Leaf]
) -> list[Candidate]:
    return rules.asked(scene, leaves, part, now, size)


def _of(scene: Scene, leaves: frozenset[Leaf]) -> Scene:
    return replace(scene, wanted=replace(scene.wanted, leaves=leaves))


def tell_found(work: Work, request: Request, offer: Offer, task: Task) -> None:
    """Somebody took one part: the resident hears what is found and what is not; the two meet."""
    others = partners(work, offer)
    tell_step(work, request, FOUND[offer.part], task, others)
    if not others and request.told_looking_at is not None:
        tell_nobody(work, request, (offer, task))
    for other in others:
        _introduce(work, request, (offer, task), other)
        if other[1].status is TaskStatus.UNDER_WAY:
            _introduce(work, request, other, (offer, task))


def _introduce(work: Work, request: Request, to: Half, other: Half) -> None:
    """Who brings or carries it besides them, or that it is there, and the word at the gate."""
    word = to[1].word if to[0].part is Part.BRING else other[1].word
    there = other[1].status is not TaskStatus.UNDER_WAY
    step = RelayStep.AT_GATE if there else FOUND[other[0].part]
    tell_partner(work, request, to, step, other[1], word=word)


def set_out(work: Work, request: Request, half: Half, at: datetime | None) -> None:
    """Who brings it is on the way to the gate, not to the door: who carries it hears when."""
    tell_step(work, request, RelayStep.SETS_OUT, half[1], partners(work, half[0]), at=at)
    for other in waiting(work, half[0]):
        tell_partner(work, request, other, RelayStep.SETS_OUT, half[1], word=half[1].word, at=at)


def brought(work: Work, request: Request, offer: Offer, task: Task) -> None:
    """It is at the gate: who carries it and the resident hear so."""
    tell_step(work, request, RelayStep.AT_GATE, task, partners(work, offer))
    for other in waiting(work, offer):
        tell_partner(work, request, other, RelayStep.AT_GATE, task, word=task.word)


def carried(work: Work, request: Request, offer: Offer) -> None:
    """It is at the door, so it was brought too: whoever brought it is done."""
    for other in waiting(work, offer):
        end(work, request, other[1], TaskStatus.DONE)
        done = said.TaskDone(receipt=request.receipt, outcome=TaskStatus.DONE)
        tell_volunteer(work, other[0], other[1].person_id, NoticeCode.TASK_DONE, done)


def tell_step(
    work: Work,
    request: Request,
    step: RelayStep,
    task: Task,
    others: Sequence[Half] = (),
    *,
    at: datetime | None = None,
) -> None:
    """The resident hears of a step, with the word of who comes to the door, if anybody does yet.

    Nothing is said of who is not found yet.
    """
    other = next(iter(others), None)
    comes = task if step in TO_THE_DOOR else other[1] if other else None
    there = other is not None and other[1].status is not TaskStatus.UNDER_WAY
    told = said.Relayed(
        receipt=request.receipt,
        leaves=list(task.leaves),
        news=step,
        name=name_of(work, task.person_id),
        other=name_of(work, other[1].person_id) if other else "",
        both="there" if there else "yes" if other else "",
        word=comes.word if comes else "",
        at=at,
    )
    tell_resident(work, request, NoticeCode.REQUEST_RELAYED, told)
