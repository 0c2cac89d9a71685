"""The index answers what brute force answers: ids, order and modes, whatever changes."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.matching.index import Index, bits, hours
from api.matching.rules import Able, Wanted, match
from api.restrictions.rules import Restriction
from api.vocabulary import Accommodation, Leaf, RestrictionKind

LEAVES = [Leaf.GROCERIES, Leaf.REPAIR, Leaf.TECH_HELP, Leaf.CHECK_IN, Leaf.COUNSELLING]
NEEDS = [
    Accommodation.NO_PHONE_CALLS,
    Accommodation.NO_TEXT,
    Accommodation.SIGN_LANGUAGE,
    Accommodation.WHEELCHAIR,
    Accommodation.SLOW,
]
TONGUES = ["en", "zh", "ar", "ko", *(f"x{number}" for number in range(30))]
ZONES = ["UTC", "Asia/Shanghai", "America/New_York", "Europe/London", "Asia/Kathmandu"]
HOURS = [
    (),
    ((2, 540, 1080),),
    tuple((day, 1320, 360) for day in range(7)),
    ((6, 1380, 30), (0, 0, 61)),
    ((2, 720, 720),),
    [[5, 0, 1440], [2, 1440, 1440]],
]
MOMENTS = [
    datetime(2026, 3, 4, 12, 0, tzinfo=UTC),
    datetime(2026, 3, 8, 6, 59, tzinfo=UTC),  # New York puts its clocks forward a minute later
    datetime(2026, 3, 8, 7, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 59, tzinfo=UTC),  # London puts its clocks back a minute later
    datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    datetime(2026, 3, 1, 23, 30, tzinfo=UTC),
    datetime(1931, 7, 1, 3, 3, tzinfo=UTC),  # Kathmandu was 5:41 ahead
]
CENTRES = {
    "a city": (31.2, 121.5, 0.03),
    "a country": (47.0, 8.0, 3.0),
    "the date line": (-17.0, 179.99, 0.05),
    "the far north": (89.99, 10.0, 0.02),
    "the south pole": (-90.0, 0.0, 0.2),
    "the world": (0.0, 0.0, 90.0),
}


class Made:
    """A world of groups and requests around a centre, from a seed."""

    def __init__(self, where, seed):
        self.chance = random.Random(f"{where} {seed}")  # noqa: S311 - the same each time
        self.north, self.east, self.wide = CENTRES[where]
        self.restrictions = [self.restriction(number) for number in range(4)]

    def point(self):
        """Somewhere; some of these are one place."""
        if self.chance.random() < 0.1:
            return self.north, self.east
        up = self.north + self.chance.gauss(0, self.wide)
        across = self.east + self.chance.gauss(0, 2 * self.wide)
        return max(-90.0, min(90.0, up)), (across + 180) % 360 - 180

    def area(self):
        """A square with a hole, wherever it is."""
        (up, across), half = self.point(), self.wide * self.chance.choice([0.2, 1, 3])
        return [_square(up, across, half), _square(up, across, half / 3)]

    def some(self, values, least=0):
        """Some of them."""
        return frozenset(self.chance.sample(values, self.chance.randint(least, len(values))))

    def able(self, name):
        """A group."""
        chance = self.chance
        until = chance.choice([None, None, None, *MOMENTS])
        closed = ((date(2026, 3, 4), ()), (date(2026, 3, 8), ((0, 60), (1380, 120))))
        return Able(
            name,
            self.point(),
            chance.choice([0, 300, 2000, 5000, 100_000]),
            self.some(LEAVES),
            self.some(LEAVES),
            self.some(TONGUES[: chance.choice([2, 4, len(TONGUES)])], 1),
            self.some(NEEDS),
            self.some(["voice", "text"], 1),
            chance.choice([0, 1, 2, 4]),
            load=chance.choice([0, 0, 1, 2, 5]),
            area=self.area() if chance.random() < 0.25 else None,
            hours=chance.choice(HOURS),
            exceptions=closed if chance.random() < 0.15 else (),
            time_zone=chance.choice(ZONES),
            paused_until=until,
            asked_at=chance.choice([None, *MOMENTS]),
        )

    def restriction(self, number):
        """A rule in an area."""
        kind = self.chance.choice(list(RestrictionKind))
        permits = frozenset(self.chance.sample([str(n) for n in range(60)], 5))
        return Restriction(f"r{number}", kind, self.area(), permits)

    def wanted(self):
        """A request."""
        chance, ids = self.chance, [str(number) for number in range(60)]
        return Wanted(
            frozenset(chance.sample(LEAVES, chance.choice([1, 1, 1, 2, 3]))),
            self.some(NEEDS) if chance.random() < 0.4 else frozenset(),
            chance.choice(["", "en", "zh-Hans", "ko-KR", "ar", "x9", "x29", "fr", "-"]),
            None if chance.random() < 0.1 else self.point(),
            tuple(self.restrictions[: chance.choice([0, 0, 0, 1, 2, 4])]),
            frozenset(chance.sample(ids, chance.choice([0, 0, 3]))),
            frozenset(chance.sample(ids, chance.choice([0, 0, 3]))),
            frozenset(chance.sample(ids, chance.choice([0, 5]))),
        )


def _square(up, across, half):
    left, right, low, high = across - half, across + half, up - half, up + half
    return [[left, low], [right, low], [right, high], [left, high], [left, low]]


def change(made, index, groups):
    """Something happens to a group: in the index, and among the groups that brute force sees."""
    chance = made.chance
    name = str(chance.randrange(60))
    known = groups.get(name)
    match chance.choice(["put", "load", "load", "paused", "asked", "remove"]):
        case "load" if known:
            groups[name] = replace(known, load=chance.choice([0, 1, 2, 4, 9]))
            index.set_load(name, groups[name].load)
        case "paused" if known:
            groups[name] = replace(known, paused_until=chance.choice([None, *MOMENTS]))
            index.set_paused(name, groups[name].paused_until)
        case "asked" if known:
            groups[name] = replace(known, asked_at=chance.choice([None, *MOMENTS]))
            index.set_asked(name, groups[name].asked_at)
        case "remove" if chance.random() < 0.5:
            groups.pop(name, None)
            index.remove(name)
        case _:
            groups[name] = made.able(name)
            index.put(groups[name])


def same(made, index, groups):
    """One request gets the same answer from both."""
    wanted, now, k = (
        made.wanted(),
        made.chance.choice(MOMENTS),
        made.chance.choice([None, 1, 3, 10]),
    )
    left_out = frozenset(made.chance.sample(sorted(groups), min(len(groups), 3)))
    seen = [one for name, one in groups.items() if name not in left_out]
    expected = match(wanted, seen, now, k)
    assert index.best(wanted, now, k, without=left_out) == list(expected.chosen)
    assert len(index) == len(groups)


@settings(max_examples=60)
@given(st.sampled_from(sorted(CENTRES)), st.integers(0, 10**6), st.sampled_from([0, 5, 59]))
def test_the_index_is_brute_force_whatever_happens_in_between(where, seed, size):
    """Polygons with holes, poles, the date line, summer time, pauses, restrictions: all of it."""
    made = Made(where, seed)
    groups = {str(number): made.able(str(number)) for number in range(size)}
    index = Index(groups.values())
    for _ in range(25):
        for _ in range(made.chance.randrange(4)):
            change(made, index, groups)
        same(made, index, groups)


@pytest.mark.parametrize("where", sorted(CENTRES))
def test_many_groups_are_as_few(where):
    """A tree of many branches, lists that are short and lists that are not."""
    made = Made(where, 1)
    groups = {str(number): made.able(str(number)) for number in range(700)}
    index = Index(groups.values())
    for _ in range(40):
        for _ in range(5):
            change(made, index, groups)
        same(made, index, groups)


def test_a_pause_ends_and_hours_begin_without_any_event():
    """Time alone makes a group able, and another look at the past finds it as it was."""
    made = Made("a city", 2)
    rests = replace(
        made.able("1"), capacity=1, load=0, in_person=frozenset(LEAVES), exceptions=(), hours=(),
        radius_m=10**7, area=None, paused_until=MOMENTS[0],
    )  # fmt: skip
    index, wanted = Index([rests]), Wanted(frozenset({Leaf.GROCERIES}), point=rests.point)
    early = MOMENTS[0] - timedelta(seconds=1)
    found = [len(index.best(wanted, now)) for now in (early, MOMENTS[0], early)]
    assert found == [0, 1, 0]


def test_groups_put_in_one_by_one_are_found_like_those_it_began_with():
    """However many come to one place, and wherever they move."""
    made = Made("a city", 3)
    index, groups = Index(), {}
    for number in range(300):
        groups[str(number)] = made.able(str(number))
        index.put(groups[str(number)])
    for _ in range(30):
        same(made, index, groups)
    assert {one.id for one in index.everybody()} == groups.keys()


def test_no_two_bits_mean_the_same():
    """However many languages there are: a bit that means two things would find who cannot help."""
    parts = [hours.ALWAYS, *bits.TALK.values(), *bits.ABLE.values()]
    parts += [*bits.COMES.values(), *bits.GOES.values(), *bits.AFAR.values()]
    names = bits.Bits([Made("a city", 1).able("1")])
    parts += [names.language(tongue) for tongue in TONGUES]
    parts += {names.lacks(tongue) for tongue in TONGUES} - {0}
    assert sum(parts).bit_count() == sum(part.bit_count() for part in parts)
