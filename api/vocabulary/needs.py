"""What people need, in which mode and how soon."""

from __future__ import annotations

from enum import StrEnum


class Leaf(StrEnum):
    """What a person needs, as finely as a volunteer must know before accepting."""

    GROCERIES = "groceries"
    MEAL = "meal"
    WATER = "water"
    MEDICINE = "medicine"
    DOCTOR_VISIT = "doctor_visit"
    MEDICAL_SUPPLIES = "medical_supplies"
    PROTECTIVE_SUPPLIES = "protective_supplies"
    HOUSEHOLD_GOODS = "household_goods"
    ERRAND = "errand"
    TRANSPORT = "transport"
    HOME_CARE = "home_care"
    REPAIR = "repair"
    TECH_HELP = "tech_help"
    INFORMATION = "information"
    CHECK_IN = "check_in"
    COUNSELLING = "counselling"
    INTERPRETING = "interpreting"
    MONEY = "money"
    GOODS = "goods"
    OTHER = "other"


class Need(StrEnum):
    """The first choice a resident makes; each has leaves."""

    FOOD = "food"
    HEALTH = "health"
    HOME = "home"
    TALK = "talk"
    MONEY_OR_GOODS = "money_or_goods"
    OTHER = "other"


LEAVES: dict[Need, tuple[Leaf, ...]] = {
    Need.FOOD: (Leaf.GROCERIES, Leaf.MEAL, Leaf.WATER),
    Need.HEALTH: (Leaf.MEDICINE, Leaf.DOCTOR_VISIT, Leaf.MEDICAL_SUPPLIES),
    Need.HOME: (
        Leaf.PROTECTIVE_SUPPLIES,
        Leaf.HOUSEHOLD_GOODS,
        Leaf.ERRAND,
        Leaf.TRANSPORT,
        Leaf.HOME_CARE,
        Leaf.REPAIR,
        Leaf.TECH_HELP,
        Leaf.INFORMATION,
    ),
    Need.TALK: (Leaf.CHECK_IN, Leaf.COUNSELLING, Leaf.INTERPRETING),
    Need.MONEY_OR_GOODS: (Leaf.MONEY, Leaf.GOODS),
    Need.OTHER: (Leaf.OTHER,),
}


class ServiceType(StrEnum):
    """How reports add leaves up: the four service types of the Shanghai study (2024)."""

    FOOD = "food"
    SPECIALISED = "specialised"
    BASIC = "basic"
    DONATION = "donation"


SERVICE_TYPE: dict[Need, ServiceType | None] = {
    Need.FOOD: ServiceType.FOOD,
    Need.HEALTH: ServiceType.SPECIALISED,
    Need.HOME: ServiceType.BASIC,
    Need.TALK: ServiceType.SPECIALISED,
    Need.MONEY_OR_GOODS: ServiceType.DONATION,
    Need.OTHER: None,
}


REMOTE_LEAVES = frozenset({Leaf.INFORMATION, Leaf.TECH_HELP, *LEAVES[Need.TALK], Leaf.MONEY})
"""Leaves a group may also give from afar; all others need somebody at the door."""

INDOOR_LEAVES = frozenset({Leaf.HOME_CARE, Leaf.REPAIR, Leaf.TECH_HELP})
"""Leaves that in person are done inside a home: nobody can hand them over at a gate."""

CARRIED_LEAVES = frozenset(
    {
        *LEAVES[Need.FOOD],
        Leaf.MEDICINE,
        Leaf.MEDICAL_SUPPLIES,
        Leaf.PROTECTIVE_SUPPLIES,
        Leaf.HOUSEHOLD_GOODS,
        Leaf.GOODS,
    }
)
"""Leaves that are things: one may bring them to a gate and another carry them from there.

Not money: who hands on another's money must be known to them, not met at a gate.
"""

SENSITIVE_LEAVES = frozenset({*LEAVES[Need.HEALTH], *LEAVES[Need.TALK]})
"""Leaves that a group chat reads as "an errand": they say something about a person's health."""


class Mode(StrEnum):
    """How a service is given."""

    IN_PERSON = "in_person"
    REMOTE = "remote"


class Urgency(StrEnum):
    """When help is needed; in the order in which requests are served."""

    NOW = "now"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"
