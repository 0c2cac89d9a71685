"""What coordinators are told of the watch over routing: areas and needs, and nobody's name."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.vocabulary import Leaf, Loss
from api.wire import Count, Short, Wire

LINES = 5
"""A message on a telephone is read to its end: more stands on the desk."""
NAMES = 3
"""So many areas are named in a line, the others are counted."""

Areas = Annotated[list[Short], Field(min_length=1, max_length=NAMES)]


class Because(Wire):
    """Why groups that were able are not; how many, 0 where several areas were added up."""

    code: Loss
    count: Count = 0


class Lost(Wire):
    """Areas that lost the same: a few by name, how many more, which leaves, and why."""

    areas: Areas
    more: Count = 0
    leaves: Annotated[list[Leaf], Field(max_length=len(Leaf))]
    because: Annotated[list[Because], Field(max_length=len(Loss))] = Field(default_factory=list)


class CoverageLost(Wire):
    """Areas where somebody could help, and now nobody can; `count` of them in all."""

    count: Count
    lost: Annotated[list[Lost], Field(min_length=1, max_length=LINES)]
    further: Count


class CoverageBack(Wire):
    """Areas where help is found again."""

    count: Count
    lost: Annotated[list[Lost], Field(min_length=1, max_length=LINES)]
    further: Count


class OffersUnanswered(Wire):
    """Areas whose offers nobody accepted for so many days; `more` are not named."""

    areas: Areas
    more: Count
    days: Count
