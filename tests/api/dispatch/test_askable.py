"""Who of an able group may be asked, and in which turn: for each accommodation, in words."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.dispatch.rules import Askable, may_be_asked, shown_accommodations
from api.dispatch.rules.askable import in_turn
from api.matching.rules import able as judged
from api.vocabulary import Accommodation, Leaf, Mode, Need, Reason, Urgency
from tests.api.matching.sides import NOW, able, wanted

A = Accommodation
NEVER, AT_THE_DOOR, ALWAYS = "nobody must be able to", "who comes must be able to", "whoever helps"
AFAR = {"in_person": frozenset(), "remote": frozenset({Leaf.CHECK_IN})}


def someone(name="ann", **changed):
    """A volunteer who does everything in every way, always, and can give no accommodation."""
    fields = {
        "group_id": "g",
        "needs": frozenset(Need),
        "how": frozenset({"in_person", "by_phone", "by_text"}),
        "languages": frozenset({"en"}),
        "able": frozenset(),
        "hours": (),
    }
    return Askable(person_id=name, **fields | changed)


def may(volunteer, mode=Mode.IN_PERSON, leaf=Leaf.CHECK_IN, **changed):
    """Whether somebody may be asked for a friendly call or visit, today."""
    return may_be_asked(volunteer, wanted(leaf, **changed), mode, Urgency.TODAY, NOW)


WHO_MUST = {
    A.NO_PHONE_CALLS: (NEVER, "a rule of its own: written to, never rung"),
    A.NO_TEXT: (NEVER, "a rule of its own: spoken to, never written to"),
    A.BLIND: (NEVER, "who comes reads it, and heeds it"),
    A.HARD_OF_HEARING: (NEVER, "speaks up"),
    A.SPEECH: (NEVER, "listens with patience"),
    A.SIGN_LANGUAGE: (ALWAYS, "signs, at the door and in a picture call"),
    A.INTERPRETER: (ALWAYS, "interprets, or brings somebody who does"),
    A.EASY_READ: (ALWAYS, "puts things simply"),
    A.SLOW: (NEVER, "takes their time"),
    A.LARGE_PRINT: (NEVER, "writes large"),
    A.RING_LONG: (NEVER, "rings long"),
    A.NO_STAIRS: (AT_THE_DOOR, "comes up, or meets them below"),
    A.WHEELCHAIR: (AT_THE_DOOR, "can push it, and knows the way without steps"),
    A.ASSISTANCE_DOG: (AT_THE_DOOR, "is at ease with a dog"),
    A.CONTACTLESS: (NEVER, "leaves it at the door"),
    A.GATE_ONLY: (NEVER, "leaves it at the gate"),
    A.WOMAN_ONLY: (AT_THE_DOOR, "is a woman"),
    A.COMPANION_PRESENT: (NEVER, "meets somebody who is with them"),
}
"""Who must be able to give it, and what it means for who helps."""
DECIDED_ON = {
    A.SIGN_LANGUAGE, A.INTERPRETER, A.RING_LONG, A.NO_STAIRS, A.WHEELCHAIR, A.ASSISTANCE_DOG,
    A.CONTACTLESS, A.GATE_ONLY, A.WOMAN_ONLY, A.COMPANION_PRESENT,
}  # fmt: skip


@pytest.mark.parametrize("one", list(Accommodation))
def test_who_must_be_able_to_give_each_accommodation(one):
    """The group and the volunteer alike; what must only be heeded keeps nobody away."""
    who, _ = WHO_MUST[one]
    needs = {"accommodations": frozenset({one})}
    by_mode = {Mode.IN_PERSON: who in {ALWAYS, AT_THE_DOOR}, Mode.REMOTE: who == ALWAYS}
    for mode, must in by_mode.items():
        unable = AFAR if mode is Mode.REMOTE else {"in_person": frozenset({Leaf.CHECK_IN})}
        group = able(able=frozenset(), **unable)
        reason = judged(wanted(Leaf.CHECK_IN, **needs), group, NOW)
        assert reason is (Reason.ACCOMMODATION if must else None)
        assert may(someone(), mode, **needs) is not must
        assert may(someone(able=frozenset({one})), mode, **needs)


@pytest.mark.parametrize("one", list(Accommodation))
def test_an_offer_shows_what_a_volunteer_decides_on_and_no_condition(one):
    """Who cannot hear, see or speak is told to the one who has the task, and to nobody before."""
    assert bool(shown_accommodations([one], gate_only=False)) is (one in DECIDED_ON)


@pytest.mark.parametrize(
    ("need", "how", "comes", "from_afar"),
    [
        (A.NO_PHONE_CALLS, {"by_phone"}, False, False),
        (A.NO_PHONE_CALLS, {"by_text"}, False, True),
        (A.NO_PHONE_CALLS, {"in_person"}, True, False),
        (A.NO_PHONE_CALLS, {"in_person", "by_phone"}, False, False),
        (A.NO_PHONE_CALLS, {"in_person", "by_text"}, True, True),
        (A.NO_TEXT, {"by_text"}, False, False),
        (A.NO_TEXT, {"by_phone"}, False, True),
        (A.NO_TEXT, {"in_person"}, True, False),
        (A.NO_TEXT, {"in_person", "by_text"}, False, False),
        (A.NO_TEXT, {"in_person", "by_phone"}, True, True),
    ],
)
def test_who_can_only_phone_gets_no_case_in_writing_and_the_other_way_round(
    need, how, comes, from_afar
):
    """From afar by a way they named; at the door also who named no way to talk from afar."""
    needs = {"accommodations": frozenset({need})}
    assert may(someone(how=frozenset(how)), Mode.IN_PERSON, **needs) is comes
    assert may(someone(how=frozenset(how)), Mode.REMOTE, **needs) is from_afar


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        pytest.param(
            someone("z", tasks=1),
            someone("a", languages=frozenset({"zh"})),
            id="a shared language",
        ),
        pytest.param(
            someone("z", asked_at=NOW), someone("helper", tasks=1), id="who has nothing to do"
        ),
        pytest.param(someone("helper", asked_at=NOW), someone("a"), id="who helped them before"),
        pytest.param(someone("z", asked_at=NOW), someone("a", offers=1), id="who owes no answer"),
        pytest.param(
            someone("z", asked_at=NOW - HOUR), someone("a", asked_at=NOW), id="asked longest ago"
        ),
        pytest.param(someone("z"), someone("a", asked_at=NOW), id="who was never asked"),
        pytest.param(someone("a"), someone("z"), id="then by id"),
    ],
)
def test_who_of_a_group_is_asked_before_whom(first, then):
    """Whatever order they are looked at in."""
    for both in ([first, then], [then, first]):
        assert in_turn(both, "en-GB", {"helper"}) == [first, then]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.booleans()), max_size=8))
def test_nobody_with_a_task_is_asked_while_one_without_could_be(people):
    """Whoever helped before or waits for an answer: the idle come first."""
    crowd = [
        someone(str(number), tasks=tasks, offers=offers)
        for number, (tasks, offers, _) in enumerate(people)
    ]
    helpers = {str(number) for number, (*_, helped) in enumerate(people) if helped}
    order = [one.tasks for one in in_turn(crowd, "en", helpers)]
    assert order == sorted(order)
