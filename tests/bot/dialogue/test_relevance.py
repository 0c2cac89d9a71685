"""Which questions are asked: every `relevant` both ways, on every real form, by talking."""

from itertools import combinations, product

import pytest

from accessibility.prompt import Kind
from api.vocabulary import Effect
from bot.dialogue.condition import ALWAYS, Known, holds
from bot.dialogue.reach import worlds
from bot.forms import FORMS
from bot.forms.ask import ASK
from tests.bot.dialogue.person import Person, by_chance, walk

LAST = ("call_me", "change")
"""Options that do not lead on to the end of the ask form."""


def conditional():
    """Every question with a condition, apart from the one that names what to change."""
    return [
        (form, question)
        for form in FORMS.values()
        for question in form.questions
        if question.relevant != ALWAYS and not question.changes
    ]


@pytest.mark.parametrize(
    ("form", "question"), conditional(), ids=lambda it: getattr(it, "name", None)
)
def test_a_question_is_asked_exactly_when_it_is_relevant(form, question):
    """Talked through in every situation and after every answer its condition looks at."""
    seen = set()
    for known, answers in worlds(form, question):
        expected = holds(question.relevant, answers, known)
        person = Person(form.name, known.facts, about=dict(known.about))
        walk(person, by_chance(1), answers)
        assert (f"{form.name}.{question.name}" in person.asked) == expected, (known, answers)
        seen.add(expected)
    assert seen == {True, False}


def recipes(question):
    """Every way of answers that makes a question of the ask form relevant, nobody known yet."""
    stranger = Known({}, frozenset())
    return [
        dict(answers)
        for known, answers in worlds(ASK, question)
        if not known.facts and holds(question.relevant, answers, stranger)
    ]


def merged(*ways):
    """The answers of several ways at once, or None if they contradict one another."""
    together = {}
    for way in ways:
        for name, codes in way.items():
            kept = together.setdefault(name, codes)
            if ASK.question(name).kind is Kind.MANY:
                together[name] = tuple(dict.fromkeys((*kept, *codes)))
            elif kept != codes:
                return None
    return together


def every_option():
    """Each option of the ask form with the ways that lead to it."""
    ways = {question.name: recipes(question) for question in ASK.questions}
    return {
        (question.name, code): [
            way for each in ways[question.name] if (way := merged(each, {question.name: (code,)}))
        ]
        for question in ASK.questions
        for code in question.codes
        if code not in LAST
    }


def test_every_pair_of_options_of_the_ask_form_leads_to_its_end():
    """Two answers that do not exclude one another never meet in a dead end."""
    ways = every_option()
    left = {frozenset(pair) for pair in combinations(ways, 2)}
    seed = 0
    for pair in combinations(ways, 2):
        if frozenset(pair) not in left:
            continue
        wanted = next(filter(None, (merged(*w) for w in product(*(ways[o] for o in pair)))), None)
        if wanted is None:
            left.discard(frozenset(pair))
            continue
        seed += 1
        person = walk(Person("ask", ()), by_chance(seed), wanted)
        assert person.turn.done
        (made,) = (act for act in person.acts if act.effect == Effect.CREATE_REQUEST)
        answers = made.values["answers"]
        given = {(name, c) for name, codes in answers.items() for c in codes} & ways.keys()
        assert set(pair) <= given
        left -= {frozenset(two) for two in combinations(given, 2)}
    assert not left
