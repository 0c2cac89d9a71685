"""A call with a leader or volunteer who has only a telephone: yes or no, then how it goes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from fastapi import Response

from api.vocabulary import TaskStatus
from bot.desk.calls import is_mine
from bot.desk.visit import Visit
from bot.service import Problem


async def decide(visit: Visit) -> Response:
    """The leader says yes or no to the offer; after a yes the page shows what to read to them."""
    path, detail = _path(visit), await visit.client.call_of(visit.path["call_id"])
    offer_id, person_id = detail.call.offer_id, detail.call.person_id
    if not is_mine(visit, detail) or offer_id is None:
        raise Problem(409, "call_not_held")
    if visit.one("says") != "yes":
        await visit.client.decline(offer_id, person_id)
        return visit.go(path, "saved", "close")
    answered = await visit.client.accept(offer_id, person_id)
    return visit.go(path, at="offer") if answered.won else visit.go(path, "offer_taken", "close")


async def progress(visit: Visit) -> Response:
    """The leader says how the task goes: they set out, have done it, or hand it back."""
    detail = await visit.client.call_of(visit.path["call_id"])
    if not is_mine(visit, detail):
        raise Problem(409, "call_not_held")
    task = await visit.client.task(detail.call.id)
    said: dict[str, Callable[[str, str], Awaitable[None]]] = {
        "start": visit.client.start,
        "done": partial(visit.client.finish, status=TaskStatus.DONE),
        "partly": partial(visit.client.finish, status=TaskStatus.PARTLY),
        "give_up": visit.client.give_up,
    }
    act = said.get(visit.one("says"))
    if act is None:
        return visit.go(_path(visit), "check_entry")
    await act(task.id, detail.call.person_id)
    return visit.go(_path(visit), "saved", "close")


async def rests(visit: Visit) -> Response:
    """They want to pause, or to stop: what they had, others are asked for."""
    path, call_id = _path(visit), visit.path["call_id"]
    act = {"week": visit.client.pause, "leave": visit.client.leave}.get(visit.one("says"))
    if act is None:
        return visit.go(path, "check_entry")
    try:
        await act(call_id)
    except Problem as problem:
        if problem.code != "not_a_volunteer":
            raise
        return visit.go(path, "not_a_volunteer")
    return visit.go(path, "saved", "close")


def _path(visit: Visit) -> str:
    return f"/desk/calls/{visit.path['call_id']}"
