"""Somebody who fills in a paper instead of talking, and whoever types its line."""

from dataclasses import replace
from itertools import chain

from accessibility.prompt import Command, Located, Reading, ReadingKind
from accessibility.understand.answer_line import answer_line
from bot.dialogue.answer_line import check_digit, written
from bot.dialogue.choices import as_option
from bot.dialogue.condition import When, leaves
from bot.dialogue.filling import fill
from bot.dialogue.state import Facts, State
from bot.forms import FORMS
from bot.forms.request import as_request, canonical
from tests.bot.dialogue.person import LOOKUPS, NOW, Person, by_chance, walk

ASK = FORMS["ask"]
NUMBER = {question.name: number for number, question in enumerate(ASK.questions, 1)}
"""The step of each question; none before the last is left out on paper."""

SIMPLE = {
    "safe_now": "1",
    "consent": "1",
    "need": "1",
    "food_need": "12",
    "urgency": "2",
    "where": '"Garden Road 5"',
    "door": "-",
    "people": "2",
    "food_detail": '"no nuts"',
    "for_whom": "1",
    "my_name": '"Bob"',
    "must_know": "2",
    "reach": "1",
    "sure": "1",
}
"""A whole paper of somebody whose language is known."""

KEPT = ("line_kept", "")
"""What is said last when nothing was taken."""

ELM = as_option(Located("", 31.1, 121.1, "p1"), "Elm Court")


def line(**answers):
    """The line of the simple paper with other answers; None leaves a step out."""
    said = {**SIMPLE, **answers}
    steps = sorted((NUMBER[name], value) for name, value in said.items() if value is not None)
    pairs = " ".join(f"{number}={value}" for number, value in steps)
    return f"{pairs} c={check_digit(pairs)}"


def read(said, asked, _language):
    """As the shell reads, only simpler."""
    if "in danger" in said:
        return Reading(ReadingKind.DANGER, text=said)
    if asked is not None and asked.code == "ask.phone":
        kind = ReadingKind.PHONE if said.startswith("+") else ReadingKind.UNCLEAR
        return Reading(kind, text=said)
    if said in {"0", "none"}:
        command = Command.PERSON if said == "0" else Command.DONE
        return Reading(ReadingKind.COMMAND, command=command)
    return Reading(ReadingKind.TEXT, text=said)


def typed(text, state=None, known=("language_known",), *, root="ask", places=(), read=read):
    """The turn that a line makes, with everything looked up that it asks for."""
    facts = Facts(NOW, "en", frozenset(known), root=root)
    found = LOOKUPS | {"places": places}
    while (turn := fill(FORMS, state or State(), answer_line(text), facts, read)).lookups:
        assert turn.state == (state or State())
        more = {look.name: found[look.name] for look in turn.lookups}
        facts = replace(facts, lookups={**facts.lookups, **more})
    return turn


def said(turn):
    """What is said, with the steps it is about."""
    return [(asked.code, asked.values.get("step", "")) for asked in turn.prompts]


def request_of(turn_or_person):
    """What is asked for in the end, in the one order; None while nothing is."""
    acts = getattr(turn_or_person, "acts", None) or turn_or_person.effects
    made = [act for act in acts if act.effect == "create_request"]
    return canonical(as_request(made[0].values["answers"], "en")) if made else None


def wanted_for(question, code):
    """Answers after which the question is asked, and its own."""
    before = {}
    for leaf in leaves(question.relevant):
        if isinstance(leaf, When):
            asked = ASK.question(leaf.question)
            first = next(one for one in asked.codes if one in leaf.codes)
            before |= wanted_for(asked, first)
    return before | {question.name: (code,)}


OPTIONS = [
    (question, code)
    for question in ASK.questions
    if not (question.changes or question.confirms)
    for code in question.codes
    if (question.name, code) != ("no_consent", "call_me")
]
"""Every option that goes on to a request."""


def merged(*wanted):
    """Several wishes as one; where a choice of many is wished twice, both."""
    found = {}
    for name, codes in chain.from_iterable(one.items() for one in wanted):
        many = name in found and ASK.question(name).kind == "many"
        found[name] = tuple(dict.fromkeys((*found[name], *codes))) if many else codes
    return found


def talking(seed, wanted=None, known=()):
    """What somebody answers who talks until they have asked."""
    person = walk(Person("ask", known, places=()), by_chance(seed), wanted)
    made = [act for act in person.acts if act.effect == "create_request"]
    return made[0].values["answers"]


def both_ways(told, known=()):
    """The request of who talked, and that of the line of a paper with the same answers."""
    answers = {name: _answer(value) for name, value in told.items()}
    talked = canonical(as_request({**told, **_told(answers)}, "en"))
    return talked, request_of(typed(written(ASK, answers, LOOKUPS), known=known))


def chosen(told):
    """Every option somebody took, with its question."""
    lists = {name: codes for name, codes in told.items() if isinstance(codes, list)}
    return {(name, code) for name, codes in lists.items() for code in codes}


def _answer(value):
    """As a frame has it; nobody pins a place on paper."""
    if isinstance(value, list):
        return tuple(value)
    return Located(value["text"] or "Lane 3, door 4")


def _told(answers):
    place = answers["where"]
    return {"where": {"text": place.text, "latitude": None, "longitude": None, "place_id": ""}}


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
