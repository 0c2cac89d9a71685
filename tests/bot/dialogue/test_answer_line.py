"""How answers are written in one line: every form's whole paper comes back as it went."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from accessibility.prompt import Kind, Located
from accessibility.understand.answer_line import answer_line
from api.vocabulary import damm
from bot.dialogue.answer_line import check_digit, chosen_by, edition, written
from bot.dialogue.outline import codes_on_paper
from bot.forms import FORMS
from tests.bot.dialogue.person import LOOKUPS

ASK = FORMS["ask"]
MENUS = [
    (form, question.name)
    for form in FORMS.values()
    for question in form.questions
    if question.kind in {Kind.ONE, Kind.MANY} and not question.changes
]


@pytest.mark.parametrize(("form", "name"), MENUS, ids=lambda value: getattr(value, "name", value))
def test_every_box_of_every_form_is_chosen_by_its_number(form, name):
    """Alone everywhere; all of them together where many may be chosen."""
    question = form.question(name)
    listed = LOOKUPS.get(question.options_from, ())
    boxes = codes_on_paper(question, LOOKUPS)
    for box in boxes:
        assert chosen_by(box.key, question, listed) == (box.code,)
    every = chosen_by("".join(box.key for box in boxes), question, listed)
    assert every == (tuple(box.code for box in boxes) if question.kind is Kind.MANY else every)


@pytest.mark.parametrize(
    "digits", ["", "0", "6", "7", "9", "11", "16", "66", "616", "*", "1 2", "x"]
)
def test_a_number_that_no_box_has_chooses_nothing(digits):
    """Of eight options the sixth is 61; a 6 alone only turns the page."""
    assert chosen_by(digits, ASK.question("home_need")) == ()


def test_options_of_several_pages_are_told_apart():
    """Joined as they stand, in any order."""
    chosen = chosen_by("16263", ASK.question("home_need"))
    assert chosen == ("protective_supplies", "tech_help", "information")
    assert chosen_by("613", ASK.question("home_need")) == ("repair", "errand")


def test_another_form_has_another_edition():
    """So a paper of one is not taken for a paper of the other."""
    assert len({edition(form) for form in FORMS.values()}) > len(FORMS) / 2
    assert all(len(edition(form)) == 2 for form in FORMS.values())


def test_a_written_line_reads_like_the_example_in_the_manual():
    """Choices, words, nothing; and it ends in its check digit."""
    answers = {
        "need": ("food", "home"),
        "home_need": ("protective_supplies", "repair"),
        "where": Located('5 "Elm" Road'),
        "door": (),
    }
    made = written(ASK, answers)
    assert made == f'v={edition(ASK)} 5=13 8=161 12="5 ""Elm"" Road" 13=- c={check_digit(made)}'
    assert damm(answer_line(made).digits + check_digit(made)) == 0


@given(some.text(max_size=80).filter(str.strip))
def test_any_words_come_back_as_they_were_written(words):
    """Quotes, signs, line breaks and what looks like a pair."""
    made = written(ASK, {"detail": (words,)})
    assert [pair.said for pair in answer_line(made).pairs] == [words]
