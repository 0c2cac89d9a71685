"""What volunteers are shown and told, and until when: no name, no door, no diagnosis."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from api.places.rules.answers import NOT_OF_A_PLACE
from api.vocabulary import (
    CARRIED_LEAVES,
    LEAVES,
    OFFER_ACCOMMODATIONS,
    SENSITIVE_LEAVES,
    Accommodation,
    Leaf,
    Need,
    Part,
    Urgency,
)

PEOPLE = {"one": 1, "two": 2, "three": 3, "four": 4, "five_or_more": 5}
PATIENCE = {Urgency.NOW: timedelta(minutes=1)}
OTHERS_PATIENCE = timedelta(minutes=10)
SHOWN_METRES = 100
"""Distances are shown to this, from the middle of a cell: no three offers give away a door."""
FOOD = frozenset(LEAVES[Need.FOOD])
ABOUT: Mapping[str, frozenset[Leaf]] = {
    "people": FOOD,
    "food_detail": FOOD,
    "medicine_where": frozenset({Leaf.MEDICINE}),
    "detail": frozenset(
        {
            *LEAVES[Need.HOME],
            *LEAVES[Need.TALK],
            *LEAVES[Need.MONEY_OR_GOODS],
            Leaf.DOCTOR_VISIT,
            Leaf.MEDICAL_SUPPLIES,
        }
    ),
    "other_detail": frozenset({Leaf.OTHER}),
    "added": frozenset(),
}
"""The answers that may say what to bring, and the needs each is asked about.

Never the door, nor how much medicine is left."""
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def shown_leaves(leaves: Collection[Leaf], *, in_group: bool) -> list[Leaf]:
    """What an offer says of the needs; in a group chat all of health or talk is an errand."""
    shown = {Leaf.ERRAND if in_group and leaf in SENSITIVE_LEAVES else leaf for leaf in leaves}
    return [leaf for leaf in Leaf if leaf in shown]


def shown_accommodations(
    accommodations: Collection[Accommodation], *, gate_only: bool
) -> list[Accommodation]:
    """What a volunteer must decide on; at a gate drop also that it ends at the gate."""
    shown = {*accommodations, *((Accommodation.GATE_ONLY,) if gate_only else ())}
    return [one for one in Accommodation if one in shown & OFFER_ACCOMMODATIONS]


def half_of(part: Part) -> Literal["bring", "carry", ""]:
    """Which half of a relay an offer asks for; nothing for the whole."""
    match part:
        case Part.BRING:
            return "bring"
        case Part.CARRY:
            return "carry"
        case Part.WHOLE:
            return ""


def to_bring(
    details: Mapping[str, str], brought: Collection[Leaf], needs: Collection[Leaf]
) -> dict[str, str]:
    """Of what was said, what who brings these of the needs must know; no number to call.

    Words that were asked about several needs only where all of those are brought.
    """
    mine, every = frozenset(brought), frozenset(needs)
    return {
        name: without_numbers(text)
        for name, text in details.items()
        if name in ABOUT and _is_of(ABOUT[name], mine, every)
    }


def _is_of(asked: frozenset[Leaf], mine: frozenset[Leaf], every: frozenset[Leaf]) -> bool:
    if asked and asked <= CARRIED_LEAVES:
        return bool(asked & mine)
    return asked & every <= mine


def without_numbers(words: str) -> str:
    """Words without telephone numbers, mail and links."""
    return NOT_OF_A_PLACE.sub("…", words)


def shown_distance(metres: float) -> int:
    """A distance as an offer shows it, at least 100 m."""
    return max(SHOWN_METRES, round(metres / SHOWN_METRES) * SHOWN_METRES)


def free_letter(used: Collection[str], last: str = "") -> str:
    """The letter by which a volunteer may answer an offer; "" when all are in use.

    The next one after the `last` that they were given: an answer on its way to an offer that
    just ended must not meet the one that follows it.
    """
    start = LETTERS.find(last) + 1 if last else 0
    return next((one for one in LETTERS[start:] + LETTERS[:start] if one not in used), "")


def patience(urgency: Urgency) -> int:
    """Seconds an offer waits while another question is open."""
    return int(PATIENCE.get(urgency, OTHERS_PATIENCE).total_seconds())


def word_of(number: int) -> str:
    """The word said at the door: three digits, one by one, so that it works in any language."""
    return " ".join(f"{number % 1000:03}")


def arrival(
    minutes: int | None, clock: str | None, time_zone: str, now: datetime
) -> datetime | None:
    """When a volunteer says they arrive; a clock time that is past today is tomorrow's."""
    if minutes is not None:
        return now + timedelta(minutes=minutes)
    if clock is None:
        return None
    zone = ZoneInfo(time_zone)
    there = now.astimezone(zone)
    said = time(int(clock[:2]), int(clock[3:]))
    days = 0 if said >= there.time().replace(second=0, microsecond=0) else 1
    return datetime.combine(there.date() + timedelta(days=days), said, zone).astimezone(UTC)


def first_name(name: str) -> str:
    """What a volunteer is called by somebody they help."""
    return name.split(maxsplit=1)[0] if name.strip() else ""
