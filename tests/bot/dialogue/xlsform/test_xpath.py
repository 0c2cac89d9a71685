"""Conditions as XLSForm writes them: short enough to be read by whoever edits the form."""

from accessibility.prompt import Kind
from bot.dialogue.condition import ALWAYS, NEVER, Either, Every, Fact, Unless, about, when
from bot.dialogue.form import Form, Outcome, Question
from bot.dialogue.xlsform.xpath import joined, relevance, still_on, xpath

END = (Outcome(effect="queue_call", ends=True),)
FORM = Form(
    "f",
    (
        Question("first", options=("a", "b")),
        Question("maybe", options=("x", "y"), relevant=when("first", "a"), then={"y": END}),
        Question("words", kind=Kind.TEXT, optional=True),
        Question("all", options=("k",)),
        Question("last", options=("k",), relevant=when("maybe", "x")),
    ),
)


def test_each_condition_has_its_words_in_xpath():
    """Facts and what a form is about are boxes of the question `known`."""
    assert xpath(ALWAYS) == ""
    assert xpath(NEVER) == "false()"
    assert xpath(when("q", "b", "a")) == "selected(${q}, 'a') or selected(${q}, 'b')"
    assert xpath(Unless(Fact("consented"))) == "not(selected(${known}, 'consented'))"
    assert xpath(about("purpose", "arrived")) == "selected(${known}, 'purpose_arrived')"
    assert xpath(Unless(ALWAYS)) == "not(true())"


def test_brackets_stand_where_an_operator_meets_another_and_nowhere_else():
    """A condition with brackets around everything is read by nobody."""
    either = Either((when("q", "a", "b"), Fact("f")))
    told = "selected(${q}, 'a') or selected(${q}, 'b') or selected(${known}, 'f')"
    assert xpath(either) == told
    assert xpath(Every((either, Unless(Fact("g"))))) == (
        f"({told}) and not(selected(${{known}}, 'g'))"
    )
    assert joined("and", ["a and b", "(c or d)"]) == "a and b and (c or d)"


def test_a_question_is_asked_only_while_nothing_before_it_ended_the_form():
    """By an answer that ends it, or because a person was asked for."""
    assert relevance(FORM, FORM.questions[0]) == ""
    assert still_on(FORM, FORM.question("all")) == (
        "${first} != ''",
        "not(selected(${first}, 'person'))",
        "not(selected(${maybe}, 'y'))",
        "not(selected(${maybe}, 'person'))",
        "not(${words} = '0')",
    )


def test_a_question_that_everybody_answers_vouches_for_those_before_it():
    """So the conditions do not grow with the form."""
    assert relevance(FORM, FORM.question("last")) == (
        "selected(${maybe}, 'x') and ${all} != '' and not(selected(${all}, 'person'))"
    )
