"""The practice district as a plan: 318 groups drawn from one fixed seed, no two runs unlike.

The counts of services and of ways to help are those of the study, see `api.demo.study`; who
does what besides, where, with how many people, is drawn and is nobody's finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from api.demo.names import PEOPLE, group_name
from api.demo.study import BOTH, GIVE, GROUPS, OFFLINE_ONLY, ONLINE_ONLY, apportioned, scaled
from api.groups.schemas import Service, Span
from api.places.schemas import PlaceIn
from api.vocabulary import (
    ABLE_ACCOMMODATIONS,
    LEAVES,
    SERVICE_TYPE,
    Accommodation,
    Leaf,
    Mode,
    Need,
    ServiceType,
)

SEED = 20240806
"""Any number would do; a changed one makes another district."""

MODES = {
    (Mode.REMOTE,): ONLINE_ONLY,
    (Mode.IN_PERSON, Mode.REMOTE): BOTH,
    (Mode.IN_PERSON,): OFFLINE_ONLY,
}
LANGUAGES = (["zh-Hans"], ["zh-Hans", "en"], ["en", "zh-Hans"], ["en"])
LEAVES_OF = {
    type_: [leaf for need in LEAVES for leaf in LEAVES[need] if SERVICE_TYPE[need] is type_]
    for type_ in ServiceType
}
VOLUNTEERS = (3, 6)
CAPACITY = (3, 12)
RADIUS_M = (1500, 4000)
ABLE = 0.6
"""How likely a group can give an accommodation that not everybody can."""

BY_DAY = 0.1
"""How many groups help by day only; the others always, so that practising works at night."""

DAY: list[Span] = [(weekday, 7 * 60, 22 * 60) for weekday in range(7)]
JITTER = 0.003
"""Degrees: a group is at most some 300 m from its place."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One group, not yet kept. `volunteers` are names; a group without any has only a phone."""

    number: int
    name: str
    latitude: float
    longitude: float
    radius_m: int
    services: list[Service]
    languages: list[str]
    able: list[Accommodation]
    hours: list[Span]
    capacity: int
    leader: str
    volunteers: tuple[str, ...]

    @property
    def phone_only(self) -> bool:
        """Whether nobody of the group is reached by any written word."""
        return not self.volunteers

    @property
    def modes(self) -> set[Mode]:
        """In which ways the group helps."""
        return {service.mode for service in self.services}

    @property
    def needs(self) -> list[Need]:
        """For which needs the group does something."""
        leaves = {service.leaf for service in self.services}
        return [need for need in LEAVES if leaves & set(LEAVES[need])]


def district(places: Sequence[PlaceIn]) -> list[Plan]:
    """Every group of the district, around the places of its gazetteer; always the same."""
    chance = Random(SEED)  # noqa: S311 - the same on every machine, and no secret
    modes = _modes(chance)
    types = _types(chance)
    return [
        _plan(chance, number, places[number % len(places)], modes[number], types[number])
        for number in range(GROUPS)
    ]


def _modes(chance: Random) -> list[tuple[Mode, ...]]:
    """The ways each group helps."""
    given = [modes for modes, count in apportioned(MODES).items() for _ in range(count)]
    chance.shuffle(given)
    return given


def _types(chance: Random) -> list[set[ServiceType]]:
    """The types of service each group gives: basic or specialised at least, so never none."""
    order = list(range(GROUPS))
    chance.shuffle(order)
    count = {type_: scaled(studied) for type_, studied in GIVE.items()}
    basic, others = order[: count[ServiceType.BASIC]], order[count[ServiceType.BASIC] :]
    both = chance.sample(basic, count[ServiceType.SPECIALISED] - len(others))
    drawn = {
        ServiceType.BASIC: {*basic},
        ServiceType.SPECIALISED: {*others, *both},
        ServiceType.FOOD: {*chance.sample(order, count[ServiceType.FOOD])},
        ServiceType.DONATION: {*chance.sample(order, count[ServiceType.DONATION])},
    }
    return [{type_ for type_ in drawn if number in drawn[type_]} for number in range(GROUPS)]


def _plan(
    chance: Random, number: int, place: PlaceIn, modes: tuple[Mode, ...], types: set[ServiceType]
) -> Plan:
    languages = chance.choice(LANGUAGES)
    names = PEOPLE[languages[0]]
    members = 0 if modes == (Mode.IN_PERSON,) else chance.randint(*VOLUNTEERS)
    return Plan(
        number=number,
        name=group_name(languages[0], place.name, chance.randrange(8), number + 1),
        latitude=round(place.latitude + chance.uniform(-JITTER, JITTER), 5),
        longitude=round(place.longitude + chance.uniform(-JITTER, JITTER), 5),
        radius_m=chance.randint(*RADIUS_M),
        services=_services(chance, modes, types),
        languages=list(languages),
        able=[one for one in Accommodation if _is_able(chance, one)],
        hours=DAY if chance.random() < BY_DAY else [],
        capacity=chance.randint(*CAPACITY),
        leader=chance.choice(names),
        volunteers=tuple(chance.sample(names, members)),
    )


def _is_able(chance: Random, one: Accommodation) -> bool:
    return one in ABLE_ACCOMMODATIONS and chance.random() < ABLE


def _services(chance: Random, modes: tuple[Mode, ...], types: set[ServiceType]) -> list[Service]:
    """Some leaves of each type, in every way the group helps.

    The rules never match what nobody can give from afar; a group may still say that it arranges
    it, as groups of the study did that met online only.
    """
    return [
        Service(leaf=leaf, mode=mode)
        for type_ in ServiceType
        if type_ in types
        for leaf in _leaves(chance, type_)
        for mode in modes
    ]


def _leaves(chance: Random, type_: ServiceType) -> list[Leaf]:
    """At least one of a type's leaves, and most of them in most groups."""
    possible = LEAVES_OF[type_]
    return chance.sample(possible, chance.randint((len(possible) + 1) // 2, len(possible)))
