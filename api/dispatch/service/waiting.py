"""Requests that nobody has room for: held back, told so, looked for again, and woken."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from api.calls.rules import OnDuty
from api.dispatch import rules, store
from api.dispatch.rules import Prospects, Scene
from api.dispatch.service.telling import Work, tell_resident
from api.groups import service as groups
from api.intake import service as intake
from api.matching import service as matching
from api.matching.rules import Able, able
from api.notices import schemas as said
from api.requests import service as requests
from api.requests.rules import RARITY_CAP, WAITING, point_of
from api.requests.service import Request
from api.vocabulary import Leaf, NoticeCode, Urgency

LOOKED_AT = 20
"""So many of those that wait are looked at for a group that has room again."""
WOKEN = 10
"""So many of them are woken at most."""


def held(work: Work, request: Request) -> bool:
    """Whether a new request waits for intake to reopen; of another date its resident is told."""
    if request.wave > 0:
        return False
    conn, place = work.conn, requests.place_of(work.conn, request.id)
    at = request.created_at
    pause = intake.holding(conn, request.urgency, point_of(place), at, now=work.now)
    if intake.hold(conn, request.id, pause) and pause is not None:
        told = requests.paused(request, pause.until_at)
        tell_resident(work, request, NoticeCode.INTAKE_PAUSED, told)
    if pause is not None:
        requests.update(conn, request.id, {"next_at": pause.until_at})
    return pause is not None


def prospects(work: Work, scene: Scene, leaves: Collection[Leaf]) -> Prospects:
    """How many could do what nobody is asked for, and whether some of them have no room now."""
    doing, _ = scene.groups.doing(frozenset(leaves))
    found = rules.prospects(scene.wanted, leaves, doing, work.now, RARITY_CAP)
    if found.busy:
        return found
    best = [
        one.group_id
        for leaf in leaves
        for one in scene.groups.best(replace(scene.wanted, leaves=frozenset({leaf})), RARITY_CAP)
    ]
    reach = scene.groups.reach(best)
    return replace(found, busy=any(reach[one].room <= 0 for one in best if one in reach))


def waits_in_vain(work: Work, request: Request) -> bool:
    """Whether nobody could be asked at the last look either."""
    known = store.wait_of(work.conn, request.id)
    return known is not None and known.looks > 0


def look_again(work: Work, request: Request, found: Prospects, *, hushed: bool) -> datetime:
    """Keeps that nobody could be asked, says so when it is time; when to look again.

    `hushed`: somebody opens soon, and until then there is nothing to say.
    """
    known = store.wait_of(work.conn, request.id)
    looks = 1 + (known.looks if known is not None else 0)
    kept: dict[str, Any] = {"looks": looks, "rarity": found.rarity}
    told = known.told_at if known is not None else None
    again = rules.next_look(request.urgency, looks, work.now, work.settings)
    if not hushed and _is_told(work, request, told, found):
        if not OnDuty.of(work.settings).covers(work.now) and looks > 1:
            again = min(again, OnDuty.of(work.settings).promise(work.now, work.now))
        else:
            kept["told_at"] = work.now
            _tell(work, request)
    store.keep_wait(work.conn, request.id, kept)
    return again


def _is_told(work: Work, request: Request, told: datetime | None, found: Prospects) -> bool:
    """At once if it begins to wait in line, then each time the usual wait has passed again."""
    waited = work.now - request.queued_at
    line = rules.in_line(request.urgency, found, waited, work.settings)
    if told is None and request.told_looking_at is None and line:
        return True
    since = request.told_looking_at or request.queued_at
    return rules.says_it_waits(request.urgency, told, since, work.now, work.settings)


def _tell(work: Work, request: Request) -> None:
    """Nobody is called for it where no words reach: who wants a person presses 0."""
    values = {
        "receipt": request.receipt,
        "leaves": request.leaves(*WAITING),
        "since": request.queued_at,
    }
    told = said.StillWaiting.model_validate(values)
    requests.tell(work.conn, request, NoticeCode.STILL_WAITING, told, work.now)


def wake(work: Work, limit: int) -> bool:
    """Lets those be looked for who are next for groups with room again; whether there were any."""
    freed = store.take_freed(work.conn, limit)
    for group_id in freed:
        group = groups.find(work.conn, group_id)
        if group is not None and group.closed_at is None:
            _wake_for(work, matching.able_of(group))
    return bool(freed)


def _wake_for(work: Work, group: Able) -> None:
    """As many as the group may be asked for, in the drain order: never all that wait."""
    if group.load >= group.capacity:
        return
    asks = store.asks(work.conn, [group.id], "", list(Urgency)).get(group.id, 0)
    left = min(WOKEN, max(1, rules.room(group.capacity, group.load, asks, work.settings)))
    waiting = requests.waiting(
        work.conn,
        LOOKED_AT,
        leaves=group.in_person | group.remote,
        in_vain=True,
        settings=work.settings,
        now=work.now,
    )
    for one in waiting:
        if left and _fits(work, one.id, group) and requests.lock(work.conn, one.id, wait=False):
            requests.update(work.conn, one.id, {"next_at": work.now})
            left -= 1


def _fits(work: Work, request_id: str, group: Able) -> bool:
    if store.was_asked(work.conn, request_id, group.id):
        return False
    wanted = matching.wanted_of(work.conn, request_id, now=work.now)
    return any(
        able(replace(wanted, leaves=frozenset({leaf})), group, work.now) is None
        for leaf in wanted.leaves & (group.in_person | group.remote)
    )
