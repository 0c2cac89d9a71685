"""An ODK form asks what the engine asks, and its answers make the same request: law 1."""

import json

import pytest

from accessibility.prompt import Command, Kind
from bot.dialogue.condition import holds
from bot.dialogue.reach import worlds
from bot.forms import FORMS
from bot.forms.request import as_request, canonical
from tests.bot.dialogue.person import SETTLED, by_chance
from tests.bot.dialogue.xlsform.both import Both, agree, filled_in
from tests.odk import Interviewer, xform
from tests.parts import EVERYTHING

PATHS = 300 if EVERYTHING else 30
AVOIDED = {"change", "more"}
"""Options that only lead back: on a form one goes back, or was told before."""


def situations(form):
    """Every question that is asked, with all facts and answers its condition can tell apart."""
    for question in form.questions:
        for known, answers in () if question.changes else worlds(form, question):
            codes = {name: answer for name, answer in answers.items() if answer}
            yield question, known, codes, holds(question.relevant, answers, known)


def going_on(form):
    """The first answer that does not end the form, wherever one would."""
    lasting = {question.name: [*lasts(question)] for question in form.questions}
    return {
        question.name: (lasting[question.name][0],)
        for question in form.questions
        if 0 < len(lasting[question.name]) < len(question.codes)
    }


def lasts(question):
    """The options after which the form goes on."""
    for code in question.codes:
        if not any(outcome.ends for outcome in question.then.get(code, ())):
            yield code


def meeting(form, known, wanted, chance):
    """Somebody of whom this is known, who says what is wanted and the rest by chance."""
    return Both(form.name, tuple(sorted(known.facts)), known.about, chance, wanted)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_condition_is_the_same_both_ways(form):
    """Each `relevant` true and false, under all facts and answers that it looks at."""
    chance = by_chance(form.name)
    for _, known, wanted, _ in situations(form):
        agree(meeting(form, known, wanted, chance))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_option_leads_to_the_same_questions(form):
    """Each option once; those of a choice of many also all together."""
    chance = by_chance(form.name)
    on = going_on(form)
    reached = {q.name: (q, known, wanted) for q, known, wanted, asked in situations(form) if asked}
    for question, known, wanted in reached.values():
        options = [(code,) for code in question.codes if code not in AVOIDED]
        several = [question.codes] if question.kind is Kind.MANY and question.codes else []
        for codes in (*options, *several):
            both = meeting(form, known, {**on, **wanted, question.name: codes}, chance)
            assert both.given[question.name][question.name] == " ".join(codes)
            agree(both)


@pytest.mark.parametrize("seed", range(PATHS))
def test_an_ask_filled_in_on_odk_is_the_identical_request(seed):
    """Byte for byte, whatever is known of the person and whatever they say."""
    chance = by_chance(seed)
    known = [fact for fact in SETTLED if chance.random() < 0.5]
    answers, made = agree(Both("ask", known, {}, chance))
    ours, theirs = (canonical(as_request(told, "en")) for told in (answers, made[-1]))
    assert json.dumps(ours) == json.dumps(theirs)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_at_every_question_zero_leads_to_a_person_and_keeps_what_was_said(form):
    """Nothing more is asked but how a person shall help, and nothing else is required."""
    both = Both(form.name, (), {}, by_chance(1))
    told = filled_in(both)
    for number, name in enumerate(both.asked if form.name != "person" else ()):
        odk = Interviewer(xform(form.name, ("en",)))
        listed = form.question(name).kind in {Kind.ONE, Kind.MANY, Kind.TIME}
        zero = {name: Command.PERSON.value if listed else "0", "person": "danger"}
        sent = odk.fill({**told, **zero})
        ours = [asked for asked in odk.asked if asked in {q.name for q in form.questions}]
        assert ours == both.asked[: number + 1]
        assert odk.asked[-1] == "person"
        assert odk.shown[-3:] == ["person_danger_card", "person_tell", "last"]
        assert all(
            sorted(sent[n].split()) == sorted(told[n].split()) for n in ours[:-1] if told[n]
        )
