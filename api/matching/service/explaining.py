"""Why these groups, in which order, and what keeps the others: shown, or kept with a wave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from api.groups import service as groups
from api.groups.service import Group
from api.matching import store
from api.matching.rules import (
    Chosen,
    Look,
    Matches,
    Relay,
    Wanted,
    cover,
    lacking,
    match,
    opening,
    record,
    relays,
    together,
)
from api.matching.service.seeing import everybody
from api.matching.service.wanting import wanted_of
from api.places.rules import cell, distance_m
from api.requests.schemas import RequestIn
from api.vocabulary import Leaf


@dataclass(frozen=True, slots=True)
class Share:
    """Some of the leaves, and the groups able to do all of these, best first."""

    leaves: frozenset[Leaf]
    matches: Matches


@dataclass(frozen=True, slots=True)
class Explained:
    """How a request can be served: as one `look`, whole, and in shares if no group does all of it.

    `relays` are what two could do together, beside that. `groups` are those that are shown, by
    their ids.
    """

    look: Look
    whole: Matches
    shares: tuple[Share, ...]
    relays: tuple[Relay, ...]
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
    pairs = tuple(relays(wanted, taken, unmet, able, now))
    halves = (half for pair in pairs for half in (pair.bring, pair.carry))
    alone = (share.matches.chosen for share in shares)
    every: list[Sequence[Chosen]] = [merged.chosen, whole.chosen, *alone, *halves]
    ids = {one.group_id for chosen in every for one in chosen[:k]}
    shown = {one.id: one for one in groups.some(conn, ids)}
    return Explained(look, whole, shares, pairs, shown)


def match_of(
    conn: Connection, asked: str | RequestIn, *, now: datetime, k: int | None = None
) -> Matches:
    """The groups able to do the whole of a request, best first; raises UnknownRequest."""
    return match(wanted_of(conn, asked, now=now), everybody(conn), now, k)


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
