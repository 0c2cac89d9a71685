"""The people of the groups, as a plan for many requests counts on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from api.dispatch import rules
from api.dispatch.rules import Reach, Scene
from api.dispatch.service.scene import reach_of, scene_for
from api.dispatch.service.telling import Work
from api.groups import service as groups
from api.groups.service import Group
from api.matching.rules import Chosen, Wanted
from api.requests.service import Request
from api.settings import Settings
from api.vocabulary import Urgency


class Hands:
    """Groups and how each is asked, read once however many units of work ask for them.

    `groups`: those that are known by now; `places`: for how many requests each can be asked.
    """

    def __init__(self, settings: Settings, now: datetime) -> None:
        self._settings, self._now = settings, now
        self._reach: dict[str, Reach] = {}
        self._people: set[str] = set()
        self._alike: dict[tuple[int, Urgency], tuple[Sequence[Chosen], list[Chosen]]] = {}
        self.groups: dict[str, Group] = {}
        self.places: dict[str, int] = {}

    def takers(
        self, conn: Connection, request: Request, wanted: Wanted, found: Sequence[Chosen]
    ) -> list[Chosen]:
        """Those of these groups in which somebody has time and may be asked for it.

        Looked for once where the very same groups were found for others who want the same: unless
        somebody was asked for this one before, or is to be kept apart from who asks.
        """
        work = Work(conn, self._settings, self._now)
        self._learn(work, [one.group_id for one in found if one.group_id not in self.groups])
        scene = scene_for(work, request, wanted)
        if scene.past or not scene.apart.isdisjoint(self._people):
            return self._takers(scene, found)
        like = id(found), request.urgency
        if like not in self._alike:
            self._alike[like] = found, self._takers(scene, found)
        return self._alike[like][1]

    def _takers(self, scene: Scene, found: Sequence[Chosen]) -> list[Chosen]:
        return [
            one
            for one in found
            if self.places.get(one.group_id)
            and rules.takers(scene, one, self._reach[one.group_id], self._now)
        ]

    def _learn(self, work: Work, group_ids: Sequence[str]) -> None:
        if not group_ids:
            return
        new = groups.some(work.conn, group_ids)
        reach = reach_of(work, new, {})
        for one in new:
            self.groups[one.id] = one
            free = one.capacity - one.load
            self.places[one.id] = rules.places(free, reach[one.id], self._settings, self._now)
        self._reach |= reach
        self._people |= {one.person_id for of in reach.values() for one in of.volunteers}
