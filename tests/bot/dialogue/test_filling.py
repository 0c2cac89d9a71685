"""A paper typed in makes the very request that talking makes, or says by step why it does not."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.dialogue.engine import prompt_of
from bot.dialogue.outline import lay_out
from bot.forms import FORMS
from tests.bot.dialogue.on_paper import (
    ELM,
    OPTIONS,
    SIMPLE,
    both_ways,
    checked,
    chosen,
    line,
    merged,
    refused,
    request_of,
    said,
    step,
    talking,
    typed,
    wanted_for,
)
from tests.bot.dialogue.person import LOOKUPS, PLACES, SETTLED, asking, by_chance, opening
from tests.parts import EVERYTHING

FOLLOW_UP = {step.question.name: step.number for step in lay_out(FORMS["follow_up"])}
PAIRS = list(combinations(OPTIONS, 2))
SOME_PAIRS = PAIRS if EVERYTHING else by_chance(7).sample(PAIRS, 40)


def test_a_whole_paper_is_a_request_in_one_turn():
    """Nothing is asked on the way, and the form is over."""
    turn = typed(line())
    assert [act.effect for act in turn.effects] == [
        "record_consent",
        "check_intake",
        "create_request",
    ]
    assert (turn.prompts, turn.done) == ((), True)
    assert request_of(turn)["place"]["text"] == "Garden Road 5"


@pytest.mark.parametrize(("question", "code"), OPTIONS)
def test_every_option_once_is_the_same_request_both_ways(question, code):
    """Law 1: on paper and in talking."""
    talked, on_paper = both_ways(talking(1, wanted_for(question, code)))
    assert on_paper == talked


def test_every_two_options_together_are_the_same_request_both_ways():
    """Law 1; a share of them, unless everything is tested. One request has many pairs at once."""
    met = set()
    for number, ((one, first), (other, second)) in enumerate(SOME_PAIRS):
        pair = frozenset({(one.name, first), (other.name, second)})
        if pair in met:
            continue
        told = talking(number, merged(wanted_for(one, first), wanted_for(other, second)))
        talked, on_paper = both_ways(told)
        assert on_paper == talked, pair
        met |= {pair, *map(frozenset, combinations(chosen(told), 2))}


@given(some.integers(), some.sets(some.sampled_from(SETTLED)))
@settings(max_examples=300 if EVERYTHING else 25)
def test_any_path_is_the_same_request_both_ways(seed, known):
    """Law 1, whatever is known of the person beforehand."""
    talked, on_paper = both_ways(talking(seed, known=known), known)
    assert on_paper == talked


def test_where_a_person_was_wanted_the_paper_ends():
    """Key 0 means on paper what it means everywhere."""
    rest = dict.fromkeys(("must_know", "reach", "sure"))
    turn = typed(line(**{**rest, "must_know": "0"}))
    assert said(turn) == [("person.how", "")]
    assert turn.state.frames[0].answers["my_name"] == ("Bob",)


def test_a_paper_that_was_not_finished_rests_where_it_ends():
    """A dash at a step that needs an answer: the question is open, and asked next."""
    turn = typed(line(must_know="-", reach=None, sure=None))
    assert said(turn) == [("ask.must_know", "")]
    assert [act.effect for act in turn.effects] == ["record_consent", "check_intake"]


def test_a_refusal_of_consent_ends_the_paper_as_it_ends_the_form():
    """They are called; what stands after it on the paper is not taken."""
    start = {name: None for name in SIMPLE if name not in {"safe_now", "consent"}}
    turn = typed(line(**{**start, "consent": "2", "no_consent": "2"}))
    assert [act.effect for act in turn.effects] == ["queue_call"]
    wrong = refused(typed(line(consent="2", no_consent="2")))
    assert ("after_end", step("need")) in wrong


def test_who_is_not_safe_is_helped_first_and_the_rest_is_taken_too():
    """The alert goes out with the same turn, and the card is said."""
    turn = typed(line(safe_now="2"))
    assert turn.effects[0].effect == "alert"
    assert [code for code, _ in said(turn)] == ["ask-danger_card"]
    assert request_of(turn) == request_of(typed(line()))


def test_danger_in_words_is_heard_and_the_words_are_kept():
    """Even in a line that is refused for something else."""
    turn = typed(line(food_detail='"she is in danger"'))
    assert turn.effects[0].effect == "alert"
    assert request_of(turn)["details"]["food_detail"] == "she is in danger"
    wrong = typed(line(food_detail='"she is in danger"', urgency=None))
    assert [act.effect for act in wrong.effects] == ["alert"]
    assert said(wrong)[0][0] == "danger_card"
    assert [act.effect for act in typed("we are in danger").effects] == ["alert"]


def test_words_are_words_on_paper_even_those_that_are_commands():
    """Nobody presses a key with a pen; only where nothing need be said, "none" says nothing."""
    assert request_of(typed(line(my_name='"none"')))["name"] == "none"
    assert "door" not in request_of(typed(line(door='"none"')))["details"]
    assert request_of(typed(line(door='"0"')))["details"]["door"] == "0"


def test_what_is_known_need_not_be_on_the_paper_and_may_be():
    """The paper's own answer counts; the language it names is looked up."""
    known = ("language_known", "consented", "name_known")
    short = typed(line(consent=None, my_name=None), known=known)
    assert request_of(short)["name"] == ""
    assert request_of(typed(line(), known=known)) == request_of(typed(line()))
    chinese = typed(line(language="2"), known=known)
    assert chinese.effects[0].effect == "set_language"
    assert refused(typed(line(), known=())) == [("missing", step("language"))]
    assert LOOKUPS["languages"][1].code == "zh-Hans"


def test_what_was_answered_before_stays_unless_the_paper_says_it_again():
    """A call that dropped, written on from there on paper."""
    before = asking("yes", "food").state
    fewer = dict.fromkeys(("safe_now", "consent", "need"))
    turn = typed(line(**fewer, my_name=None), before, SETTLED)
    assert request_of(turn)["needs"] == ["groceries", "meal"]
    again = typed(
        line(
            **{**fewer, "need": "4", "talk_need": "1", "detail": "-"},
            my_name=None,
            food_need=None,
            people=None,
            food_detail=None,
        ),
        before,
        SETTLED,
    )
    assert request_of(again)["needs"] == ["check_in"]
    wrong = typed(line(**fewer, my_name=None, urgency=None), before, SETTLED)
    assert refused(wrong, before) == [("missing", step("urgency"))]


def test_a_place_called_just_so_is_found_and_another_one_stays_in_words():
    """Nothing is guessed: as if somebody said none of these."""
    found = request_of(typed(line(where='"Elm Court"'), places=(ELM, *PLACES)))["place"]
    assert (found["place_id"], found["text"]) == ("p1", "Elm Court")
    words = request_of(typed(line(), places=PLACES))["place"]
    assert (words["place_id"], words["text"], words["latitude"]) == ("", "Garden Road 5", None)


def test_a_follow_up_on_paper_is_taken_where_one_is_due():
    """Of each form, where it is the one that is asked."""
    text = checked("f=follow_up 1=1")
    assert refused(typed(text, None, SETTLED)) == [("other_form", "")]
    due = asking().say(opening("follow_up", purpose="arrived", request_id="r1"))
    number = FOLLOW_UP["arrived"]
    turn = typed(checked(f"f=follow_up {number}=1 {FOLLOW_UP['remark']}=-"), due.state, SETTLED)
    assert [act.effect for act in turn.effects] == ["confirm_request"]


def test_a_form_that_was_under_way_comes_after_the_paper():
    """Nothing that was begun is lost."""
    person = asking("yes", "food").say(opening("follow_up", request_id="r1"))
    before = dict.fromkeys(("safe_now", "consent", "need", "my_name"))
    turn = typed(line(**before), person.state, SETTLED)
    assert request_of(turn)
    assert prompt_of(FORMS, turn.state, person.facts).code.startswith("follow_up.")
