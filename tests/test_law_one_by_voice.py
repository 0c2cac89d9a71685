"""Law 1 by voice: what is spoken and confirmed is the request that buttons make, byte for byte."""

import asyncio
import json
from dataclasses import replace

from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st

from api.requests.schemas import canonical
from api.vocabulary import Channel, Effect, InboundKind
from bot.answering import Answering
from bot.app.talking import wording_of
from bot.channel import Inbound
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.dialogue.engine import from_json, to_json
from bot.listening import Listening
from bot.lookups import Lookups
from bot.spoken import Spoken
from bot.voicing import Voicing
from tests.deployment import START, settings_for
from tests.ears import IDS, Ears
from tests.memory import Memory
from tests.test_law_one import ADDRESS, EXAMPLES, STEPS, WANDERING, answer_to
from tests.three_ways import by_line, by_telegram
from tests.wires import Wire

PRESSES, SPEAKS = Channel.TELEGRAM, Channel.WEB
READ_BACK = "heard.right"


class Pair:
    """One who presses and one who speaks; both mean the same."""

    def __init__(self, settings):
        self._api = Memory(START)
        self._wires = {channel: Wire(channel) for channel in (PRESSES, SPEAKS)}
        wording = wording_of(settings)
        look = Lookups(self._api, wording, lambda: START)
        listening = Listening(self._api, Ears(), {}, ("en", "zh-Hans"), "CN")
        answering = Answering(wording, look, lambda: START, "CN", listening=listening)
        self._conversation = Conversation(self._api, answering)
        voicing = Voicing(Spoken.of(settings), self._wires)
        self._delivery = Delivery(self._api, self._wires, wording, lambda: START, voicing)

    async def begin(self):
        """They come for the first time."""
        start = Inbound("begin", ADDRESS, InboundKind.START)
        for channel in (PRESSES, SPEAKS):
            await self._receive(channel, start)

    async def give(self, answer):
        """The answer, by buttons and by voice; what is read back is confirmed by voice.

        Whether that was answered by anything.
        """
        before = len(self._wires[PRESSES].sent[ADDRESS])
        (written,) = by_line(answer, self._asked(SPEAKS))
        for inbound in by_telegram(answer, self._asked(PRESSES)):
            await self._receive(PRESSES, inbound)
        await self._speaks(written.body["text"])
        if self._asked(SPEAKS).prompt.code == READ_BACK:
            await self._speaks("yes, that is right" if self.language == "en" else "对")
        return len(self._wires[PRESSES].sent[ADDRESS]) > before

    @property
    def language(self):
        """What the one who speaks has chosen."""
        return self._wires[SPEAKS].sent[ADDRESS][-1].language

    @property
    def asked(self):
        """The open question; None when the last thing said was no question."""
        prompt = self._asked(PRESSES).prompt
        return prompt if prompt.asks else None

    def answers(self, channel):
        """All that is answered, as it rests."""
        state = from_json(self._api.state_of(channel, ADDRESS))
        bare = [replace(one, asked=0, misses=0) for one in state.frames]
        kept = replace(state, frames=tuple(bare), serial=0, unheard=0)
        return json.dumps(to_json(kept), ensure_ascii=False)

    @property
    def requests(self):
        """What each of them asked for, as it crosses the wire."""
        made = [one for one in self._api.effects if one.effect is Effect.CREATE_REQUEST]
        return [json.dumps(canonical(one.request), default=str) for one in made]

    def _asked(self, channel):
        return self._wires[channel].sent[ADDRESS][-1]

    async def _speaks(self, words):
        said = Inbound(f"v{next(IDS)}", ADDRESS, InboundKind.VOICE, {}, words.encode())
        await self._receive(SPEAKS, said)

    async def _receive(self, channel, inbound):
        self._api.receive(channel, inbound)
        while await self._conversation.step() or await self._delivery.step():
            pass


@settings(max_examples=EXAMPLES, phases=(Phase.generate,))  # a random walk has no shorter one
@given(chance=st.randoms(use_true_random=False))
def test_a_request_that_is_spoken_is_the_one_that_is_pressed(tmp_path_factory, chance):
    """The same is answered after every step, and the request in the end is equal in every byte."""
    pair = Pair(settings_for("sqlite://", tmp_path_factory.getbasetemp()))

    async def story():
        await pair.begin()
        for step in range(STEPS):
            prompt = pair.asked
            if prompt is None or pair.requests:
                break
            answer = answer_to(prompt, chance, wanders=step < WANDERING)
            note(f"{prompt.code}: {answer}")
            told = await pair.give(answer)
            assert pair.answers(SPEAKS) == pair.answers(PRESSES)
            if not told:
                break  # they wanted to be called: the API tells when
        made = pair.requests
        assert made == made[:1] * 2 or made == []

    asyncio.run(story())
