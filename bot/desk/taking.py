"""Which call next: the list, the next one that waits, taking a call, and giving it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fastapi import Response

import locales
from api.vocabulary import CallBy, CallReason, CallStatus
from bot.desk.visit import Visit
from bot.service import CallOut, Problem

FIRST = {CallBy.VOICE: "who", CallBy.RELAY: "relay", CallBy.INTERPRETER: "who"}
"""How a call begins; in writing there is nobody who picks up."""


async def show(visit: Visit) -> Response:
    """Every open call: one's own first, then what waits, what is for later, what others have.

    What every caller tried in vain stands by itself: it is the coordinators'.
    """
    items = (await visit.client.calls()).items
    yours = [call for call in items if call.mine and is_held(visit, call)]
    unheld = [call for call in items if not is_held(visit, call)]
    free = [call for call in unheld if not call.handed_on]
    return visit.frame.page(
        "calls",
        said=visit.said,
        yours=yours,
        free=[call for call in free if is_ripe(visit, call)],
        later=[call for call in free if not is_ripe(visit, call)],
        handed_on=[call for call in unheld if call.handed_on],
        others=[call for call in items if is_held(visit, call) and not call.mine],
    )


async def take_next(visit: Visit) -> Response:
    """The most urgent call that waits and that nobody else takes first; one's own before all."""
    items = (await visit.client.calls()).items
    mine = next((call for call in items if call.mine and is_held(visit, call)), None)
    if mine is not None:
        return visit.go(page_of(mine.id), "yours_already")
    for call in _in_turn(visit, items):
        try:
            await visit.client.claim(call.id)
        except Problem as problem:
            if problem.status != 409:  # noqa: PLR2004 - somebody was faster: the one after it
                raise
        else:
            return _begins(visit, call)
    return visit.go("/desk/calls", "nothing_waits")


async def take(visit: Visit) -> Response:
    """Hold the call, or hold it longer; who comes second is told so kindly."""
    detail = await visit.client.call_of(visit.path["call_id"])
    kept = detail.call.mine and is_held(visit, detail.call)
    try:
        await visit.client.claim(detail.call.id)
    except Problem as problem:
        if problem.code != "call_taken":
            raise
        return visit.go(page_of(detail.call.id), "call_taken")
    return visit.go(page_of(detail.call.id), "kept") if kept else _begins(visit, detail.call)


async def give_back(visit: Visit) -> Response:
    """Somebody else may take it."""
    await visit.client.release(visit.path["call_id"])
    return visit.go("/desk/calls", "given_back")


def is_held(visit: Visit, call: CallOut) -> bool:
    """Whether somebody holds the call now."""
    until = call.claimed_until
    return call.status is CallStatus.CLAIMED and until is not None and until > visit.now


def is_ripe(visit: Visit, call: CallOut) -> bool:
    """Whether it is time: who was not reached is tried again later, not at once."""
    return not call.tries or call.due_at <= visit.now


def page_of(call_id: str) -> str:
    """The address of a call's page."""
    return f"/desk/calls/{call_id}"


def _in_turn(visit: Visit, items: Iterable[CallOut]) -> Iterator[CallOut]:
    """In the order of the queue; danger first, broken promises, then the caller's own language.

    What is the coordinators' is theirs to take next, after all others, and nobody else's.
    """
    waiting = [
        call
        for call in items
        if not is_held(visit, call)
        and is_ripe(visit, call)
        and (visit.frame.coordinator or not call.handed_on)
    ]
    own = locales.language_of(visit.frame.words.catalog.language)

    def foreign(call: CallOut) -> bool:
        return bool(call.language) and locales.language_of(call.language) != own

    yield from sorted(
        waiting,
        key=lambda call: (call.handed_on, not call.urgent, not call.overdue, foreign(call)),
    )


def first_page(call: CallOut) -> str:
    """The address of the page that a call begins with."""
    leader = call.reason is CallReason.PHONE_ONLY
    step = "" if leader else FIRST.get(call.by, "")
    return f"{page_of(call.id)}/opening/{step}" if step else page_of(call.id)


def _begins(visit: Visit, call: CallOut) -> Response:
    return visit.go(first_page(call), "taken")
