"""Somebody answers the engine, and the same answers are filled in on the ODK form."""

from dataclasses import replace

from accessibility.prompt import Command, Located, ReadingKind
from bot.dialogue.condition import About, Fact, leaves
from bot.dialogue.draft import told
from bot.dialogue.xlsform import answers_of
from bot.forms import FORMS
from tests.bot.dialogue.person import HELLO, Person, codes_of, forward, option
from tests.odk import Interviewer, xform

MOST = 60
PIN = Located("Lane 3, door 4", 31.2, 121.4)
BY_HAND = {"about_leaves": "food", "about_urgency": "today"}
"""What the words of an offer need, from whoever fills it in."""


class Both:
    """One person answers the engine; the same answers are then filled in on the ODK form."""

    def __init__(self, form, known, about, chance, wanted=None):
        self.form, self.known, self.about = FORMS[form], known, about
        self.person = Person(form, known, about=about, places=())
        self.given = {}
        self._talk(chance, wanted or {})

    def _talk(self, chance, wanted):
        self.person.say(HELLO)
        for _ in range(MOST):
            form, _, name = self.person.at.partition(".")
            if form != self.form.name:
                return
            possible = set(codes_of(self.person.open))
            known = set(wanted.get(name, ("",))) <= possible
            reply = option(*wanted[name]) if known else forward(self.person, chance)
            reading = _with_words(reply)
            self.given[name] = _as_filled_in(name, reading)
            self.person.say(reading)

    @property
    def asked(self):
        """What the engine asked, in its order; "more" is read out before on paper."""
        own = [code.partition(".")[2] for code in self.person.asked if self._is_own(code)]
        return list(dict.fromkeys(own))

    def _is_own(self, code):
        return code.startswith(f"{self.form.name}.")

    def on_odk(self):
        """What the ODK form asks, without what only it asks, and what it sends."""
        odk = Interviewer(xform(self.form.name, ("en",)))
        sent = odk.fill(filled_in(self))
        ours = {question.name for question in self.form.questions}
        return [name for name in odk.asked if name in ours], sent


def _with_words(reading):
    """Whoever fills in a form writes words to every pin."""
    return replace(reading, place=PIN) if reading.kind is ReadingKind.PLACE else reading


def _as_filled_in(name, reading):
    """The fields of the ODK form that hold a reply."""
    if reading.kind is ReadingKind.PLACE:
        pin = f"{reading.place.latitude} {reading.place.longitude} 0 0"
        return {name: reading.place.text, f"{name}_pin": pin}
    if reading.kind is ReadingKind.TIME:
        return {name: "at_time", f"{name}_time": f"{reading.text}:00.000+08:00"}
    if reading.command is Command.DONE:
        return {name: ""}
    return {name: " ".join(reading.codes) if reading.codes else reading.text}


def filled_in(both):
    """Every field of the ODK form, those before the first question too."""
    ticked = [*both.known, *(f"{name}_{value}" for name, value in both.about.items())]
    known = " ".join(fact for fact in ticked if fact in _facts(both.form))
    told = {name: text for fields in both.given.values() for name, text in fields.items()}
    return {**told, "known": known, **BY_HAND}


def _facts(form):
    seen = [leaf for question in form.questions for leaf in leaves(question.relevant)]
    facts = {leaf.name for leaf in seen if isinstance(leaf, Fact)}
    abouts = {f"{a.name}_{value}" for a in seen if isinstance(a, About) for value in a.values}
    return facts | abouts


def agree(both):
    """The same questions in the same order, and the same answers in the end."""
    asked, sent = both.on_odk()
    assert asked == both.asked
    answers = told(answers_of(both.form, sent))
    made = [act.values["answers"] for act in both.person.acts if "answers" in act.values]
    for earlier in made[-1:]:
        assert {name: answers[name] for name in earlier} == earlier
    return answers, made
