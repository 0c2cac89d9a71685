"""The wire schemas of groups, their volunteers and their invites."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, AwareDatetime, Field, model_validator

from api.vocabulary import Accommodation, Channel, Datum, Leaf, Mode, Need, Role
from api.wire import Count, Id, Language, Latitude, Line, Longitude, Polygon, Short, Wire


@cache
def _zones() -> frozenset[str]:
    """Every name there is, looked up once: each look goes through a folder of files."""
    return frozenset(available_timezones())


def _known_zone(name: str) -> str:
    if name not in _zones():
        raise ValueError("a name of the IANA time zone database, such as Asia/Shanghai")
    return name


TimeZone = Annotated[str, Field(max_length=64), AfterValidator(_known_zone)]
Minute = Annotated[int, Field(ge=0, le=1440, strict=True)]
Weekday = Annotated[int, Field(ge=0, le=6, strict=True)]
Span = tuple[Weekday, Minute, Minute]
"""Weekday (0 is Monday), from, to in minutes of the day; an earlier end is the next day's."""
Metres = Annotated[int, Field(ge=0, le=1_000_000, strict=True)]
Capacity = Annotated[int, Field(ge=0, le=10_000, strict=True)]
Languages = Annotated[list[Language], Field(min_length=1, max_length=40)]
Able = Annotated[list[Accommodation], Field(max_length=len(Accommodation))]
Talk = Literal["voice", "text"]
BOTH: list[Talk] = ["voice", "text"]
TalksBy = Annotated[list[Talk], Field(min_length=1, max_length=2)]
TakesCallsBy = Annotated[list[Literal["by_phone", "by_text"]], Field(max_length=2)]
Hours = Annotated[list[Span], Field(max_length=100)]
Spans = Annotated[list[tuple[Minute, Minute]], Field(max_length=20)]
How = Literal["in_person", "by_phone", "by_text"]
VolunteerHours = Literal["mornings", "afternoons", "evenings", "nights", "any_time"]


class ExceptionalDay(Wire):
    """A day unlike the week: the spans that begin on it, from and to; none means closed.

    What began on the day before goes on past midnight by the hours of that day.
    """

    on: date
    hours: Spans = Field(default_factory=list)


def _once_each(days: list[ExceptionalDay]) -> list[ExceptionalDay]:
    if len({day.on for day in days}) < len(days):
        raise ValueError("each day once: give all its spans together")
    return days


ExceptionalDays = Annotated[
    list[ExceptionalDay], Field(max_length=366), AfterValidator(_once_each)
]


class Service(Wire):
    """Something a group does, and how."""

    leaf: Leaf
    mode: Mode


Services = Annotated[list[Service], Field(max_length=len(Leaf) * len(Mode))]


class GroupIn(Wire):
    """A group. With an `area` it helps in person there, without one within `radius_m`.

    `datum` is that of the map both were read from.
    """

    name: Annotated[Short, Field(min_length=1)]
    latitude: Latitude
    longitude: Longitude
    datum: Datum = Datum.WGS84
    radius_m: Metres = 0
    area: Polygon | None = None
    services: Services
    languages: Languages
    able: Able = Field(default_factory=list)
    talks_by: TalksBy = BOTH
    hours: Hours = Field(default_factory=list)
    exceptions: ExceptionalDays = Field(default_factory=list)
    time_zone: TimeZone = "UTC"
    capacity: Capacity
    leader_id: Id | None = None
    phone_only: bool = False


class GroupRow(GroupIn):
    """A group of a file. `ref` is what the file calls it, by which it is known the next time."""

    ref: Annotated[Short, Field(min_length=1)] | None = None


class GroupsIn(Wire):
    """Groups of a file; `dry_run` only counts what would be done."""

    groups: Annotated[list[GroupRow], Field(min_length=1, max_length=500)]
    dry_run: bool = False


class GroupsTaken(Wire):
    """How many groups of a file are new, changed, and as they were."""

    new: Count
    changed: Count
    unchanged: Count


class GroupChange(Wire):
    """What changes; what is not named stays."""

    name: Annotated[Short, Field(min_length=1)] | None = None
    radius_m: Metres | None = None
    area: Polygon | None = None
    services: Services | None = None
    languages: Languages | None = None
    able: Able | None = None
    talks_by: TalksBy | None = None
    hours: Hours | None = None
    exceptions: ExceptionalDays | None = None
    capacity: Capacity | None = None
    leader_id: Id | None = None
    phone_only: bool | None = None
    paused_until: AwareDatetime | None = None
    closed: bool | None = None


class GroupOut(Wire):
    """A group as coordinators see it; coordinates are WGS-84."""

    id: Id
    ref: str | None
    name: str
    latitude: float
    longitude: float
    radius_m: int
    area: Polygon | None
    services: list[Service]
    languages: list[str]
    able: list[Accommodation]
    talks_by: list[str]
    hours: list[Span]
    exceptions: list[ExceptionalDay]
    time_zone: str
    capacity: int
    load: int
    paused_until: datetime | None
    leader_id: Id | None
    phone_only: bool
    closed_at: datetime | None


class GroupList(Wire):
    """Every group that is not closed."""

    items: list[GroupOut]


class VolunteerOut(Wire):
    """A volunteer without a name: who it is, `GET /v1/people/{id}` tells, and keeps an audit."""

    id: Id
    group_id: Id
    person_id: Id
    services: list[Need]
    how: list[How]
    languages: list[str]
    able: list[Accommodation]
    hours: list[VolunteerHours]
    takes_calls: TakesCallsBy
    paused_until: datetime | None
    joined_at: datetime


class VolunteerList(Wire):
    """The volunteers of a group who have not left."""

    items: list[VolunteerOut]


class Joining(Wire):
    """What an invited person says of themselves.

    Who takes calls and nothing else names no services and no way to help.
    """

    name: Short
    services: Annotated[list[Need], Field(max_length=len(Need))] = Field(default_factory=list)
    how: Annotated[list[How], Field(max_length=3)] = Field(default_factory=list)
    languages: Languages
    able: Able = Field(default_factory=list)
    hours: Annotated[list[VolunteerHours], Field(min_length=1, max_length=5)]
    takes_calls: TakesCallsBy = Field(default_factory=list)

    @model_validator(mode="after")
    def _does_something(self) -> Joining:
        if not (self.services and self.how) and not self.takes_calls:
            raise ValueError("services and how, or takes_calls")
        return self


class InviteIn(Wire):
    """How often an invite may be used, how long it is good, and whether it makes a caller."""

    role: Literal[Role.VOLUNTEER, Role.CALLER] = Role.VOLUNTEER
    uses: Annotated[int, Field(ge=1, le=1000, strict=True)] = 1
    days: Annotated[int, Field(ge=1, le=365, strict=True)] = 14


class InviteOut(Wire):
    """An invite, shown this once; `link` is what a deep link carries."""

    code: str
    link: str
    uses: int
    expires_at: datetime


class ChatIn(Wire):
    """A group chat in which somebody gave an invite's code."""

    channel: Channel
    address: Annotated[Line, Field(min_length=1)]
    code: Short


class ChatOut(Wire):
    """The group the chat belongs to now; none if the code was not good."""

    group: str | None
