"""Law 1 by a call: who reads its page out is led as chats lead, and asks for the same.

The pages are those of the whole web application, and all they were told is pressed without
scripts. Every option is chosen once, and every question is asked and left out.
"""

import json
import random

import pytest

import locales
from accessibility.prompt import Command, Kind, Option
from api.requests import service as requests
from api.requests.schemas import RequestIn, canonical
from bot.dialogue.answer_line import written
from bot.dialogue.condition import ALWAYS
from bot.forms import FORMS
from tests.assisted import Assisted
from tests.bot.desk.office import Office
from tests.bot.dialogue.on_paper import wanted_for
from tests.parts import EVERYTHING
from tests.test_law_one import WORDS, Triplets
from tests.three_ways import Answer

ASK = FORMS["ask"]
PROGRAM = "computer program"
"""No person says that they are one."""
OPTIONS = {
    (question.name, code)
    for question in ASK.questions
    if not (question.changes or question.name == "language")
    for code in question.codes
}
MORE_PATHS = 40 if EVERYTHING else 4
PATHS = 100
WANDERING = 12
"""So many answers in, nobody goes back or changes an answer any more."""


def aloud(asked):
    """What a person says for this question: their own words where it has any, and no keys."""
    key, said = asked.code.replace(".", "-"), locales.catalog("en")
    simple = said.say(key, "simple") if said.has(key, "simple") else ""
    if simple and asked.text.endswith(simple) and "?" in simple:
        return simple[: simple.rindex("?") + 1]
    if simple and asked.text.endswith(simple):
        return said.say(key)
    return said.say(key, "call") if said.has(key, "call") else asked.text


class Tellers:
    """Those who answer in chats, and one whose caller reads the page of a call."""

    def __init__(self, office, caller):
        self._chats, self._caller = Triplets(office.whole.settings), caller
        self._page = Assisted(caller)

    async def begin(self):
        """All are asked the first question; in the chats a language was chosen before."""
        await self._chats.begin()
        await self._chats.give(Answer(codes=("en",)))
        await self._page.begins()

    @property
    def asked(self):
        """The open question of the chats; None after the last."""
        return self._chats.asked

    @property
    def answers(self):
        """What was answered in the chats so far, as paper has room for it."""
        return self._chats.answers

    @property
    def requests(self):
        """What was asked for in the chats, to the byte."""
        return [json.dumps(one).encode() for one in self._chats.requests]

    @property
    def page(self):
        """What stands on the caller's page."""
        return self._caller.text

    async def give(self, answer):
        """The same answer to all; whether anything was said to it."""
        asked = self.asked
        said = await self._chats.give(answer)
        await self._page.gives(answer, asked)
        return said

    def check(self):
        """They are asked the same, in the same words; or in those that a person says for them."""
        words = aloud(self.asked)
        assert self._page.said.endswith(words), (self._page.said, words)
        assert PROGRAM not in self._page.said

    async def type_in(self, answers):
        """Another one wrote the same on paper, and somebody types the line at the desk."""
        await self._page.types_paper(written(ASK, answers, LISTED))


async def asked_for(office):
    """Everything that was ever asked for, to the byte."""

    def unit(conn):
        for one in requests.page(conn, requests.Listed(limit=1000)):
            kept = requests.private(conn, one.id)
            yield RequestIn(
                needs=one.leaves(),
                urgency=one.urgency,
                place=kept.place,
                accommodations=sorted(one.accommodations),
                for_whom=kept.for_whom,
                name=kept.name,
                their_name=kept.their_name,
                phone=kept.phone,
                reach=kept.reach,
                leave_message=kept.leave_message,
                people=kept.people,
                details=kept.details,
                language=one.language,
            )

    made = await office.read(lambda conn: list(unit(conn)))
    return [json.dumps(canonical(one)).encode() for one in made]


class Answering:
    """Somebody who answers by chance, but first of all what nobody has chosen so far."""

    def __init__(self, seed):
        self.chance = random.Random(seed)  # noqa: S311 - no secret
        self.left = set(OPTIONS)
        self.wanted = {}
        self.asked = set()
        self.passed_over = set()

    def aims(self):
        """The next story is about something nobody has chosen so far, or else about one need."""
        self.wanted = {"need": (self.chance.choice(ASK.question("need").codes),)}
        for question, code in sorted(self.left)[:1]:
            self.wanted = wanted_for(ASK.question(question), code)

    def answer(self, prompt, *, wanders):
        """What they say to this question."""
        name = prompt.code.removeprefix("ask.")
        if wanders and name not in FIRST and self.chance.random() < 0.1:
            return Answer(command=Command.BACK)
        if not prompt.options:
            skips = prompt.optional and self.chance.random() < 0.4
            done = Answer(command=Command.DONE)
            words = "" if prompt.kind is Kind.PHONE else self.chance.choice(WORDS)
            return done if skips else Answer(words=words)
        codes = self._codes(prompt, name)
        self.left -= {(name, code) for code in codes}
        return Answer(codes=codes) if codes else Answer(command=Command.DONE)

    def _codes(self, prompt, name):
        shown = [one.code for one in prompt.options]
        new = [code for code in shown if (name, code) in self.left]
        behind = [one.code for one in prompt.also if (name, one.code) in self.left]
        if name == "sure":
            return ("change",) if (name, "change") in self.left else ("yes",)
        aim = self.wanted.pop(name, ())
        if prompt.kind is not Kind.MANY:
            return aim or (self.chance.choice(new or behind or shown),)
        if not aim and prompt.optional and self.chance.random() < 0.2:
            return ()
        if behind and not new:
            return (behind[0],)
        some = new or aim or self.chance.sample(shown, self.chance.randint(1, len(shown)))
        return tuple(one for one in shown if one in {*some, *aim}) or aim

    @property
    def whole(self):
        """Whether every option was chosen, and every question asked and left out."""
        left_out = self.passed_over >= DEPENDENT - BY_FACTS
        return not self.left and self.asked >= DEPENDENT and left_out

    def edges(self, answers):
        """Which questions these answers asked, and which they left out."""
        names = {one.name for one in ASK.questions if not one.changes}
        self.asked |= names & answers.keys()
        self.passed_over |= names - answers.keys()


FIRST = ("safe_now",)
"""Nobody goes back from here: the language was chosen before the call, and asked in the chat."""

LISTED = {"languages": tuple(Option(one.code, one.native_name) for one in locales.languages())}
DEPENDENT = {one.name for one in ASK.questions if one.relevant != ALWAYS and not one.changes}
BY_FACTS = {"language", "consent", "my_name"}
"""Left out only for who is known already."""


@pytest.fixture
async def office(tmp_path):
    """A desk, and a chat beside it."""
    made = Office(tmp_path)
    await made.whole.open()
    yield made
    await made.close()


async def test_the_page_of_a_call_asks_what_the_chat_asks_and_makes_the_same_request(office):
    """Question by question, until every option was chosen and every question left out once."""
    office.whole.bot.work()
    caller = await office.at_the_desk("Eva")
    person, paths = Answering(1), 0
    while paths < MORE_PATHS or not person.whole:
        paths += 1
        assert paths < PATHS, (person.left, person.asked, person.passed_over)
        await one_path(Tellers(office, caller), person, office)


async def one_path(people, person, office):
    """From the first question to the receipt, or to where a person is called instead."""
    before = len(await asked_for(office))
    person.aims()
    await people.begin()
    answers, step = {}, 0
    while people.asked is not None and not people.requests:
        people.check()
        answers, step = people.answers, step + 1
        if not await people.give(person.answer(people.asked, wanders=step < WANDERING)):
            break
    made = (await asked_for(office))[before:]
    assert made == people.requests[:1]
    if made:
        person.edges(answers)
        await people.type_in({"consent": ("yes",), **answers, "sure": ("yes",)})
        assert (await asked_for(office))[before:] == made * 2, people.page
