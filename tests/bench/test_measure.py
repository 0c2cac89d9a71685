"""What a measurement makes of its rounds; nothing here is timed."""

import pytest

from bench.measure import Measure, ratios, spread


def measure(taken, **options):
    """A measurement whose rounds are known before; `asked` keeps what it was asked for."""
    asked = []

    async def take(rounds, size):
        asked.append((rounds, size))
        return taken

    return Measure("made_up", "ratio", "a peer", take, size=40, **options), asked


@pytest.mark.parametrize(
    ("taken", "width"),
    [([], 0), ([3], 0), ([1, 3], 1), ([5, 1, 4, 2, 3], 2), ([7, 7, 7], 0), ([1, 1, 1, 1, 90], 0)],
)
def test_the_spread_is_the_distance_between_the_quartiles(taken, width):
    """One round that the machine disturbed does not widen it."""
    assert spread(taken) == width


async def test_a_result_is_the_median_of_its_rounds():
    """One slow round does not decide."""
    one, _ = measure([2, 100, 1, 3, 2.00004])
    found = await one.measured()
    assert (found.value, found.spread, found.rounds) == (2.0, 1.0, 5)
    assert (found.name, found.unit, found.against) == ("made_up", "ratio", "a peer")


@pytest.mark.parametrize(("given", "size"), [({}, 40), ({"size": 7}, 7)])
async def test_a_round_has_the_measurements_own_size_unless_another_is_wanted(given, size):
    """So that a quick look need not be a whole measurement."""
    one, asked = measure([1.0])
    await one.measured(3, **given)
    assert asked == [(3, size)]


@pytest.mark.parametrize(
    ("goal", "more_is_better", "kept", "missed"),
    [(5, False, (4.9, 5), (5.1,)), (0.15, True, (0.15, 2), (0.14,)), (None, False, (0, 1e9), ())],
)
def test_a_goal_is_a_bound_that_may_be_met_exactly(goal, more_is_better, kept, missed):
    """From above, or from below where more is better; without a goal any value is kept."""
    one, _ = measure([], goal=goal, more_is_better=more_is_better)
    assert all(one.keeps(value) for value in kept)
    assert not any(one.keeps(value) for value in missed)


async def test_ours_and_the_peers_rounds_alternate_after_one_that_does_not_count():
    """Neither always goes first, and neither pays for the first time."""
    order, costs = [], {"ours": iter([900, 2, 6, 8]), "peers": iter([1, 1, 2, 4])}

    def side(name):
        async def one():
            order.append(name)
            return next(costs[name])

        return one

    assert await ratios(3, side("ours"), side("peers")) == [2, 3, 2]
    assert order == ["ours", "peers", "ours", "peers", "peers", "ours", "ours", "peers"]


async def test_a_round_of_slices_divides_their_sums():
    """So that a slow moment of the machine falls on both, and a short slice weighs little."""
    costs = {"ours": iter([900, 2, 10]), "peers": iter([1, 1, 3])}

    def side(name):
        async def one():
            return next(costs[name])

        return one

    assert await ratios(1, side("ours"), side("peers"), slices=2) == [3]
