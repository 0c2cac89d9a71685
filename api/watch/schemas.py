"""The wire schemas of the watch: areas, codes and counts; no figure is about a person."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.vocabulary import (
    Accommodation,
    AlarmKind,
    Cover,
    Leaf,
    Loss,
    Urgency,
    WeekPart,
)
from api.wire import Count, Id, Language, Latitude, Line, Longitude, Short, Wire


class CoverageRow(Wire):
    """How an area is covered for one thing, in the parts of the week in which it is the same.

    `able`: groups able then, counted up to 10; `in_person` of them come, the others help from
    afar; `sharing` of them speak the language, which for "" are all. `nearest_m` and `third_m`:
    metres in a straight line from the middle of the area's cell of about 500 m to the nearest and
    the third nearest of those who come; none where fewer do. `requests`: how many asked for this
    leaf from there in the last 28 days. `cover` is the worst that is true: nobody is able; only
    one group is, so nobody when it pauses; nobody speaks the language; all are beyond 2 km.
    A row without accommodation and language is about everybody. An accommodation or a language
    has a row of its own only where it makes a difference.
    """

    area: Line
    leaf: Leaf
    accommodation: Accommodation | None
    language: str
    parts: list[WeekPart]
    cover: Cover
    able: Count
    in_person: Count
    sharing: Count
    nearest_m: Count | None
    third_m: Count | None
    requests: Count


class CoverageReport(Wire):
    """What is covered where, the worst first.

    `looked_at`: when the oldest of it was looked at. `kept`: it is what the last night found; if
    not, it was looked at just now, and without an area for needs alone. `areas`: how many areas
    it is about. `gaps`: how many rows about everybody there are of each cover, unfiltered.
    `further`: rows that fit and are not shown. `unanswered`: areas where nobody said yes.
    """

    looked_at: datetime
    kept: bool
    areas: Count
    gaps: dict[Cover, Count]
    rows: list[CoverageRow]
    further: Count
    unanswered: list[Line]
    names: list[Line]
    languages: list[str]


class CanaryIn(Wire):
    """A request that nobody made, to be tried every night: where, what, and how soon.

    Where is a `place` of the gazetteer, or a WGS-84 point, of which the cell is kept. With
    `urgency` now help must be found at every hour; today, in some part of a working day; else in
    some part of the week.
    """

    place: Line = ""
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    leaf: Leaf
    accommodations: Annotated[list[Accommodation], Field(max_length=len(Accommodation))] = Field(
        default_factory=list
    )
    language: Language | None = None
    urgency: Urgency = Urgency.TODAY


class CanaryOut(Wire):
    """A canary and whether it matches: since when not, and why, by how many groups."""

    id: Id
    area: Line
    leaf: Leaf
    accommodations: list[Accommodation]
    language: str
    urgency: Urgency
    pinned: bool
    checked_at: datetime | None
    matched_at: datetime | None
    lost_at: datetime | None
    losses: dict[Loss, Count]
    ended_at: datetime | None


class CanaryList(Wire):
    """Canaries, those that do not match first; `further` are not shown."""

    items: list[CanaryOut]
    further: Count


class AlarmOut(Wire):
    """What the watch found and is not over; `heard`: a coordinator was sent the message."""

    id: Id
    kind: AlarmKind
    area: Line
    leaf: Leaf | None
    losses: dict[Loss, Count]
    began_at: datetime
    told_at: datetime | None
    heard: bool
    acknowledged_at: datetime | None


class AlarmList(Wire):
    """Open alarms, those nobody acknowledged first; `further` are not shown."""

    items: list[AlarmOut]
    further: Count
    unseen: Count


class Acknowledge(Wire):
    """Somebody looks after the alarms of an area."""

    area: Annotated[Line, Field(min_length=1)]


class Acknowledged(Wire):
    """How many alarms that were."""

    count: Count


class AskedGroup(Wire):
    """How often a group was asked in the window, per place it has for tasks, and said yes."""

    group_id: Id
    group: Short
    offers: Count
    accepted: Count
    capacity: Count
    per_place: float


class FairnessReport(Wire):
    """How evenly the groups are asked, those asked most first, in the last 28 days.

    `gini` of offers per place: 0 when all groups are asked alike, towards 1 when one is asked
    for all (C. Gini, 1912). `highest_to_median`: the most asked group against the middle one;
    none when half of the groups were not asked. `groups`: how many it is about.
    """

    since: datetime
    groups: Count
    gini: float
    highest_to_median: float | None
    rows: list[AskedGroup]
    further: Count
