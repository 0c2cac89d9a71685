"""The scene of a request: what decides who is asked next, read only as far as it is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from api.dispatch import store
from api.dispatch.rules import Askable, Past, Reach, Scene, as_urgent, room
from api.dispatch.service.reaching import can_be_rung, rung_or_written_to
from api.dispatch.service.telling import Work
from api.groups import service as groups
from api.groups.service import Group, Volunteer
from api.matching import service as matching
from api.matching.rules import Wanted, primary
from api.requests.service import Request
from api.vocabulary import Accommodation


def scene_of(work: Work, request: Request) -> Scene:
    """All that decides who is asked next for the needs that nobody took yet."""
    return scene_for(work, request, matching.wanted_of(work.conn, request.id, now=work.now))


def scene_for(work: Work, request: Request, wanted: Wanted) -> Scene:
    """The scene of a request of which it is known what it wants."""
    apart = groups.blocked_with(work.conn, request.resident_id)
    return Scene(
        wanted=wanted,
        urgency=request.urgency,
        wave=request.wave,
        groups=Reached(work, request),
        settings=work.settings,
        past=_past(work, request.id),
        apart=apart | {request.resident_id, request.asked_by or request.resident_id},
    )


class Reached:
    """The open groups as matching sees them, and how each is reached: the port of a `Scene`."""

    def __init__(self, work: Work, request: Request) -> None:
        self._work, self._request = work, request
        self._groups = matching.seen_by(work.conn, now=work.now)
        self.best = self._groups.best
        self.doing = self._groups.doing
        self._reach: dict[str, Reach] = {}

    def reach(self, group_ids: Sequence[str]) -> Mapping[str, Reach]:
        """How each of these groups is asked; read once, however many shares ask for it."""
        new = [one for one in group_ids if one not in self._reach]
        if new:
            more, urgencies = self._request.id, as_urgent(self._request.urgency)
            asks = store.asks(self._work.conn, new, more, urgencies)
            self._reach |= reach_of(self._work, groups.some(self._work.conn, new), asks)
        return self._reach


def reach_of(work: Work, able: Sequence[Group], asks: Mapping[str, int]) -> dict[str, Reach]:
    """How each of these groups is asked; `asks`: for how many requests it is."""
    ids = [group.id for group in able]
    chats = groups.chats_of(work.conn, ids)
    members: defaultdict[str, list[Volunteer]] = defaultdict(list)
    for one in groups.volunteers_of(work.conn, ids, reachable=True):
        members[one.group_id].append(one)
    everybody = {one.person_id for theirs in members.values() for one in theirs}
    busy, how = store.busy(work.conn, everybody), rung_or_written_to(work.conn, everybody)
    return {
        group.id: Reach(
            volunteers=[
                _askable(one, group, busy, by_phone=how[one.person_id])
                for one in members[group.id]
                if one.person_id in how
            ],
            chat_id=chats.get(group.id),
            leader_id=_rung(work, group),
            phone_only=group.phone_only,
            room=room(group.capacity, group.load, asks.get(group.id, 0), work.settings),
        )
        for group in able
    }


def _rung(work: Work, group: Group) -> str | None:
    """Who is rung for a group that has only a phone; nobody where a call reaches nobody."""
    leader = group.leader_id if group.phone_only else None
    return leader if leader and can_be_rung(work.conn, leader) else None


def _askable(
    one: Volunteer, group: Group, busy: dict[str, tuple[int, int]], *, by_phone: bool
) -> Askable:
    """Whoever is rung has nothing to write with, whatever they said."""
    tasks, offers = busy.get(one.person_id, (0, 0))
    return Askable(
        person_id=one.person_id,
        group_id=one.group_id,
        needs=frozenset(one.services),
        how=frozenset(one.how) - ({"by_text"} if by_phone else set()),
        languages=frozenset(map(primary, one.languages)),
        able=frozenset(map(Accommodation, one.able)),
        hours=tuple(one.hours),
        time_zone=group.time_zone,
        paused_until=one.paused_until,
        asked_at=one.asked_at,
        tasks=tasks,
        offers=offers,
        by_phone=by_phone,
    )


def _past(work: Work, request_id: str) -> dict[str, list[Past]]:
    found: defaultdict[str, list[Past]] = defaultdict(list)
    for one in store.past_of(work.conn, request_id):
        past = Past(one.status, one.wave, answered=one.answered_at is not None)
        for who in {one.person_id, one.address_id, one.accepted_by} - {None}:
            found[str(who)].append(past)
    return found
