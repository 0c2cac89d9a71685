"""Nobody is asked again and again while their equals are idle: laws, on made-up networks."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from api.dispatch.rules import Reach, Scene, candidates
from api.dispatch.rules.askable import in_turn
from api.matching.rules import match
from api.settings import Settings
from api.vocabulary import Leaf, Urgency
from tests.api.dispatch.test_askable import someone
from tests.api.matching.sides import NOW, able, wanted

MINUTE = timedelta(minutes=1)
NEAR = st.lists(st.integers(0, 249), min_size=2, max_size=6)
"""So many metres away: all in the first band."""
LANGUAGES = st.sampled_from([frozenset({"en"}), frozenset({"zh"})])


class Network:
    """Groups and how they are reached, as the next wave asks for them; all are able."""

    def __init__(self, groups, volunteers):
        self.groups = groups
        self.volunteers = volunteers
        self.looked_at = 0

    def best(self, wanted_, k=None):
        """The nearest, by the rules."""
        return match(wanted_, self.groups, NOW, k).chosen

    def doing(self, leaves):
        """All of them."""
        return self.groups, 0

    def reach(self, group_ids):
        """Their volunteers."""
        self.looked_at += len(group_ids)
        return {one: Reach(volunteers=self.volunteers[one]) for one in group_ids}


def first(network, size, **changed):
    """Who is asked first, for groceries at home."""
    scene = Scene(wanted(**changed), Urgency.NOW, 1, network, Settings())
    return candidates(scene, frozenset({Leaf.GROCERIES}), NOW, size)


@given(NEAR, st.integers(1, 30))
def test_of_groups_that_are_equals_each_is_asked_as_often_as_the_others(metres, requests):
    """After any number of requests, the numbers asked differ by at most one."""
    groups = {f"g{n}": able(f"g{n}", far) for n, far in enumerate(metres)}
    times = Counter(dict.fromkeys(groups, 0))
    for number in range(requests):
        [best] = match(wanted(), groups.values(), NOW, k=1).chosen
        times[best.group_id] += 1
        asked_at = NOW + number * MINUTE
        groups[best.group_id] = replace(groups[best.group_id], asked_at=asked_at)
        assert max(times.values()) - min(times.values()) <= 1


@given(st.integers(2, 6), st.integers(1, 30))
def test_of_volunteers_of_a_group_each_is_asked_as_often_as_the_others(many, requests):
    """After any number of requests, the numbers asked differ by at most one."""
    crowd = {str(number): someone(str(number)) for number in range(many)}
    times = Counter(dict.fromkeys(crowd, 0))
    for number in range(requests):
        next_ = in_turn(crowd.values(), "en")[0].person_id
        times[next_] += 1
        crowd[next_] = replace(crowd[next_], asked_at=NOW + number * MINUTE)
        assert max(times.values()) - min(times.values()) <= 1


VOLUNTEERS = st.lists(st.tuples(st.integers(0, 1), LANGUAGES), max_size=3)
GROUPS = st.lists(
    st.tuples(st.sampled_from([0, 100, 240, 300, 480, 900]), LANGUAGES, VOLUNTEERS), max_size=8
)


def network_of(made):
    """Groups at distances, each with its languages and volunteers (tasks and languages)."""
    groups = [able(f"g{n}", far, languages=spoken) for n, (far, spoken, _) in enumerate(made)]
    volunteers = {
        f"g{n}": [
            someone(f"{n}-{number}", tasks=tasks, languages=languages)
            for number, (tasks, languages) in enumerate(crowd)
        ]
        for n, (_, _, crowd) in enumerate(made)
    }
    return Network(groups, volunteers)


@given(GROUPS, st.integers(1, 5))
def test_nobody_with_a_task_is_asked_while_one_without_is_as_near(made, size):
    """Across the groups of a distance band, and of those who share the language."""
    network = network_of(made)
    chosen = first(network, size)
    everybody = first(network, 99)
    waiting = [one for one in everybody if one not in chosen]
    for one in chosen:
        for other in waiting:
            alike = (one.interpreter_needed, one.group.band) == (
                other.interpreter_needed,
                other.group.band,
            )
            assert not (alike and one.busy and not other.busy)


@given(GROUPS, st.integers(1, 5))
def test_looking_only_as_far_as_needed_finds_the_same_people(made, size):
    """As if every group had been looked at: who speaks the language, then who is near and idle."""
    network = network_of(made)
    every = sorted(first(network, 99), key=lambda one: one.turn)
    assert first(network, size) == every[:size]


def test_where_the_first_groups_have_idle_people_nobody_looks_further():
    """A city is not read to ask five."""
    far_apart = [(n * 300, frozenset({"en"}), [(0, frozenset({"en"}))] * 3) for n in range(50)]
    network = network_of(far_apart)
    assert len(first(network, 5)) == 5
    assert network.looked_at <= 5
