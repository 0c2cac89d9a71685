"""The watch over routing: when in the week, how well covered, and why help was lost."""

from __future__ import annotations

from enum import StrEnum


class WeekPart(StrEnum):
    """When in the week, as coverage is told: by the district's own clock."""

    WORKDAY_MORNING = "workday_morning"
    WORKDAY_AFTERNOON = "workday_afternoon"
    WORKDAY_EVENING = "workday_evening"
    WORKDAY_NIGHT = "workday_night"
    WEEKEND_MORNING = "weekend_morning"
    WEEKEND_AFTERNOON = "weekend_afternoon"
    WEEKEND_EVENING = "weekend_evening"
    WEEKEND_NIGHT = "weekend_night"


class Cover(StrEnum):
    """How well an area is covered for something, the worst first; all but the last is a gap."""

    NOBODY = "nobody"
    ONE = "one"
    INTERPRETER = "interpreter"
    FAR = "far"
    COVERED = "covered"


class Loss(StrEnum):
    """Why a group that was able is not: it is gone, pauses, or fails this rule of matching."""

    GONE = "gone"
    PAUSED = "paused"
    LEAF = "leaf"
    MODE = "mode"
    COMMUNICATION = "communication"
    ACCOMMODATION = "accommodation"
    OPEN = "open"
    CAPACITY = "capacity"
    COVERAGE = "coverage"
    RESTRICTION = "restriction"
    REFUSED = "refused"
    BLOCKED = "blocked"


class AlarmKind(StrEnum):
    """What the watch found: an area lost some help, or nobody there ever says yes."""

    LOST = "lost"
    UNANSWERED = "unanswered"
