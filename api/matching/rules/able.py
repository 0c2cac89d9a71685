"""The hard rules, in the order of `Reason`; the first one that a group fails is its reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from api.groups.rules import is_open
from api.matching.rules.wanted import Able, Wanted, metres
from api.places.rules import inside
from api.restrictions.rules import admits, at_the_gate
from api.vocabulary import (
    ABLE_ACCOMMODATIONS,
    INDOOR_LEAVES,
    REMOTE_LEAVES,
    TALKING,
    Accommodation,
    Leaf,
    Mode,
    Reason,
)

BY_TALKING = ABLE_ACCOMMODATIONS & set(TALKING)
"""Accommodations that matter also from afar; the others only at the door."""
ORDER = {reason: position for position, reason in enumerate(Reason)}


def able(wanted: Wanted, group: Able, now: datetime) -> Reason | None:
    """The first hard rule that keeps a group from helping; None if it is able."""
    found = judge(wanted, group, now, metres(wanted, group))
    return found if isinstance(found, Reason) else None


def judge(wanted: Wanted, group: Able, now: datetime, distance: float | None) -> Mode | Reason:
    """How a group can help, in person before from afar; or the rule it got furthest to."""
    if not group.does(wanted.leaves):
        return Reason.LEAF
    furthest = Reason.MODE
    for mode in modes(wanted.leaves, group):
        reason = _of_the_group(wanted, group, mode, now)
        if reason is None and mode is Mode.IN_PERSON:
            reason = _of_the_place(wanted, group, distance)
        reason = reason or _of_the_past(wanted, group)
        if reason is None:
            return mode
        if ORDER[reason] > ORDER[furthest]:
            furthest = reason
    return furthest


def modes(leaves: frozenset[Leaf], group: Able) -> Iterator[Mode]:
    """In person: at least one leaf, and what is not, from afar. From afar: all leaves."""
    afar = group.remote & REMOTE_LEAVES
    if leaves & group.in_person and leaves <= group.in_person | afar:
        yield Mode.IN_PERSON
    if leaves <= afar:
        yield Mode.REMOTE


def talks(accommodations: frozenset[Accommodation], by: frozenset[str]) -> bool:
    """Whether they can talk: without phone calls by text, without text by voice."""
    if not accommodations:
        return True
    if Accommodation.NO_PHONE_CALLS in accommodations and "text" not in by:
        return False
    return Accommodation.NO_TEXT not in accommodations or "voice" in by


def required(accommodations: frozenset[Accommodation], mode: Mode) -> frozenset[Accommodation]:
    """The accommodations that who helps must be able to give."""
    return accommodations & (ABLE_ACCOMMODATIONS if mode is Mode.IN_PERSON else BY_TALKING)


def _of_the_group(wanted: Wanted, group: Able, mode: Mode, now: datetime) -> Reason | None:
    if not talks(wanted.accommodations, group.talks_by):
        return Reason.COMMUNICATION
    if not required(wanted.accommodations, mode) <= group.able:
        return Reason.ACCOMMODATION
    if group.paused_until is not None and group.paused_until > now:
        return Reason.OPEN
    if not is_open(group.hours, group.time_zone, now, group.exceptions):
        return Reason.OPEN
    return None if group.load < group.capacity else Reason.CAPACITY


def _of_the_place(wanted: Wanted, group: Able, distance: float | None) -> Reason | None:
    if wanted.point is None or distance is None:
        return Reason.COVERAGE
    reaches = (
        distance <= group.radius_m if group.area is None else inside(wanted.point, group.area)
    )
    if not reaches:
        return Reason.COVERAGE
    return None if is_let_in(wanted, group) else Reason.RESTRICTION


def is_let_in(wanted: Wanted, group: Able) -> bool:
    """By every restriction; only as far as a gate it can do nothing that is done in a home."""
    here = wanted.restrictions
    if not here:
        return True
    if not all(admits(one, group.id, group.point) for one in here):
        return False
    indoors = (wanted.leaves & INDOOR_LEAVES) - (group.remote & REMOTE_LEAVES)
    return not (indoors and at_the_gate(here, group.id, group.point))


def _of_the_past(wanted: Wanted, group: Able) -> Reason | None:
    if group.id in wanted.refused:
        return Reason.REFUSED
    return Reason.BLOCKED if group.id in wanted.blocked else None
