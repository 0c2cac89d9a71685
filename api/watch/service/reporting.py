"""The report of coverage, kept or looked at now, and that of fairness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from api.errors import NotFound
from api.vocabulary import AlarmKind, Cover, Leaf
from api.watch.rules import fairness as evenness
from api.watch.rules.areas import Area
from api.watch.rules.covering import ACCOMMODATIONS, LEAVES, Line, fits, look, standing
from api.watch.rules.week import PARTS, moments, parts_of
from api.watch.schemas import AskedGroup, CoverageReport, CoverageRow, FairnessReport
from api.watch.service.keeping import Kept, found
from api.watch.service.looking import LATELY, area, areas, asker, languages
from api.watch.store import canaries, coverage, nights, reading
from api.watch.store.coverage import Wanted

ON_DEMAND = 40
"""So many areas are looked at while somebody waits: about half a second."""
MOST_GROUPS = 10_000
SHOWN_GROUPS = 50


@dataclass(frozen=True, slots=True)
class Plan:
    """What is looked at now: areas with what was asked for there, leaves, and how narrowly."""

    areas: Sequence[tuple[Area, dict[Leaf, int]]]
    leaves: Sequence[Leaf]
    wanted: Wanted
    languages: Sequence[str]
    time_zone: str
    now: datetime


def kept(conn: Connection, wanted: Wanted) -> CoverageReport | None:
    """The report of the last night; None when nothing of what is wanted was kept."""
    looked_at = coverage.looked_at(conn)
    names = [row.name for row in nights.areas(conn)]
    if looked_at is None or (wanted.area and wanted.area not in names):
        return None
    lines, many = found(conn, wanted)
    night = nights.last(conn)
    return CoverageReport(
        looked_at=looked_at,
        kept=True,
        areas=len(names),
        gaps=coverage.counts(conn),
        rows=[_row(one) for one in lines],
        further=many - len(lines),
        unanswered=_unanswered(conn),
        names=names,
        languages=night.languages if night else [],
    )


def plan(conn: Connection, wanted: Wanted, *, time_zone: str, now: datetime) -> Plan:
    """What has to be looked at for a report; raises NotFound for an area nobody knows."""
    all_areas, asked = areas(conn, now)
    if wanted.area:
        one = area(conn, wanted.area)
        if one is None:
            raise NotFound
        all_areas = [one]
    leaves = LEAVES if wanted.leaf is None else (wanted.leaf,)
    chosen = [(one, asked.get(one.name, {})) for one in all_areas[:ON_DEMAND]]
    return Plan(chosen, leaves, wanted, languages(conn, now), time_zone, now)


def look_now(conn: Connection, planned: Plan, one: Area, leaves: Sequence[Leaf]) -> list[Line]:
    """Some leaves of an area as they are now; narrowly only where it was asked for."""
    wanted, whole = planned.wanted, bool(planned.wanted.area)
    hours = moments(planned.now, planned.time_zone)
    narrow = [wanted.accommodation] if wanted.accommodation else ACCOMMODATIONS if whole else []
    spoken = [wanted.language] if wanted.language else planned.languages if whole else []
    ask = asker(conn, one.point, hours)
    return list(look(ask, leaves, PARTS, list(narrow), list(spoken)))


def report_of(
    conn: Connection, planned: Plan, lines: Iterable[tuple[Area, Line]]
) -> CoverageReport:
    """The report of what was looked at now."""
    asked = {one.name: counts for one, counts in planned.areas}
    looked = [Kept(one.name, line, asked[one.name].get(line.leaf, 0)) for one, line in lines]
    gaps = Counter(
        one.line.cover for one in looked if not one.line.accommodation and not one.line.language
    )
    fitting = [one for one in looked if _fits(one.line, planned.wanted)]
    fitting.sort(key=lambda one: (standing(one.line, one.asked), one.area))
    shown = fitting[: planned.wanted.limit]
    return CoverageReport(
        looked_at=planned.now,
        kept=False,
        areas=len(planned.areas),
        gaps={cover: gaps[cover] for cover in Cover if gaps[cover]},
        rows=[_row(one) for one in shown],
        further=len(fitting) - len(shown),
        unanswered=_unanswered(conn),
        names=[one.name for one, _ in planned.areas],
        languages=list(planned.languages),
    )


def _fits(line: Line, wanted: Wanted) -> bool:
    parts = parts_of(wanted.parts) or (None,)
    return any(
        fits(line, wanted.accommodation, wanted.language, part, wanted.cover) for part in parts
    )


def _row(one: Kept) -> CoverageRow:
    line, figures = one.line, one.line.figures
    return CoverageRow(
        area=one.area,
        leaf=line.leaf,
        accommodation=line.accommodation,
        language=line.language,
        parts=list(line.parts),
        cover=line.cover,
        able=figures.able,
        in_person=figures.in_person,
        sharing=figures.sharing,
        nearest_m=figures.nearest_m,
        third_m=figures.third_m,
        requests=one.asked,
    )


def _unanswered(conn: Connection) -> list[str]:
    return sorted(row.area for row in canaries.of_kind(conn, AlarmKind.UNANSWERED))


def fairness(conn: Connection, now: datetime) -> FairnessReport:
    """How evenly the groups were asked lately."""
    since = now - LATELY
    rows = [
        AskedGroup(
            group_id=row.id,
            group=row.name,
            offers=row.offers,
            accepted=row.accepted,
            capacity=row.capacity,
            per_place=round(row.offers / row.capacity, 3),
        )
        for row in reading.asked_groups(conn, since, MOST_GROUPS)
        if row.capacity
    ]
    rows.sort(key=lambda one: (-one.per_place, one.group_id))
    values = [one.per_place for one in rows]
    highest = evenness.highest_to_median(values)
    return FairnessReport(
        since=since,
        groups=len(rows),
        gini=round(evenness.gini(values), 3),
        highest_to_median=None if highest is None else round(highest, 2),
        rows=rows[:SHOWN_GROUPS],
        further=max(0, len(rows) - SHOWN_GROUPS),
    )
