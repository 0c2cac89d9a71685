"""How near who helps may come by the restrictions of now: to the door, to a gate, not at all."""

from __future__ import annotations

from collections.abc import Collection

from api.matching.rules import Able, Wanted, is_let_in
from api.restrictions.rules import access_of, at_the_gate
from api.vocabulary import REMOTE_LEAVES, Access, Leaf, Part


def near(wanted: Wanted, group: Able, part: Part) -> Access:
    """How near somebody of a group may come for these leaves; who only brings stops at the gate.

    Closed also where others may come but not they.
    """
    if part is Part.BRING:
        closed = access_of(wanted.restrictions) is Access.CLOSED
        return Access.CLOSED if closed else Access.GATE
    if not is_let_in(wanted, group):
        return Access.CLOSED
    gate = at_the_gate(wanted.restrictions, group.id, group.point)
    if part is Part.CARRY:
        return Access.CLOSED if gate else Access.DOOR
    return Access.GATE if gate else Access.DOOR


def only_in_person(leaves: Collection[Leaf]) -> list[Leaf]:
    """The leaves for which somebody must come; of all others help from afar goes on."""
    return [leaf for leaf in Leaf if leaf in leaves and leaf not in REMOTE_LEAVES]
