"""Somebody who talks with the engine: a state, the facts, and all that was said and done."""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime

from accessibility.prompt import Command, Kind, Located, Option, Reading, ReadingKind
from bot.dialogue.choices import as_option
from bot.dialogue.engine import advance, from_json, prompt_of, to_json
from bot.dialogue.state import Facts, State
from bot.forms import FORMS

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
PIN = Located("", 31.2, 121.4)
LOOKUPS = {
    "languages": (Option("en", "English"), Option("zh-Hans", "中文")),
    "my_requests": (Option("r1", "R 1, food"), Option("r2", "R 2, medicine")),
}
PLACES = (
    as_option(Located("", 31.1, 121.1, "p1"), "Lane 1"),
    as_option(Located("", 31.2, 121.2, "p2"), "Lane 2"),
)
SETTLED = ("language_known", "consented", "name_known", "phone_known")
"""What is known of somebody who was here before."""


def option(*codes, pressed=False):
    """Options, typed or pressed."""
    return Reading(ReadingKind.OPTION, codes=codes, pressed=pressed)


def text(words):
    """Free words."""
    return Reading(ReadingKind.TEXT, text=words)


def command(name):
    """A key or word that works everywhere."""
    return Reading(ReadingKind.COMMAND, command=Command(name))


def opening(form, **about):
    """A notice that asks something."""
    return Reading(ReadingKind.OPEN, text=form, about=tuple(about.items()))


UNCLEAR = Reading(ReadingKind.UNCLEAR)
DANGER = Reading(ReadingKind.DANGER)
STALE = Reading(ReadingKind.STALE)
HELLO = text("hello")


class Person:
    """Reads what is asked and replies; every state passes through JSON, as it does in life."""

    def __init__(self, root="ask", known=SETTLED, *, about=None, places=PLACES, forms=FORMS):
        """Somebody of whom `known` is true and who has said nothing yet."""
        self.forms = forms
        self.state = State()
        self.found = LOOKUPS | {"places": places}
        self.facts = Facts(NOW, "en", frozenset(known), root=root, root_about=about or {})
        self.turn = None
        self.asked = []
        self.acts = []
        self.heard = {}

    def say(self, reading):
        """One reading and what came of it."""
        if self.at:
            self.heard[self.at] = reading.codes
        facts = self.facts
        turn = advance(self.forms, self.state, reading, facts)
        while turn.lookups:
            assert (turn.state, turn.prompts, turn.effects) == (self.state, (), ())
            found = {look.name: self.found[look.name] for look in turn.lookups}
            facts = replace(facts, lookups=facts.lookups | found)
            turn = advance(self.forms, self.state, reading, facts)
        self.turn, self.state = turn, from_json(json.loads(json.dumps(to_json(turn.state))))
        self.asked += [asked.code for asked in turn.prompts if asked.question_id]
        self.acts += turn.effects
        return self

    def do(self, *readings):
        """Several readings, one after the other."""
        for reading in readings:
            self.say(reading)
        return self

    def choose(self, *codes):
        """One typed option after the other, each at its own question."""
        return self.do(*(option(code) for code in codes))

    @property
    def open(self):
        """The open question in codes, or None."""
        return prompt_of(self.forms, self.state, self.facts)

    @property
    def at(self):
        """The code of the open question, or nothing."""
        return self.open.code if self.open else ""

    @property
    def said(self):
        """Codes of all prompts of the last turn."""
        return [asked.code for asked in self.turn.prompts]

    @property
    def effects(self):
        """Effects of the last turn."""
        return [act.effect for act in self.turn.effects]

    @property
    def answers(self):
        """Answers of the form on top."""
        return self.state.frames[-1].answers

    @property
    def question(self):
        """The open question in the form."""
        form, _, name = self.at.partition(".")
        return self.forms[form].question(name)


def asking(*codes, places=PLACES):
    """Somebody known who has begun to ask and answered so far."""
    return Person(places=places).say(HELLO).choose(*codes)


def codes_of(asked):
    """Every code a question may be answered with."""
    return [choice.code for choice in (*asked.options, *asked.also)]


def forward(person, chance, avoid=("change", "more", "call_me", "new", "ask")):
    """A valid reply to the open question, by chance, that goes on and never back."""
    question, choices = person.question, codes_of(person.open)
    going_on = [code for code in choices if code not in avoid]
    if going_on and (question.kind in {Kind.ONE, Kind.MANY} or chance.random() < 0.5):
        many = question.kind is Kind.MANY
        return option(*chance.sample(going_on, chance.randint(1, len(going_on)) if many else 1))
    if question.optional and chance.random() < 0.3:
        return command("done")
    return words_for(question.kind, chance)


def words_for(kind, chance):
    """A reply in words, a pin, a time or a number."""
    pin = Reading(ReadingKind.PLACE, place=PIN)
    return {
        Kind.TEXT: text("two loaves"),
        Kind.PLACE: chance.choice([text("Lane 3, door 4"), pin]),
        Kind.TIME: Reading(ReadingKind.TIME, text="14:30"),
        Kind.PHONE: Reading(ReadingKind.PHONE, text="+8613800138000"),
    }[kind]


def walk(person, chance, wanted=None, most=60):
    """Reply until the form ends: as `wanted` (question -> codes) where it says, else by chance."""
    person.say(HELLO)
    while person.at and most:
        codes = (wanted or {}).get(person.question.name)
        known = codes and set(codes) <= set(codes_of(person.open))
        person.say(option(*codes) if known else forward(person, chance))
        most -= 1
    return person


def by_chance(seed):
    """The same chance each time."""
    return random.Random(seed)  # noqa: S311 - examples, no secret
