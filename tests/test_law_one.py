"""Law 1: whichever way somebody answers, they are asked the same and ask for the same."""

import asyncio
from dataclasses import replace

from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st

import locales
from accessibility.prompt import Command, Kind, Option
from api.requests.schemas import canonical
from api.vocabulary import Channel, Effect, InboundKind
from bot.answering import Answering
from bot.app.talking import wording_of
from bot.channel import Inbound
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.dialogue.answer_line import written
from bot.dialogue.engine import from_json
from bot.forms import FORMS
from bot.lookups import Lookups
from bot.spoken import Spoken
from bot.voicing import Voicing
from tests.deployment import START, settings_for
from tests.memory import Memory
from tests.parts import EVERYTHING
from tests.three_ways import WAYS, Answer
from tests.wires import Wire

EXAMPLES = 60 if EVERYTHING else 15
ADDRESS = "70001"
PAPER = "70002"
STEPS = 60
WANDERING = 30
"""So many steps in, a person stops going back and asking again, so that every story ends."""

WORDS = (
    "Door 4",
    "二楼左边",
    "no",
    "none of these",
    "2",
    "Tom & Mei <b>",
    "“quoted” — and more",
    "I can't breathe",
    "+ = % ;",
    "1 2",
    "不要香菜，谢谢",
    "...",
)


class Triplets:
    """Three people who mean the same and each say it their own way."""

    def __init__(self, settings):
        self._api = Memory(START)
        self._wires = {channel: Wire(channel) for channel in WAYS}
        wording = wording_of(settings)
        look = Lookups(self._api, wording, lambda: START)
        self._conversation = Conversation(self._api, Answering(wording, look, lambda: START, "CN"))
        voicing = Voicing(Spoken.of(settings), self._wires)
        self._delivery = Delivery(self._api, self._wires, wording, lambda: START, voicing)

    async def begin(self):
        """They come for the first time."""
        start = Inbound("begin", ADDRESS, InboundKind.START)
        hello = replace(start, kind=InboundKind.TEXT, body={"text": "hello"})
        await self._receive(dict.fromkeys(WAYS, start) | {Channel.TERMINAL: hello})

    async def give(self, answer):
        """The answer, each their own way: all are told the same. Whether that was anything."""
        ways = {
            channel: list(way(answer, self._said(channel)[-1])) for channel, way in WAYS.items()
        }
        for number in range(max(map(len, ways.values())) - 1):  # who presses needs several presses
            early = {c: sent[number] for c, sent in ways.items() if number < len(sent) - 1}
            await self._receive(early)
        before = {channel: len(self._said(channel)) for channel in WAYS}
        await self._receive({channel: sent[-1] for channel, sent in ways.items()})
        told = [
            [(one.prompt, one.lines) for one in self._said(channel)[before[channel] :]]
            for channel in WAYS
        ]
        assert told == [told[0]] * len(WAYS)
        return bool(told[0])

    @property
    def answers(self):
        """What was answered so far, as paper has room for it; nobody pins a place there."""
        state = from_json(self._api.state_of(Channel.TERMINAL, ADDRESS))
        asking = [frame for frame in state.frames if frame.form == "ask"]
        return dict(asking[-1].answers) if asking else {}

    async def type_in(self, answers):
        """A fourth one wrote the same answers on paper, and somebody types the line.

        The paper asks everybody for consent, also who was not asked a second time after "back".
        """
        languages = tuple(Option(one.code, one.native_name) for one in locales.languages())
        line = written(FORMS["ask"], answers, {"languages": languages})
        note(line)
        self._api.receive(
            Channel.TERMINAL, Inbound("paper", PAPER, InboundKind.ANSWER_LINE, {"text": line})
        )
        while await self._conversation.step() or await self._delivery.step():
            pass

    @property
    def asked(self):
        """The open question; None when the last thing said was no question."""
        prompt = self._said(Channel.TERMINAL)[-1].prompt
        return prompt if prompt.asks else None

    @property
    def requests(self):
        """What each of them asked for, as far as they have."""
        made = [one for one in self._api.effects if one.effect is Effect.CREATE_REQUEST]
        return [canonical(one.request) for one in made]

    def _said(self, channel):
        return self._wires[channel].sent[ADDRESS]

    async def _receive(self, came):
        for channel, inbound in came.items():
            self._api.receive(channel, inbound)
        while await self._conversation.step() or await self._delivery.step():
            pass


def answer_to(prompt, chance, *, wanders):
    """Something a person could mean by way of an answer to this question."""
    if wanders and chance.random() < 0.15:
        return chance.choice(wandering(prompt))
    if prompt.optional and chance.random() < 0.3:
        return Answer(command=Command.DONE)
    if prompt.kind is Kind.PHONE:
        return Answer()
    if not prompt.options:
        return Answer(words=chance.choice(WORDS))
    return Answer(codes=chosen(prompt, chance), by_name=chance.random() < 0.5)


def chosen(prompt, chance):
    """One option, or several of one page where several may be chosen."""
    shown = [option.code for option in prompt.options]
    if prompt.kind is Kind.MANY and prompt.also and chance.random() < 0.2:
        return (chance.choice([option.code for option in prompt.also]),)
    most = chance.randint(1, len(shown)) if prompt.kind is Kind.MANY else 1
    return tuple(sorted(chance.sample(shown, most), key=shown.index))


def wandering(prompt):
    """What changes nothing, or takes something back, or means nothing."""
    keys = [Command.AGAIN, Command.BACK, Command.PERSON]
    more = [Command.MORE] if prompt.also and prompt.kind is not Kind.MANY else []
    said = [Answer(words="mumble mumble")] if prompt.options else []
    return [Answer(command=command) for command in (*keys, *more)] + said


@settings(max_examples=EXAMPLES, phases=(Phase.generate,))  # a random walk has no shorter one
@given(chance=st.randoms(use_true_random=False))
def test_whichever_way_they_answer_they_are_asked_the_same_and_ask_for_the_same(
    tmp_path_factory, chance
):
    """Prompts and lines are equal at every step, and so is the request in the end.

    The same answers on paper, typed in as one line, are the same request once more.
    """
    folder = tmp_path_factory.getbasetemp()
    people = Triplets(settings_for("sqlite://", folder))

    async def story():
        await people.begin()
        for step in range(STEPS):
            prompt = people.asked
            if prompt is None or people.requests:
                break
            answer = answer_to(prompt, chance, wanders=step < WANDERING)
            note(f"{prompt.code}: {answer}")
            answers = people.answers
            if not await people.give(answer):
                break  # they wanted to be called: the API tells when
        made = people.requests
        assert made == made[:1] * len(WAYS) or made == []
        if made:
            await people.type_in({"consent": ("yes",), **answers, "sure": ("yes",)})
            assert people.requests == made[:1] * (len(WAYS) + 1)

    asyncio.run(story())
