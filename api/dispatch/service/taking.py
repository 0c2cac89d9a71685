"""What the one volunteer who has a task is told, and nobody else."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from api.audit import service as audit
from api.auth.actor import Actor
from api.dispatch import rules
from api.dispatch.service.telling import Work, call_volunteer, name_of, tell_volunteer
from api.dispatch.store import Offer, Task
from api.groups import service as groups
from api.matching.rules import primary, speaks
from api.notices import schemas as said
from api.requests import service as requests
from api.requests.schemas import Place
from api.requests.service import Private, Request
from api.vocabulary import Access, Accommodation, Mode, NoticeCode, Part, Role
from api.wire import Wire


def told_details(work: Work, request: Request, offer: Offer, task: Task) -> None:
    """The private details, then the question how it goes.

    Nothing here says that they are on the way: that is theirs to say.
    """
    tell_details(work, request, offer, task)
    asked = said.TaskOpen(leaves=list(task.leaves), task_id=task.id, remote=afar(offer.mode))
    ask_how(work, offer, task, NoticeCode.TASK, asked)


def tell_details(work: Work, request: Request, offer: Offer, task: Task) -> None:
    """All that the volunteer of a task may know; the reveal is in the audit."""
    told = details_of(work, request, offer, task)
    tell_volunteer(work, offer, task.person_id, NoticeCode.OFFER_ACCEPTED, told, about=task.id)
    record_reveal(work, request, task)


def details_of(work: Work, request: Request, offer: Offer, task: Task) -> said.Accepted:
    """All that the volunteer of a task may know. Whoever asks, keeps the audit."""
    if offer.part is Part.BRING:
        return _to_bring(work, request, offer, task)
    private = requests.private(work.conn, request.id)
    accommodations = set(request.accommodations)
    if offer.access is Access.GATE:
        accommodations.add(Accommodation.GATE_ONLY)
    return said.Accepted(
        receipt=request.receipt,
        leaves=list(task.leaves),
        name=private.their_name or private.name,
        address=door(private.place, offer.mode) or request.area,
        word=task.word,
        mode=offer.mode,
        access=offer.access,
        phone=_phone(private, request),
        details=_details(private, request),
        accommodations=[one for one in Accommodation if one in accommodations],
        interpreter=_unshared(work, request, task),
    )


def _to_bring(work: Work, request: Request, offer: Offer, task: Task) -> said.Accepted:
    """What to bring and near where; who it is for and their door only who carries it may know."""
    private = requests.private(work.conn, request.id)
    return said.Accepted(
        receipt=request.receipt,
        leaves=list(task.leaves),
        address=request.area,
        word=task.word,
        mode=offer.mode,
        access=offer.access,
        details=rules.to_bring(_details(private, request), task.leaves, request.leaves()),
    )


def found_of(work: Work, request: Request, offer: Offer, task: Task) -> said.Found:
    """What the resident is told of who helps; of which group, where it does only a part."""
    group = groups.get(work.conn, task.group_id)
    return said.Found(
        receipt=request.receipt,
        leaves=list(task.leaves),
        name=name_of(work, task.person_id),
        word=task.word,
        mode=offer.mode,
        access=offer.access,
        group=group.name if set(task.leaves) < request.needs.keys() else "",
        other_language="yes" if _unshared(work, request, task) else "",
    )


def _unshared(work: Work, request: Request, task: Task) -> str:
    """The resident's language where whoever helps does not share it; else nothing.

    A leader who is no volunteer speaks what their group says it speaks.
    """
    mine = groups.memberships(work.conn, task.person_id)
    theirs = [one.languages for one in mine if one.group_id == task.group_id]
    known = theirs or [groups.get(work.conn, task.group_id).languages]
    shared = speaks({primary(one) for one in known[0]}, request.language)
    return "" if shared else request.language


def record_reveal(work: Work, request: Request, task: Task) -> None:
    """Keeps in the audit that a volunteer was told who or where."""
    who = Actor(Role.VOLUNTEER, task.person_id, task.person_id)
    audit.record(work.conn, who, "reveal", "request", request.id, now=work.now)


def check_in(work: Work, request: Request, offer: Offer, task: Task, name: str) -> datetime:
    """Asks a volunteer who fell silent how it goes; from when their silence counts.

    One who can only be called is called: they can say nothing before they are rung.
    """
    silent = said.TaskCheckIn(
        receipt=request.receipt,
        leaves=list(task.leaves),
        name=name,
        task_id=task.id,
        remote=afar(offer.mode),
    )
    if ask_how(work, offer, task, NoticeCode.TASK_CHECK_IN, silent) is not None:
        return work.now
    return max(work.now, call_volunteer(work, offer, task.person_id))


def ask_how(
    work: Work,
    offer: Offer,
    task: Task,
    code: NoticeCode,
    values: Wire,
) -> str | None:
    """Opens the form of a task with a notice that asks how it goes; None where nobody is told."""
    person_id = task.person_id
    return tell_volunteer(work, offer, person_id, code, values, opens="task", about=task.id)


def afar(mode: Mode) -> Literal["yes", ""]:
    """How a task's question is told that nobody needs to go anywhere."""
    return "yes" if mode is Mode.REMOTE else ""


def door(place: Place, mode: Mode) -> str:
    """The resident's own words for the place, or its coordinate; from afar none is needed."""
    if mode is Mode.REMOTE:
        return ""
    if place.text.strip() or place.latitude is None:
        return place.text
    return f"{place.latitude:.5f}, {place.longitude:.5f}"


def _phone(private: Private, request: Request) -> str:
    """The resident's number, if they said that they may be called or written to on it."""
    no_calls = Accommodation.NO_PHONE_CALLS in request.accommodations
    reach = request.asks.get("reach")
    return private.phone if reach == "text" or (reach == "call" and not no_calls) else ""


def _details(private: Private, request: Request) -> dict[str, str]:
    people = {"people": request.people} if request.people else {}
    return {**private.details, **people}
