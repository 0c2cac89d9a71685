"""Groups, and the days on which one is open otherwise than in its week: said by coordinators."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date
from fastapi import Response

from bot.desk.visit import Visit
from bot.service import groups

PAGE = "/desk/groups"
SHOWN = 50
"""So many groups are listed; of more, a part of the name finds the others."""
SPANS = (1, 2)
"""So many times a group may open on such a day, by this form: before and after a pause."""
A_DAY = timedelta(days=1)

Span = tuple[int, int]


async def show(visit: Visit) -> Response:
    """The groups whose names have these words in them; what is typed is in no address."""
    wanted = visit.one("name", 80)
    found = [
        one
        for one in (await visit.client.groups()).items
        if wanted.casefold() in one.name.casefold()
    ]
    found.sort(key=lambda one: (one.name.casefold(), one.id))
    return visit.frame.page("groups", groups=found[:SHOWN], more=len(found) > SHOWN, wanted=wanted)


async def look(visit: Visit) -> Response:
    """One group: its days unlike the week, and a form for one more."""
    return _page(visit, await _group(visit))


async def keep(visit: Visit) -> Response:
    """A day is kept, in place of what was said of it before; what is past is let go."""
    group = await _group(visit)
    on, spans = _day(visit), _spans(visit)
    if on is None or on < _today(visit, group):
        return _page(visit, group, refused="date")
    if spans is None:
        return _page(visit, group, refused="hours")
    return await _kept(visit, group, on, groups.ExceptionalDay(on=on, hours=spans))


async def drop(visit: Visit) -> Response:
    """A day is as in the week again; one that is so already stays so."""
    group, on = await _group(visit), _day(visit)
    return _page(visit, group) if on is None else await _kept(visit, group, on)


async def _group(visit: Visit) -> groups.GroupOut:
    return await visit.client.group(visit.path["group_id"])


async def _kept(
    visit: Visit, group: groups.GroupOut, on: date, new: groups.ExceptionalDay | None = None
) -> Response:
    """Yesterday stays: what began on it may go on past midnight."""
    since = _today(visit, group) - A_DAY
    days = [one for one in group.exceptions if one.on != on and one.on >= since]
    days += [new] if new is not None else []
    days.sort(key=lambda one: one.on)
    await visit.client.change_group(group.id, groups.GroupChange(exceptions=days))
    return visit.go(f"{PAGE}/{group.id}", "saved")


def _today(visit: Visit, group: groups.GroupOut) -> date:
    """Which day it is where the group is."""
    return visit.now.astimezone(ZoneInfo(group.time_zone)).date()


def _day(visit: Visit) -> date | None:
    try:
        return date.fromisoformat(visit.one("on", 10))
    except ValueError:
        return None


def _spans(visit: Visit) -> list[Span] | None:
    """From when until when; none where it is closed, None where that cannot be read."""
    if visit.one("open", 10) != "hours":
        return []
    pairs = [(visit.one(f"from{n}", 5), visit.one(f"to{n}", 5)) for n in SPANS]
    read = [(_minute(start), _minute(end)) for start, end in pairs if start or end]
    spans = [(start, end) for start, end in read if start is not None and end is not None]
    fit = len(spans) == len(read) > 0 and all(start != end for start, end in spans)
    return spans if fit else None


def _minute(clock: str) -> int | None:
    hours, _, minutes = clock.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal()):
        return None
    return int(hours) * 60 + int(minutes) if int(hours) < 24 and int(minutes) < 60 else None  # noqa: PLR2004 - as clocks have


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _page(visit: Visit, group: groups.GroupOut, *, refused: str = "") -> Response:
    since, locale = _today(visit, group) - A_DAY, visit.frame.words.locale
    fields = ("on", "open", *(f"{end}{n}" for n in SPANS for end in ("from", "to")))
    return visit.frame.page(
        "group",
        422 if refused else 200,
        said=visit.said,
        group=group,
        days=[
            {
                "on": one.on.isoformat(),
                "told": format_date(one.on, format="full", locale=locale),
                "spans": [f"{_clock(start)}–{_clock(end)}" for start, end in one.hours],
            }
            for one in sorted(group.exceptions, key=lambda one: one.on)
            if one.on >= since
        ],
        spans=SPANS,
        today=_today(visit, group).isoformat(),
        typed={name: visit.one(name, 10) for name in fields},
        refused=refused,
    )
