"""Where nobody could help: alarms first, then gaps, then what is tried every night."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import TypeVar
from urllib.parse import urlencode

from fastapi import Response

import locales
from api.vocabulary import (
    ABLE_ACCOMMODATIONS,
    LEAVES,
    Accommodation,
    AlarmKind,
    Cover,
    Leaf,
    Urgency,
    WeekPart,
)
from bot.desk.visit import TAG_LIMIT, Visit
from bot.service import Problem, watch
from bot.values import FORMATS

T = TypeVar("T")

PAGE = "/desk/coverage"
ROWS = 300
"""So many rows are asked for; those that differ in the need alone are shown as one."""
ACCOMMODATIONS = tuple(one for one in Accommodation if one in ABLE_ACCOMMODATIONS)
FILTERS: Mapping[str, Collection[str]] = {
    "leaf": frozenset(Leaf),
    "part": frozenset(WeekPart),
    "accommodation": frozenset(ACCOMMODATIONS),
    "cover": frozenset(Cover),
}
NAME = 300
"""The longest name of an area."""
OF_DAY = ("morning", "afternoon", "evening", "night")
KINDS_OF_DAY = {"workdays": "workday", "weekends": "weekend"}


async def show(visit: Visit) -> Response:
    """The page, as it is filtered by its address."""
    return await _page(visit)


async def see_to(visit: Visit) -> Response:
    """Somebody looks after an area."""
    body = watch.Acknowledge(area=visit.one("area", NAME))
    await visit.client.call("POST", "/v1/alarms/acknowledge", body, watch.Acknowledged)
    return visit.go(PAGE, "seen")


async def make(visit: Visit) -> Response:
    """A canary of one's own; what was typed stays when the place is unknown."""
    leaf, urgency = visit.one("leaf", 40), visit.one("urgency", 40)
    language = visit.one("language", TAG_LIMIT)
    known = leaf in set(Leaf) and urgency in set(Urgency)
    if not known or language not in {"", *(one.code for one in locales.languages())}:
        return visit.go(PAGE, "check_entry", "canaries")
    wanted = watch.CanaryIn(
        place=visit.one("place", NAME),
        leaf=Leaf(leaf),
        urgency=Urgency(urgency),
        accommodations=[one for one in Accommodation if one in visit.form.get("needs", ())],
        language=language or None,
    )
    try:
        await visit.client.call("POST", "/v1/canaries", wanted, watch.CanaryOut)
    except Problem as problem:
        if problem.code != "place_unknown":
            raise
        return await _page(visit, refused=True)
    return visit.go(PAGE, "canary", "canaries")


async def end(visit: Visit) -> Response:
    """A canary is tried no more."""
    path = f"/v1/canaries/{visit.path['canary_id']}/end"
    await visit.client.call("POST", path, None, watch.CanaryOut)
    return visit.go(PAGE, "canary_ended", "canaries")


async def _page(visit: Visit, *, refused: bool = False) -> Response:
    chosen = filters_of(visit.query)
    call = visit.client.call
    path = f"/v1/reports/coverage?{urlencode({**chosen, 'limit': str(ROWS)})}"
    report, alarms, canaries = await asyncio.gather(
        call("GET", path, None, watch.CoverageReport),
        call("GET", "/v1/alarms", None, watch.AlarmList),
        call("GET", "/v1/canaries", None, watch.CanaryList),
    )
    typed = {name: visit.one(name) for name in ("place", "leaf", "urgency", "language")}
    return visit.frame.page(
        "cover",
        422 if refused else 200,
        said=visit.said,
        report=report,
        rows=alike(report.rows, _row),
        alarms=alike(alarms.items, _alarm),
        canaries=alike(canaries.items, _canary),
        chosen=chosen,
        refused=refused,
        typed=typed,
        ticked=frozenset(visit.form.get("needs", ())),
        when=when,
        unanswered=AlarmKind.UNANSWERED,
        needs=LEAVES,
        parts_of_week=tuple(WeekPart),
        spoken=lambda code: FORMATS["language"](code, visit.frame.words),
        covers=tuple(Cover),
        urgencies=tuple(Urgency),
        accommodations=ACCOMMODATIONS,
        languages=locales.languages(),
    )


def filters_of(query: Mapping[str, str]) -> dict[str, str]:
    """The filters of an address that mean something; the others are left out."""
    chosen = {name: query[name] for name, codes in FILTERS.items() if query.get(name) in codes}
    area, language = query.get("area", "").strip()[:NAME], query.get("language", "")
    tag = {"language": language} if language.isalpha() and len(language) <= TAG_LIMIT else {}
    return {**({"area": area} if area else {}), **chosen, **tag}


def alike(items: Iterable[T], key: Callable[[T], Hashable]) -> list[list[T]]:
    """What differs in nothing but the need, together and in its order: nobody reads 500 rows."""
    together: dict[Hashable, list[T]] = {}
    for one in items:
        together.setdefault(key(one), []).append(one)
    return list(together.values())


def _alarm(one: watch.AlarmOut) -> Hashable:
    return one.area, one.kind, one.acknowledged_at is not None, tuple(one.losses)


def _row(one: watch.CoverageRow) -> Hashable:
    return one.area, one.cover, tuple(one.parts), one.accommodation, one.language


def _canary(one: watch.CanaryOut) -> Hashable:
    state = one.lost_at is not None, one.matched_at is not None, tuple(one.losses)
    return one.id if one.pinned else (one.area, one.urgency, *state)


def when(parts: Collection[str]) -> list[str]:
    """Parts of the week in the fewest codes: at any time, at weekends, at night."""
    left = set(map(str, parts))
    if len(left) == len(WeekPart):
        return ["any_time"]
    found = []
    for code, kind in KINDS_OF_DAY.items():
        whole = {f"{kind}_{of_day}" for of_day in OF_DAY}
        if whole <= left:
            found.append(code)
            left -= whole
    for of_day in OF_DAY:
        both = {f"{kind}_{of_day}" for kind in KINDS_OF_DAY.values()}
        if both <= left:
            found.append(of_day)
            left -= both
    return found + [part.value for part in WeekPart if part.value in left]
