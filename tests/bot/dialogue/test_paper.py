"""What is wrong with a paper is said by the number of its step, and no slip makes a request."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.dialogue.answer_line import edition
from tests.bot.dialogue.on_paper import (
    ASK,
    SIMPLE,
    checked,
    line,
    refused,
    request_of,
    step,
    typed,
)
from tests.bot.dialogue.person import SETTLED


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
