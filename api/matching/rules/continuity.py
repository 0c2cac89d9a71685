"""Who helped a resident before so that both were content: they are the first to be asked again.

Nobody is bound by it: whoever is asked may say no, and who is kept apart is never asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api.vocabulary import TaskStatus


@dataclass(frozen=True, slots=True)
class Help:
    """A task that ended; `missed`: the resident said that no help came of it, or not all."""

    group_id: str
    person_id: str
    status: TaskStatus
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """The groups and the people of whom the last help was to the content of both sides."""

    groups: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


def content(past: Iterable[Help], apart: frozenset[str] = frozenset()) -> Content:
    """Whose last help (of several, the newest comes last) was done, and not found wanting.

    Not of who gave it back or did a part of it, nor of people who are kept `apart`.
    """
    last = {(one.group_id, one.person_id): one for one in past if one.person_id not in apart}
    glad = [one for one in last.values() if one.status is TaskStatus.DONE and not one.missed]
    return Content(
        groups=frozenset(one.group_id for one in glad),
        people=frozenset(one.person_id for one in glad),
    )
