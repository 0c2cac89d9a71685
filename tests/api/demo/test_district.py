"""The practice district keeps to the study's counts, exactly, and is the same everywhere."""

import pytest

from api.demo import study
from api.demo.district import DAY, district
from api.demo.names import KINDS, PEOPLE
from api.places.schemas import PlaceIn
from api.vocabulary import LEAVES, SERVICE_TYPE, Leaf, Mode, ServiceType

PLACES = [
    PlaceIn(name="Osmanthus Garden 桂花苑", latitude=31.0, longitude=123.5),
    PlaceIn(name="Willow Lane 柳树里", latitude=31.01, longitude=123.51),
]
TYPE_OF = {leaf: SERVICE_TYPE[need] for need, leaves in LEAVES.items() for leaf in leaves}


@pytest.fixture(scope="module")
def plans():
    """Every group of the district."""
    return district(PLACES)


def types_of(plan):
    """The service types a group gives, as reports would add them up."""
    return {TYPE_OF[service.leaf] for service in plan.services}


def test_there_are_318_groups_of_which_the_70_studied_would_be_22_percent(plans):
    """The size of the district follows from what was published."""
    assert len(plans) == study.GROUPS == 318
    assert round(100 * study.STUDIED / study.GROUPS) == 22


@pytest.mark.parametrize(
    ("type_", "groups", "percent"),
    [
        (ServiceType.BASIC, 245, 77),
        (ServiceType.SPECIALISED, 250, 79),
        (ServiceType.FOOD, 82, 26),
        (ServiceType.DONATION, 100, 31),
    ],
)
def test_each_service_type_is_given_by_as_many_groups_as_in_the_study(
    plans, type_, groups, percent
):
    """54, 55, 18 and 22 of 70, as the nearest counts of 318."""
    assert sum(type_ in types_of(plan) for plan in plans) == groups
    assert round(100 * groups / len(plans)) == percent
    assert groups == round(study.GIVE[type_] * 318 / 70)


def test_online_and_offline_are_as_frequent_as_in_the_study(plans):
    """63 and 39 of 70, hence 7 that are offline only: 286, 177 and 32 of 318."""
    online = [plan for plan in plans if Mode.REMOTE in plan.modes]
    offline = [plan for plan in plans if Mode.IN_PERSON in plan.modes]
    assert (len(online), len(offline)) == (286, 177)
    assert sum(plan.modes == {Mode.IN_PERSON} for plan in plans) == 32


def test_apportioned_parts_add_up_to_the_whole(plans):
    """Three parts that are rounded one by one might give 317 or 319."""
    parts = study.apportioned({"online only": 31, "both": 32, "offline only": 7})
    assert parts == {"online only": 141, "both": 145, "offline only": 32}


def test_a_group_that_is_offline_only_has_a_leader_with_a_phone_and_nobody_else(plans):
    """They are the groups that a chat-only product cannot reach."""
    assert all(plan.phone_only == (plan.modes == {Mode.IN_PERSON}) for plan in plans)
    assert all(plan.leader for plan in plans if plan.phone_only)


def test_every_other_group_has_three_to_six_volunteers(plans):
    """Enough for a wave, few enough to be neighbours."""
    assert {len(plan.volunteers) for plan in plans if not plan.phone_only} == {3, 4, 5, 6}


def test_no_group_gives_nothing(plans):
    """Each was drawn with one type of service at least."""
    assert all(plan.services for plan in plans)


def test_every_leaf_but_other_is_given_in_person_by_many_groups(plans):
    """Whatever a newcomer asks for, somebody can do; "other" goes to a person."""
    given = {
        leaf: sum(
            (leaf, Mode.IN_PERSON) in {(s.leaf, s.mode) for s in plan.services} for plan in plans
        )
        for leaf in Leaf
    }
    assert given.pop(Leaf.OTHER) == 0
    assert min(given.values()) >= 20


def test_most_groups_help_at_any_hour(plans):
    """Practising works at night; some are closed then, so that this is seen too."""
    always = sum(plan.hours == [] for plan in plans)
    assert 0.8 < always / len(plans) < 1
    assert all(plan.hours in ([], DAY) for plan in plans)


def test_groups_speak_english_chinese_or_both(plans):
    """In either language one can practise."""
    spoken = {frozenset(plan.languages) for plan in plans}
    assert spoken == {frozenset({"en"}), frozenset({"zh-Hans"}), frozenset({"en", "zh-Hans"})}


def test_names_are_of_the_first_language_and_no_two_groups_share_one(plans):
    """A number in the name keeps them apart."""
    assert len({plan.name for plan in plans}) == 318
    assert {plan.name.isascii() for plan in plans if plan.languages[0] == "en"} == {True}
    assert {plan.name.isascii() for plan in plans if plan.languages[0] == "zh-Hans"} == {False}
    assert KINDS.keys() == PEOPLE.keys() == {"en", "zh-Hans"}


def test_the_district_is_the_same_each_time_it_is_drawn(plans):
    """What one person saw, another can look at."""
    assert district(PLACES) == plans
