"""What waits, part by part, with the groups that could do it: read in small units of work."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from api.auth.access import Context
from api.backlog import rules
from api.backlog.rules import Want
from api.dispatch.service import Hands
from api.matching import service as matching
from api.matching.rules import Chosen, Wanted, cover
from api.matching.service import Seen
from api.places.rules import Point, cell
from api.requests.rules import level
from api.requests.service import Request, Waiting
from api.settings import Settings
from api.vocabulary import Mode, RequestStatus

T = TypeVar("T")

AT_ONCE = 20
"""So many requests are read in one unit of work, which so lasts some tens of milliseconds."""


@dataclass(frozen=True, slots=True)
class Part:
    """A request or a share of it, and groups that could do it, the best first.

    `chosen` are those where somebody can be asked. `looked`: all that were found able, so that
    others are found next; `all_seen`: there are no others.
    """

    request: Request
    wanted: Wanted
    level: int
    rarity: int
    chosen: Sequence[Chosen] = ()
    looked: frozenset[str] = frozenset()
    all_seen: bool = False

    @property
    def want(self) -> Want:
        """What the search knows of it."""
        costs = {
            one.group_id: rules.cost(one.distance_m, one.load, afar=one.mode is Mode.REMOTE)
            for one in self.chosen
        }
        return Want(rules.weight(self.level, self.rarity), costs)

    @property
    def middle(self) -> Point | None:
        """Of the cell it is in; a distance from the door itself would give the door away."""
        return cell(self.wanted.point) if self.wanted.point else None


class Best:
    """The best groups for what is wanted, looked for once for all who want the same."""

    def __init__(self, seen: Seen, most: int) -> None:
        self._seen, self.most = seen, most
        self._found: dict[object, Sequence[Chosen]] = {}

    def __call__(self, wanted: Wanted) -> Sequence[Chosen]:
        """As many as are wanted, in their order."""
        theirs = (wanted.refused, wanted.blocked, wanted.helped)
        there = (wanted.point, *(one.id for one in wanted.restrictions))
        like = (wanted.leaves, wanted.accommodations, wanted.language, theirs, there)
        if like not in self._found:
            self._found[like] = self._seen.best(wanted, self.most)
        return self._found[like]


async def read(
    context: Context, hands: Hands, waiting: Sequence[Waiting], most: int
) -> list[Part]:
    """The parts of these requests, in their order, with at most so many groups each."""
    parts: list[Part] = []
    for some in _some(waiting):
        parts += await context.read(_parts(some, hands, most, context.now, context.settings))
    return parts


async def widened(
    context: Context, hands: Hands, parts: Sequence[Part], full: Collection[str], most: int
) -> list[Part]:
    """The same parts with more groups, none of these that have no room left."""
    found: list[Part] = []
    for some in _some(parts):
        found += await context.read(_wider(some, hands, frozenset(full), most, context.now))
    return found


def _some(ones: Sequence[T]) -> Iterator[Sequence[T]]:
    return (ones[start : start + AT_ONCE] for start in range(0, len(ones), AT_ONCE))


def _parts(
    waiting: Sequence[Waiting], hands: Hands, most: int, now: datetime, settings: Settings
) -> Callable[[Connection], list[Part]]:
    def unit(conn: Connection) -> list[Part]:
        best = Best(matching.seen_by(conn, now=now), most)
        rarity = {one.id: one.rarity for one in waiting}
        turn = {one.id: position for position, one in enumerate(waiting)}
        found = matching.wants_of(conn, rarity, now=now)
        parts = []
        for request, wanted in sorted(found, key=lambda one: turn[one[0].id]):
            stands = level(request.urgency, now - request.queued_at, settings.usual_wait)
            whole = Part(request, wanted, stands, rarity[request.id])
            parts += [_with(conn, hands, part, best) for part in _shares(whole, best)]
        return parts

    return unit


def _shares(whole: Part, best: Best) -> Iterable[Part]:
    """The whole of what nobody is asked for; in shares, if no group does all of it."""
    wanted = whole.wanted
    leaves = frozenset(whole.request.leaves(RequestStatus.OPEN))
    shares, unmet = cover(leaves, lambda some: best(replace(wanted, leaves=some)))
    for some in [*(share for share, _ in shares), *([unmet] if unmet else [])]:
        yield replace(whole, wanted=replace(wanted, leaves=some))


def _wider(
    parts: Sequence[Part], hands: Hands, full: frozenset[str], most: int, now: datetime
) -> Callable[[Connection], list[Part]]:
    def unit(conn: Connection) -> list[Part]:
        best = Best(matching.seen_by(conn, now=now), most)
        return [_with(conn, hands, part, best, full) for part in parts]

    return unit


def _with(
    conn: Connection, hands: Hands, part: Part, best: Best, full: frozenset[str] = frozenset()
) -> Part:
    """A part with the next best groups, of those where somebody can be asked for it."""
    but = part.wanted.blocked | part.looked | full
    found = best(replace(part.wanted, blocked=but))
    return replace(
        part,
        chosen=(*part.chosen, *hands.takers(conn, part.request, part.wanted, found)),
        looked=part.looked | {one.group_id for one in found},
        all_seen=len(found) < best.most,
    )
