"""Matches: what a request wants, who is able, best first, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from api.groups import service as groups
from api.groups.service import Group
from api.matching import store
from api.matching.rules import (
    Able,
    Chosen,
    Look,
    Matches,
    Wanted,
    content,
    cover,
    lacking,
    match,
    opening,
    primary,
    record,
    together,
)
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
    """How a request can be served: as one `look`, whole, and in shares if no group does all of it.

    `groups` are those that are shown, by their ids.
    """

    look: Look
    whole: Matches
    shares: tuple[Share, ...]
    groups: Mapping[str, Group]


def explain(conn: Connection, asked: str | RequestIn, *, now: datetime, k: int = 10) -> Explained:
    """A dry run for a request of this id, or for one that nobody made; changes nothing.

    Of the groups that are able, `k` are shown. Raises UnknownRequest.
    """
    wanted, able = wanted_of(conn, asked, now=now), everybody(conn)

    def found(leaves: frozenset[Leaf]) -> Matches:
        here = replace(wanted, leaves=leaves)
        return replace(match(here, able, now), lacking=lacking(here, able, now))

    taken, unmet = cover(wanted.leaves, lambda leaves: found(leaves).chosen)
    parts = [leaves for leaves, _ in taken]
    openings = (opening(replace(wanted, leaves=frozenset({one})), able, now) for one in unmet)
    merged = together(wanted, parts, lambda part: found(part.leaves).chosen, able, now)
    opens_at = min((moment for moment in openings if moment), default=None)
    look = Look(wanted, merged, shares=parts, unmet=unmet, opens_at=opens_at)
    whole, shares = found(wanted.leaves), tuple(Share(part, found(part)) for part in parts)
    every = (merged, whole, *(share.matches for share in shares))
    ids = {one.group_id for matches in every for one in matches.chosen[:k]}
    return Explained(look, whole, shares, {one.id: one for one in groups.some(conn, ids)})


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


def keep(conn: Connection, request_id: str, wave: int, look: Look, *, now: datetime) -> None:
    """Keeps why these groups were chosen for a wave, and what the others failed."""
    ranked = record.kept_of(look)
    kept = {one.id: one for one in groups.some(conn, [one.group_id for _, one in ranked])}
    values = {
        "chosen": [
            as_json(rank, one, kept[one.group_id], look.wanted, asked=one.group_id in look.asked)
            for rank, one in ranked
        ],
        "rejected": record.counts(look.matches.rejected),
        "asked": record.asked_of(look),
        "lacking": record.counts(look.matches.lacking),
    }
    store.add(conn, request_id, wave, values, now)


def as_json(
    rank: int, chosen: Chosen, group: Group, wanted: Wanted, *, asked: bool = False
) -> dict[str, object]:
    """A group and its reasons as a document, its distance from the middle of the cell.

    Three exact distances would give away a door.
    """
    if wanted.point is not None:
        metres = distance_m((group.latitude, group.longitude), cell(wanted.point))
        chosen = replace(chosen, distance_m=metres)
    return record.chosen_of(rank, chosen, group.name, asked=asked)
