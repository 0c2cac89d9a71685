"""On paper a form asks exactly what the engine asks: by its numbers, `only_if` and `go_to`."""

import pytest

from accessibility.prompt import Kind, Option, Prompt
from bot.dialogue.condition import ALWAYS, Either, Fact, Known, Unless, about, holds, when
from bot.dialogue.form import Form, Question
from bot.dialogue.outline import END, as_sheet, codes_on_paper, lay_out
from bot.forms import FORMS
from tests.bot.dialogue.person import SETTLED, Person, by_chance, walk

REMARK = when("arrived", "partly", "no")


class Words:
    """Words that show which key they came from."""

    def prompt(self, asked):
        """The code for words, so that steps can be told apart."""
        return Prompt(asked.code, options=asked.options, kind=Kind.ONE)

    def item(self, question):
        """The code of the question."""
        return question

    def option(self, question, code):
        """The code, loudly."""
        return f"{question}:{code}".upper()

    def say(self, key, **values):
        """The key and its values."""
        told = ", ".join(f"{name}={value}" for name, value in values.items())
        return f"{key}({told})" if told else key


def on_paper(form, known, answers):
    """The questions somebody asks who follows the sheet, given the answers they will hear."""
    laid, number, asked = {step.number: step for step in lay_out(form)}, 1, []
    while number != END and number in laid:
        step = laid[number]
        heard = {name: answers[name] for name in asked if name in answers}
        if not holds(step.relevant, heard, known):
            number = step.otherwise
            continue
        asked.append(step.question.name)
        code = next(iter(answers.get(step.question.name, ())), "")
        ends = any(o.ends for o in (*step.question.then.get(code, ()),))
        number = END if ends else dict(step.go_to).get(code, number + 1)
    return asked


@pytest.mark.parametrize("name", ["ask", "follow_up", "task", "enrol"])
@pytest.mark.parametrize("known", [(), SETTLED, (*SETTLED, "volunteer", "several_requests")])
def test_paper_asks_the_same_questions_as_the_engine(name, known):
    """Twenty conversations each; opening another form ends this one on paper too."""
    for seed in range(20):
        person = walk(Person(name, known), by_chance(seed))
        own = [code.partition(".")[2] for code in person.asked if code.startswith(f"{name}.")]
        heard = {code.partition(".")[2]: codes for code, codes in person.heard.items()}
        facts = Known({}, frozenset(known))
        assert on_paper(FORMS[name], facts, heard) == list(dict.fromkeys(own))


def test_go_to_skips_what_an_answer_makes_irrelevant_and_nothing_else():
    """The first later step that may still be asked; 0 is the end."""
    steps = {step.question.name: dict(step.go_to) for step in lay_out(FORMS["task"])}
    assert steps["step"] == {"done": END, "partly": END, "hand_back": END, "contact": 3}
    consent = {step.question.name: step for step in lay_out(FORMS["ask"])}["consent"]
    assert dict(consent.go_to) == {"yes": consent.number + 2}


def test_only_if_names_the_step_and_the_answers_in_words():
    """And the boxes by their keys; a question for everybody has none."""
    form = Form(
        "f",
        (
            Question("first", options=("a", "b", "c")),
            Question("x", kind=Kind.TEXT, relevant=when("first", "c", "a")),
            Question("y", kind=Kind.TEXT, relevant=Unless(Fact("known"))),
            Question("z", kind=Kind.TEXT, relevant=Either((about("p", "q"), when("first", "b")))),
        ),
    )
    sheet = as_sheet(form, Words(), "en")
    assert (sheet.form, sheet.title, sheet.language) == ("f", "sheet-title-f", "en")
    assert [step.only_if for step in sheet.steps] == [
        "",
        "sheet-if_answered(step=1, answers=sheet-or(first=1 F.FIRST:A, second=3 F.FIRST:C))",
        "sheet-fact-known-not",
        "sheet-or(first=sheet-about-p-q, second=sheet-if_answered(step=1, answers=2 F.FIRST:B))",
    ]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_real_form_has_a_sheet_with_numbered_steps(form):
    """Each question once, in order; what to change is corrected on the paper itself."""
    sheet = as_sheet(form, Words(), "en")
    names = [question.name for question in form.questions if not question.changes]
    assert [step.name for step in sheet.steps] == names
    assert [step.number for step in sheet.steps] == list(range(1, len(names) + 1))
    for step, question in zip(sheet.steps, (form.question(name) for name in names), strict=True):
        assert [option.code for option in step.prompt.options] == list(question.codes)
        assert bool(step.only_if) == (question.relevant != ALWAYS)


def test_a_step_that_is_not_asked_leads_past_all_that_depend_on_the_same():
    """Whoever needs no food is not led through each question about it."""
    steps = {step.question.name: step for step in lay_out(FORMS["ask"])}
    assert steps["people"].otherwise == steps["medicine_where"].number
    assert steps["leave_message"].otherwise == steps["sure"].number


def test_what_is_known_beforehand_leaves_no_condition_and_the_numbers_stay():
    """A sheet for "did help arrive" has two steps, called as on every other sheet of the form."""
    whole = {step.question.name: step.number for step in lay_out(FORMS["follow_up"])}

    def look(leaf):
        return True if leaf == about("purpose", "arrived") else None

    arrived, remark = lay_out(FORMS["follow_up"], look)
    assert (arrived.number, remark.number) == (whole["arrived"], whole["remark"])
    assert (arrived.relevant, remark.relevant) == (ALWAYS, REMARK)
    assert dict(arrived.go_to) == {"yes": END}


def test_the_keys_on_paper_are_those_of_a_telephone():
    """On a second page 6 comes first; 0 is a person everywhere, so it is no key."""
    keys = [option.key for option in codes_on_paper(FORMS["ask"].question("talking"), {})]
    assert keys == ["1", "2", "3", "4", "5", "61", "62", "63", "64", "65"]
    assert codes_on_paper(FORMS["ask"].question("need"), {})[-1] == Option("other", "", "6")
    languages = {"languages": (Option("en", "English"), Option("zh-Hans", "中文"))}
    listed = codes_on_paper(FORMS["ask"].question("language"), languages)
    assert [(option.key, option.label) for option in listed] == [("1", "English"), ("2", "中文")]
