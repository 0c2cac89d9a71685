"""A look for help in words, and how it would come out now: pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.service import MatchesOut
from bot.values import Words

SHOWN = 20
"""So many groups of a look are shown; as many are kept of each."""
LITTLE, HALF = 0.4, 0.75
"""Up to these shares of its room a group has little to do, or is half full."""


def load_code(load: float) -> str:
    """How full a group is: nothing to do, little, half full, nearly full."""
    if load <= 0:
        return "none"
    return "little" if load < LITTLE else "half" if load < HALF else "much"


def lacks_in_words(words: Words) -> Callable[[Mapping[str, int]], str]:
    """What is lacking, and how many lack it, the most first."""

    def told(lacking: Mapping[str, int]) -> str:
        say = words.catalog.say
        parts = [
            say("desk-lack", what=say(f"desk-lacks_{one}"), count=count)
            for one, count in lacking.items()
        ]
        return words.joined(parts)

    return told


@dataclass(frozen=True, slots=True)
class Difference:
    """What is otherwise now than it was in a look: groups by name, and how many failed why."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    first: str
    before: Mapping[str, int]

    def __bool__(self) -> bool:
        """Whether anything is."""
        return bool(self.new or self.gone or self.first or self.before)


def difference(then: MatchesOut, now: MatchesOut) -> Difference:
    """What changed between a look that was kept and one of now.

    `first`: who would be first, if that is somebody else; `before`: of each reason that has
    another count now, how many there were.
    """
    old = {one.group_id: one.group for one in then.chosen}
    new = {one.group_id: one.group for one in now.chosen}
    first = next(iter(new), "")
    return Difference(
        new=tuple(name for id_, name in new.items() if id_ not in old),
        gone=tuple(name for id_, name in old.items() if id_ not in new),
        first=new[first] if old and first and first != next(iter(old)) else "",
        before={
            reason.value: then.rejected.get(reason, 0)
            for reason in [
                *now.rejected,
                *(one for one in then.rejected if one not in now.rejected),
            ]
            if then.rejected.get(reason, 0) != now.rejected.get(reason, 0)
        },
    )
