"""The two sides of a match: what is wanted, and who is able."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from api.groups.rules import Exceptions, Hours
from api.places.rules import Point, Ring, Ruler
from api.restrictions.rules import Restriction
from api.vocabulary import Accommodation, Leaf


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for, and the groups it may not or should go to.

    `refused`: groups with nobody left to ask; `blocked`: groups of nobody but people who are
    kept apart from the resident; `helped`: groups that helped the resident before, and `helpers`
    the people who did, to the content of both sides.
    """

    leaves: frozenset[Leaf]
    accommodations: frozenset[Accommodation] = frozenset()
    language: str = ""
    point: Point | None = None
    restrictions: tuple[Restriction, ...] = ()
    refused: frozenset[str] = frozenset()
    blocked: frozenset[str] = frozenset()
    helped: frozenset[str] = frozenset()
    helpers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Able:
    """What a group can do now. Languages are primary subtags; `area` wins over `radius_m`."""

    id: str
    point: Point
    radius_m: int
    in_person: frozenset[Leaf]
    remote: frozenset[Leaf]
    languages: frozenset[str]
    able: frozenset[Accommodation]
    talks_by: frozenset[str]
    capacity: int
    load: int = 0
    area: Sequence[Ring] | None = None
    hours: Hours = ()
    exceptions: Exceptions = ()
    time_zone: str = "UTC"
    paused_until: datetime | None = None
    asked_at: datetime | None = None

    def does(self, leaves: frozenset[Leaf]) -> bool:
        """Whether each of the leaves is a service of the group, in whatever mode."""
        return leaves <= self.in_person or leaves <= self.in_person | self.remote


def primary(language: str) -> str:
    """The primary subtag: people who share it understand each other (BCP 47, section 2.2.1)."""
    return language.partition("-")[0].lower()


def speaks(languages: Collection[str], language: str) -> bool:
    """Whether somebody shares a language; everybody does where it is unknown."""
    return not language or primary(language) in languages


def metres(wanted: Wanted, group: Able, ruler: Ruler | None = None) -> float | None:
    """How far a group is from where help is needed; None if that is not known."""
    if wanted.point is None:
        return None
    return (ruler or Ruler(wanted.point[0])).metres(wanted.point, group.point)
