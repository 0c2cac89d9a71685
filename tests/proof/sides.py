"""Groups, requests and moments of a world of the proof: every rule, and every edge of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from api.matching.rules import Able, Wanted
from api.restrictions.rules import Restriction
from api.vocabulary import Accommodation, Leaf, RestrictionKind
from tests.proof.shapes import Ground

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
LEAVES = (
    Leaf.GROCERIES,
    Leaf.MEDICINE,
    Leaf.HOME_CARE,
    Leaf.TECH_HELP,
    Leaf.CHECK_IN,
    Leaf.COUNSELLING,
    Leaf.MONEY,
)
"""Handed over or done inside, at the door or from afar."""

NEEDS = (
    Accommodation.NO_PHONE_CALLS,
    Accommodation.NO_TEXT,
    Accommodation.SIGN_LANGUAGE,
    Accommodation.EASY_READ,
    Accommodation.WHEELCHAIR,
    Accommodation.WOMAN_ONLY,
    Accommodation.SLOW,
    Accommodation.GATE_ONLY,
)
LANGUAGES = ("en", "zh", "ar", "ko")
SPOKEN = ("en", "en-GB", "EN", "zh-Hans", "ar", "fr", "")
ZONES = (
    "UTC",
    "Asia/Shanghai",
    "Asia/Kathmandu",
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",  # summer time of half an hour
    "Pacific/Kiritimati",
)
CHANGES_OF_CLOCKS = (
    datetime(2026, 3, 8, 7, 0, tzinfo=UTC),  # New York
    datetime(2026, 11, 1, 6, 0, tzinfo=UTC),
    datetime(2026, 3, 29, 1, 0, tzinfo=UTC),  # Berlin
    datetime(2026, 10, 25, 1, 0, tzinfo=UTC),
    datetime(2026, 4, 4, 15, 0, tzinfo=UTC),  # Lord Howe
    datetime(2026, 10, 3, 15, 30, tzinfo=UTC),
)
EDGES = (0, 1, 359, 360, 719, 720, 721, 1200, 1439, 1440)
"""Minutes of the day at which hours begin and end."""

OWN = (
    "point",
    "radius_m",
    "in_person",
    "remote",
    "languages",
    "able",
    "talks_by",
    "area",
    "hours",
    "exceptions",
    "time_zone",
    "capacity",
)
"""What a group says of itself."""

KS = (1, 3, 5, 10, 1000)


class Sides:
    """What a world is made of, drawn by one chance."""

    def __init__(self, chance):
        self._chance = chance
        self.ground = Ground(chance)
        self.now = self.moment()
        self._zones = [self._restriction(number) for number in range(5)]
        self._names = [f"g{number:03}" for number in range(400)]

    def moment(self):
        """Any minute of the year, or one near a change of clocks."""
        chance = self._chance
        if chance.random() < 0.4:
            away = timedelta(seconds=chance.randint(-3 * 3600, 3 * 3600))
            return chance.choice(CHANGES_OF_CLOCKS) + away
        return datetime(2026, 1, 1, tzinfo=UTC) + chance.randrange(525_600) * MINUTE

    def go_on(self):
        """Time passes: a little, or much; clocks of several machines also go back a little."""
        if self._chance.random() < 0.1:
            self.now = self.moment()
        else:
            self.now += self._chance.randint(-2, 90) * MINUTE

    def group(self, name):
        """A group of this name."""
        chance = self._chance
        capacity = chance.choice([1, 1, 2, 3, 7])
        return Able(
            id=name,
            point=self.ground.point(),
            radius_m=int(self.ground.scale * 111_000 * chance.choice([0.1, 0.5, 1.0, 2.0])),
            in_person=self._some(LEAVES, 0.5),
            remote=self._some(LEAVES, 0.3),
            languages=self._some(LANGUAGES, 0.4),
            able=self._some(NEEDS, 0.6),
            talks_by=self._some(("voice", "text"), 0.8),
            capacity=capacity,
            load=chance.choice([0, 0, 0, chance.randint(0, capacity), capacity, capacity + 1]),
            area=self.ground.polygon() if chance.random() < 0.3 else None,
            hours=self._hours(),
            exceptions=self._exceptions(),
            time_zone=chance.choice(ZONES),
            paused_until=self.pause(),
            asked_at=self.asked(),
        )

    def changed(self, group):
        """The same group with one thing of its own another one."""
        other = self.group(group.id)
        picked = self._chance.choice(OWN)
        return replace(group, **{picked: getattr(other, picked)})

    def pause(self):
        """Until when a group pauses, if it does."""
        if self._chance.random() < 0.9:
            return None
        return self.now + self._chance.choice([-1, 0, 1, 60, 10_000]) * MINUTE

    def asked(self):
        """When a group was asked; several at the same moment."""
        if self._chance.random() < 0.5:
            return None
        return datetime(2026, 1, 1, tzinfo=UTC) + self._chance.randrange(5) * DAY

    def wanted(self):
        """A request."""
        chance = self._chance
        if chance.random() < 0.05:
            at = chance.randrange(len(self._zones))
            self._zones[at] = self._restriction(at)
        return Wanted(
            leaves=frozenset(chance.choices(LEAVES, k=chance.choice([1, 1, 1, 2, 3]))),
            accommodations=self._some(NEEDS, chance.choice([0, 0, 0.15, 0.4])),
            language=chance.choice(SPOKEN),
            point=self.ground.point() if chance.random() < 0.95 else None,
            restrictions=tuple(chance.sample(self._zones, chance.choice([0, 0, 0, 1, 1, 2, 3]))),
            refused=self._few(),
            blocked=self._few(),
            helped=self._few(),
        )

    def _restriction(self, number):
        """A rule in an area; one that is changed keeps its id."""
        kind = self._chance.choice(list(RestrictionKind))
        permits = frozenset(f"g{self._chance.randrange(300):03}" for _ in range(8))
        return Restriction(f"r{number}", kind, self.ground.polygon((0.5, 1.0, 2.0)), permits)

    def _some(self, values, share):
        return frozenset(one for one in values if self._chance.random() < share)

    def _few(self):
        if self._chance.random() < 0.6:
            return frozenset()
        return frozenset(self._chance.choices(self._names, k=self._chance.choice([1, 5, 40])))

    def _hours(self):
        chance = self._chance
        if chance.random() < 0.6:
            return ()
        spans = range(chance.randint(1, 6))
        return tuple((chance.randrange(7), self._minute(), self._minute()) for _ in spans)

    def _minute(self):
        """A minute of the day: an edge, or any."""
        chance = self._chance
        return chance.choice(EDGES) if chance.random() < 0.6 else chance.randrange(1440)

    def _exceptions(self):
        """Days unlike the week, around now."""
        chance = self._chance
        if chance.random() < 0.7:
            return ()
        days = {(self.now + ahead * DAY).date() for ahead in chance.sample(range(-2, 3), 2)}
        return tuple(
            (day, tuple((self._minute(), self._minute()) for _ in range(chance.randrange(3))))
            for day in sorted(days)
        )
