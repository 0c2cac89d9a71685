"""A paper typed in makes the very request that talking makes, or says by step why it does not."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.dialogue.answer_line import check_digit, edition
from bot.dialogue.engine import prompt_of
from bot.dialogue.outline import lay_out
from bot.dialogue.state import State
from bot.forms import FORMS
from tests.bot.dialogue.on_paper import (
    ASK,
    ELM,
    NUMBER,
    OPTIONS,
    SIMPLE,
    both_ways,
    line,
    merged,
    request_of,
    said,
    typed,
    wanted_for,
)
from tests.bot.dialogue.person import LOOKUPS, PLACES, SETTLED, asking, by_chance, opening
from tests.parts import EVERYTHING

FOLLOW_UP = {step.question.name: step.number for step in lay_out(FORMS["follow_up"])}
KEPT = ("line_kept", "")
PAIRS = list(combinations(OPTIONS, 2))
SOME_PAIRS = PAIRS if EVERYTHING else by_chance(7).sample(PAIRS, 40)


def refused(turn, state=None):
    """What is wrong and where; nothing is done and the conversation is as it was."""
    assert turn.effects == ()
    assert turn.state == (state or State())
    assert said(turn)[-1] == KEPT
    return [(code.removeprefix("line_"), step) for code, step in said(turn)[:-1]]


def checked(pairs):
    """A line with its check digit in place of the one it has."""
    bare = pairs.partition(" c=")[0]
    return f"{bare} c={check_digit(bare)}"


def step(name):
    """The number of a question, as it is told."""
    return str(NUMBER[name])


def test_a_whole_paper_is_a_request_in_one_turn():
    """Nothing is asked on the way, and the form is over."""
    turn = typed(line())
    assert [act.effect for act in turn.effects] == ["record_consent", "create_request"]
    assert (turn.prompts, turn.done) == ((), True)
    assert request_of(turn)["place"]["text"] == "Garden Road 5"


@pytest.mark.parametrize(("question", "code"), OPTIONS)
def test_every_option_once_is_the_same_request_both_ways(question, code):
    """Law 1: on paper and in talking."""
    talked, on_paper = both_ways(1, wanted_for(question, code))
    assert on_paper == talked


def test_every_two_options_together_are_the_same_request_both_ways():
    """Law 1; a share of them, unless everything is tested."""
    for number, ((one, first), (other, second)) in enumerate(SOME_PAIRS):
        wanted = merged(wanted_for(one, first), wanted_for(other, second))
        talked, on_paper = both_ways(number, wanted)
        assert on_paper == talked, (one.name, first, other.name, second)


@given(some.integers(), some.sets(some.sampled_from(SETTLED)))
@settings(max_examples=300 if EVERYTHING else 25)
def test_any_path_is_the_same_request_both_ways(seed, known):
    """Law 1, whatever is known of the person beforehand."""
    talked, on_paper = both_ways(seed, known=known)
    assert on_paper == talked


@pytest.mark.parametrize("name", sorted(set(SIMPLE) - {"consent"}))
def test_a_step_that_was_forgotten_is_named(name):
    """And nothing that depends on it is held against anybody."""
    assert refused(typed(line(**{name: None}))) == [("missing", step(name))]


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"talk_need": "1"}, [("not_asked", "talk_need")]),
        ({"phone": '"+8613800138000"'}, [("not_asked", "phone")]),
        ({"urgency": "7"}, [("unknown_digits", "urgency")]),
        ({"urgency": "12"}, [("unknown_digits", "urgency")]),
        ({"urgency": '"soon"'}, [("unknown_digits", "urgency")]),
        ({"food_need": "11"}, [("unknown_digits", "food_need")]),
        ({"food_need": "19"}, [("unknown_digits", "food_need")]),
        ({"need": "9"}, [("unknown_digits", "need")]),
        ({"need": "13"}, [("missing", "home_need"), ("missing", "detail")]),
        ({"must_know": "0"}, [("after_end", "reach"), ("after_end", "sure")]),
        ({"must_know": "-"}, [("after_end", "reach"), ("after_end", "sure")]),
        (
            {"reach": "2", "leave_message": "2", "phone": '"12"'},
            [("not_understood", "phone")],
        ),
        (
            {"urgency": "7", "talk_need": "1", "for_whom": None},
            [("not_asked", "talk_need"), ("unknown_digits", "urgency"), ("missing", "for_whom")],
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_its_step(answers, found):
    """What was answered though it was not asked, numbers that no box has, what comes too late."""
    assert refused(typed(line(**answers))) == [(why, step(name)) for why, name in found]


def test_a_dash_at_a_step_that_was_not_asked_says_nothing_wrong():
    """Whoever fills in every cell has made no mistake."""
    assert request_of(typed(line(talk_need="-", phone="-"))) == request_of(typed(line()))


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
    assert [act.effect for act in turn.effects] == ["record_consent"]


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
    assert turn.effects[1].effect == "alert"
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


def test_a_check_digit_that_is_missing_or_wrong_is_refused_and_a_dash_is_not():
    """Who could not work it out says so, and everything is read back anyway."""
    whole = line()
    bare, _, digit = whole.rpartition(" c=")
    assert refused(typed(bare)) == [("no_check", "")]
    assert refused(typed(f"{bare} c={(int(digit) + 1) % 10}")) == [("wrong_check", "")]
    assert request_of(typed(f"{bare} c=-")) == request_of(typed(whole))


@given(some.data())
@settings(max_examples=60)
def test_one_wrong_digit_is_never_taken(data):
    """Anywhere in the line: a step, an answer, a number in words, the edition, the check digit."""
    whole = checked(f"v={edition(ASK)} {line()}")
    assert request_of(typed(whole))
    at = data.draw(some.sampled_from([n for n, sign in enumerate(whole) if sign.isdigit()]))
    other = data.draw(some.sampled_from([d for d in "0123456789" if d != whole[at]]))
    assert refused(typed(whole[:at] + other + whole[at + 1 :]))


def test_two_digits_that_changed_places_are_never_taken():
    """Next to one another in the line, whatever signs stand between them."""
    whole = checked(f"v={edition(ASK)} {line()}")
    digits = [at for at, sign in enumerate(whole) if sign.isdigit()]
    for first, second in pairwise(digits):
        signs = list(whole)
        signs[first], signs[second] = signs[second], signs[first]
        swapped = "".join(signs)
        assert swapped == whole or refused(typed(swapped)), swapped


def test_two_signs_that_changed_places_make_no_other_request():
    """A pair that falls apart is missed; only letters inside words may be spelt otherwise."""
    whole = line()
    words = [range(found.start(), found.end() - 1) for found in re.finditer(r'"[^"]*"', whole)]
    for at in range(len(whole) - 1):
        if not any(at in word for word in words):
            swapped = whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :]
            turn = typed(swapped)
            assert request_of(turn) == request_of(typed(whole)) or refused(turn), swapped


def test_a_paper_of_another_edition_or_of_another_form_is_refused():
    """Its numbers would mean other things."""
    bare = line().rpartition(" c=")[0]
    other = str(10 + (int(edition(ASK)) + 1) % 90)
    assert refused(typed(f"v={other} {bare} c=-")) == [("other_edition", "")]
    assert refused(typed("f=offer 1=1 c=-")) == [("other_form", "")]
    assert refused(typed("f=nonsense 1=1 c=-")) == [("other_form", "")]
    assert refused(typed("41=1 c=-", None, SETTLED))[-1] == ("no_such_step", "41")


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
