"""Matches: what a request wants, who is able, best first, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from api.groups import service as groups
from api.groups.service import Group
from api.matching import store
from api.matching.rules import Able, Chosen, Matches, Wanted, content, cover, match, primary
from api.places.rules import Point, cell, distance_m
from api.requests import service as requests
from api.requests.rules import WAITING, point_of
from api.requests.schemas import RequestIn
from api.restrictions import service as restrictions
from api.restrictions.rules import deciding
from api.vocabulary import Accommodation, Leaf, Mode


@dataclass(frozen=True, slots=True)
class Share:
    """Some of the leaves, and the groups able to do all of these, best first."""

    leaves: frozenset[Leaf]
    matches: Matches


@dataclass(frozen=True, slots=True)
class Explained:
    """How a request can be served: in shares if no group does all of it, and what nobody does."""

    leaves: frozenset[Leaf]
    whole: Matches
    shares: tuple[Share, ...]
    unmet: frozenset[Leaf]


def explain(conn: Connection, asked: str | RequestIn, *, now: datetime, k: int = 10) -> Explained:
    """A dry run for a request of this id, or for one that nobody made; changes nothing.

    Raises UnknownRequest.
    """
    wanted = wanted_of(conn, asked, now=now)
    able = everybody(conn)
    shares, unmet = cover(
        wanted.leaves,
        lambda leaves: match(replace(wanted, leaves=leaves), able, now, k).chosen,
    )
    made = (Share(part, match(replace(wanted, leaves=part), able, now, k)) for part, _ in shares)
    whole = match(wanted, able, now, k)
    return Explained(wanted.leaves, whole, tuple(made), unmet)


def match_of(
    conn: Connection, asked: str | RequestIn, *, now: datetime, k: int | None = None
) -> Matches:
    """The groups able to do the whole of a request, best first; raises UnknownRequest."""
    return match(wanted_of(conn, asked, now=now), everybody(conn), now, k)


def best(
    conn: Connection, wanted: Wanted, *, now: datetime, k: int | None = None
) -> Sequence[Chosen]:
    """The best `k` groups able to do what is wanted, or all of them, in their order."""
    return match(wanted, everybody(conn), now, k).chosen


class Seen:
    """The open groups as one unit of work sees them, read when they are first asked for."""

    def __init__(self, conn: Connection, now: datetime) -> None:
        self._conn = conn
        self._now = now
        self._read: list[Able] | None = None

    def best(self, wanted: Wanted, k: int | None = None) -> Sequence[Chosen]:
        """The best `k` groups able to do what is wanted, or all of them, in their order."""
        return match(wanted, self._everybody(), self._now, k).chosen

    def doing(self, leaves: frozenset[Leaf]) -> tuple[list[Able], int]:
        """Those that do any of these leaves, and how many others there are."""
        able = self._everybody()
        found = [one for one in able if leaves & (one.in_person | one.remote)]
        return found, len(able) - len(found)

    def _everybody(self) -> list[Able]:
        if self._read is None:
            self._read = everybody(self._conn)
        return self._read


def seen_by(conn: Connection, *, now: datetime) -> Seen:
    """The open groups as they are now, to be asked several times in one unit of work."""
    return Seen(conn, now)


def wanted_of(conn: Connection, asked: str | RequestIn, *, now: datetime) -> Wanted:
    """What a request wants: of a kept one, the needs nobody took yet, or all if there are none."""
    if isinstance(asked, RequestIn):
        return _wanted(
            conn,
            frozenset(asked.needs),
            frozenset(asked.accommodations),
            asked.language,
            point_of(asked.place),
            now,
        )
    request = requests.get(conn, asked)
    wanted = _wanted(
        conn,
        frozenset(request.leaves(*WAITING) or request.leaves()),
        request.accommodations,
        request.language,
        point_of(requests.place_of(conn, asked)),
        now,
    )
    blocked = groups.blocked_with(conn, request.resident_id)
    glad = content(store.help_of(conn, request.resident_id), blocked)
    return replace(
        wanted,
        blocked=_only(conn, blocked),
        helped=glad.groups,
        helpers=glad.people,
        refused=store.refused(conn, request.id),
    )


def _wanted(
    conn: Connection,
    leaves: frozenset[Leaf],
    accommodations: frozenset[Accommodation],
    language: str,
    point: Point | None,
    now: datetime,
) -> Wanted:
    here = deciding(restrictions.in_force(conn, now), point) if point else ()
    return Wanted(leaves, accommodations, language, point, here)


def _only(conn: Connection, blocked: frozenset[str]) -> frozenset[str]:
    """The groups that consist of nobody but blocked people."""
    theirs = {one.group_id for person in blocked for one in groups.memberships(conn, person)}
    members = groups.volunteers_of(conn, theirs)
    others = {one.group_id for one in members if one.person_id not in blocked}
    return frozenset(theirs - others)


def everybody(conn: Connection) -> list[Able]:
    """Every open group as it is now."""
    return [able_of(group) for group in groups.open_groups(conn)]


def able_of(group: Group) -> Able:
    """What a group can do, as the rules read it."""
    return Able(
        id=group.id,
        point=(group.latitude, group.longitude),
        radius_m=group.radius_m,
        in_person=_leaves(group.services, Mode.IN_PERSON),
        remote=_leaves(group.services, Mode.REMOTE),
        languages=frozenset(map(primary, group.languages)),
        able=frozenset(map(Accommodation, group.able)),
        talks_by=frozenset(group.talks_by),
        capacity=group.capacity,
        load=group.load,
        area=group.area["coordinates"] if group.area else None,
        hours=group.hours,
        exceptions=groups.exceptions_of(group),
        time_zone=group.time_zone,
        paused_until=group.paused_until,
        asked_at=group.asked_at,
    )


def _leaves(services: Iterable[tuple[Leaf, Mode]], mode: Mode) -> frozenset[Leaf]:
    return frozenset(leaf for leaf, how in services if how is mode)


def keep(conn: Connection, request_id: str, wave: int, matches: Matches, *, now: datetime) -> None:
    """Keeps why these groups were chosen for a wave, and what the others failed.

    Distances are kept from the middle of the cell: three exact ones would give away a door.
    """
    point = point_of(requests.place_of(conn, request_id))
    middle = cell(point) if point else None
    chosen = [as_json(_from(conn, middle, one)) for one in matches.chosen]
    rejected = {reason.value: count for reason, count in matches.rejected.items()}
    store.add(conn, request_id, wave, chosen, rejected, now)


def _from(conn: Connection, middle: Point | None, chosen: Chosen) -> Chosen:
    if middle is None or chosen.distance_m is None:
        return chosen
    group = groups.get(conn, chosen.group_id)
    return replace(chosen, distance_m=distance_m((group.latitude, group.longitude), middle))


def as_json(chosen: Chosen) -> dict[str, object]:
    """A chosen group and its reasons as a document."""
    metres = chosen.distance_m
    return {
        "group_id": chosen.group_id,
        "mode": chosen.mode.value,
        "distance_m": None if metres is None else round(metres),
        "load": round(chosen.load, 4),
        "asked_at": chosen.asked_at.isoformat() if chosen.asked_at else None,
        "helped_before": chosen.helped_before,
        "interpreter_needed": chosen.interpreter_needed,
        "gate_only": chosen.gate_only,
        "inside": chosen.inside,
    }
