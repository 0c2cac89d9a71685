"""A waiting request put to one group that somebody chose for it, if that still holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from api.dispatch import rules, store
from api.dispatch.rules import Groups, Reach, Share
from api.dispatch.service.closing import settle
from api.dispatch.service.offering import send
from api.dispatch.service.scene import scene_of
from api.dispatch.service.telling import Work
from api.groups import service as groups
from api.groups.service import Group
from api.matching import service as matching
from api.matching.rules import Able, Chosen, Wanted, able
from api.requests import service as requests
from api.requests.service import Request
from api.settings import Settings
from api.vocabulary import Leaf, PlanOutcome, Reason, RequestStatus


class Only:
    """Of all groups only one, as the next wave asks for them."""

    def __init__(self, groups: Groups, group_id: str) -> None:
        self._groups = groups
        self._group_id = group_id

    def best(self, wanted: Wanted, k: int | None = None) -> Sequence[Chosen]:
        """The group, if it is able to do what is wanted and `k` is not zero."""
        found = self._groups.best(wanted)
        return [one for one in found if one.group_id == self._group_id][:k]

    def doing(self, leaves: frozenset[Leaf]) -> tuple[Sequence[Able], int]:
        """As of all groups: why the others were not asked is theirs to count."""
        return self._groups.doing(leaves)

    def reach(self, group_ids: Sequence[str]) -> Mapping[str, Reach]:
        """How each of these groups is asked, however much it is asked for: somebody chose it."""
        found = self._groups.reach(group_ids)
        return {one: replace(found[one], room=1) for one in group_ids if one in found}


def put_to(
    conn: Connection,
    request_id: str,
    group_id: str,
    leaves: frozenset[Leaf],
    *,
    settings: Settings,
    now: datetime,
) -> PlanOutcome:
    """Asks the people of a group for needs that nobody is asked for; what came of it."""
    work, request = Work(conn, settings, now), requests.lock(conn, request_id)
    if request is None or request.closed_at is not None:
        return PlanOutcome.CLOSED
    if not leaves <= set(request.leaves(RequestStatus.OPEN)):
        return PlanOutcome.TAKEN
    group = groups.find(conn, group_id)
    refused = _refused(work, request, group, leaves)
    return refused or _ask(work, request, group_id, leaves)


def _refused(
    work: Work, request: Request, group: Group | None, leaves: frozenset[Leaf]
) -> PlanOutcome | None:
    """Why a group that was able is not any more; None if it is."""
    if group is None or group.closed_at is not None:
        return PlanOutcome.UNABLE
    wanted = matching.wanted_of(work.conn, request.id, now=work.now)
    reason = able(replace(wanted, leaves=leaves), matching.able_of(group), work.now)
    if reason is None:
        return None
    return PlanOutcome.FULL if reason is Reason.CAPACITY else PlanOutcome.UNABLE


def _ask(work: Work, request: Request, group_id: str, leaves: frozenset[Leaf]) -> PlanOutcome:
    """The next wave, of this group alone."""
    wave = request.wave + 1
    scene = scene_of(work, replace(request, wave=wave))
    only = replace(scene, groups=Only(scene.groups, group_id))
    found = rules.candidates(only, leaves, work.now, work.settings.wave_size)
    if not found:
        return PlanOutcome.NOBODY
    share = Share(leaves, found)
    later = work.now + work.settings.wave_after[request.urgency]
    requests.update(work.conn, request.id, {"wave": wave, "next_at": later})
    look = rules.why(scene, [share], frozenset(), work.now)
    matching.keep(work.conn, request.id, wave, look, now=work.now)
    send(work, requests.get(work.conn, request.id), [share])
    settle(work, request.id)
    store.asked_for(work.conn, request.id)
    return PlanOutcome.OFFERED
