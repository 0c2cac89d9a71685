"""Canaries are tried: does a request that nobody made find somebody? Nothing is sent by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.errors import NotFound
from api.groups import service as groups
from api.matching import service as matching
from api.matching.rules import Wanted, able
from api.requests.schemas import Place, RequestIn
from api.settings import Settings
from api.vocabulary import Accommodation, AlarmKind, Leaf, Loss, Reason, Urgency, WeekPart
from api.watch.rules.canaries import HOURS, explained, holds
from api.watch.rules.week import moments
from api.watch.service.looking import wanted_at
from api.watch.store import canaries as store

KNOWN = 5
"""So many able groups are remembered, to say why they fail when they do."""
ORDER = {reason: at for at, reason in enumerate(Reason)}


def check(
    conn: Connection,
    canary: sa.Row[Any],
    *,
    settings: Settings,
    now: datetime,
    looked_from: datetime,
) -> bool:
    """Try a canary and keep what came of it; whether it matches.

    One that matched before or is pinned raises an alarm; one that matches again ends it.
    """
    hours = moments(looked_from, settings.time_zone)
    tried = {part: hours[part] for part in HOURS[canary.urgency]}
    wanted = _wanted(conn, canary, tried)
    found: list[str] = []
    failed: dict[WeekPart, datetime] = {}

    def matches(part: WeekPart) -> bool:
        chosen = matching.best(conn, wanted[part], now=tried[part], k=KNOWN)
        found.extend(one.group_id for one in chosen if one.group_id not in found)
        if not chosen:
            failed[part] = tried[part]
        return bool(chosen)

    if holds(canary.urgency, matches):
        kept: dict[str, Any] = {"group_ids": found[:KNOWN], "losses": {}, "lost_at": None}
        store.change(conn, canary.id, {**kept, "matched_at": now, "checked_at": now})
        end_alarm(conn, canary.id, now=now)
        return True
    losses = {loss.value: count for loss, count in _losses(conn, canary, wanted, failed).items()}
    lost = {"losses": losses, "lost_at": canary.lost_at or now, "checked_at": now}
    store.change(conn, canary.id, lost)
    if canary.checked_at is not None and (canary.pinned or canary.matched_at is not None):
        _raise(conn, canary, losses, now)
    return False


def _wanted(
    conn: Connection, canary: sa.Row[Any], tried: Mapping[WeekPart, datetime]
) -> dict[WeekPart, Wanted]:
    """What the canary wants at each of its hours."""
    accommodations = frozenset(map(Accommodation, canary.accommodations))
    return {
        part: replace(
            one,
            leaves=frozenset({canary.leaf}),
            accommodations=accommodations,
            language=canary.language,
        )
        for part, one in wanted_at(conn, (canary.latitude, canary.longitude), tried).items()
    }


def _raise(
    conn: Connection, canary: sa.Row[Any], losses: Mapping[str, int], now: datetime
) -> None:
    open_one = store.alarm_of(conn, canary.id)
    if open_one is not None:
        store.change_alarm(conn, [open_one.id], {"losses": dict(losses)})
        return
    values = {"area": canary.area, "leaf": canary.leaf, "canary_id": canary.id}
    store.raise_alarm(conn, {"kind": AlarmKind.LOST, "losses": dict(losses), **values}, now)


def end_alarm(conn: Connection, canary_id: str, *, now: datetime, quietly: bool = False) -> None:
    """The alarm of a canary is over; `quietly`: nobody needs to be told that it is."""
    alarm = store.alarm_of(conn, canary_id)
    if alarm is not None:
        told = {"told_back_at": now} if quietly else {}
        store.change_alarm(conn, [alarm.id], {"ended_at": now, **told})


def _losses(
    conn: Connection,
    canary: sa.Row[Any],
    wanted: Mapping[WeekPart, Wanted],
    failed: Mapping[WeekPart, datetime],
) -> dict[Loss, int]:
    """Why the groups fail that were able; where none is known, why all the others do."""
    why = Counter(_loss(conn, group_id, wanted, failed) for group_id in canary.group_ids)
    known = {loss: why[loss] for loss in Loss if loss in why}
    return known or explained(_rejected(conn, canary, failed))


def _loss(
    conn: Connection,
    group_id: str,
    wanted: Mapping[WeekPart, Wanted],
    failed: Mapping[WeekPart, datetime],
) -> Loss:
    """Why a group fails at the hour at which it gets furthest."""
    try:
        group = groups.get(conn, group_id)
    except NotFound:
        return Loss.GONE
    if group.closed_at is not None:
        return Loss.GONE
    if group.paused_until is not None and group.paused_until > max(failed.values()):
        return Loss.PAUSED
    now_able = matching.able_of(group)
    reasons = [able(wanted[part], now_able, at) for part, at in failed.items()]
    found = [reason for reason in reasons if reason is not None]
    return Loss(max(found, key=ORDER.__getitem__).value) if found else Loss.OPEN


def _rejected(
    conn: Connection, canary: sa.Row[Any], failed: Mapping[WeekPart, datetime]
) -> Mapping[Reason, int]:
    made = RequestIn(
        needs=[Leaf(canary.leaf)],
        urgency=Urgency(canary.urgency),
        place=Place(latitude=canary.latitude, longitude=canary.longitude),
        accommodations=list(map(Accommodation, canary.accommodations)),
        language=canary.language or "en",
    )
    return matching.match_of(conn, made, now=min(failed.values()), k=1).rejected
