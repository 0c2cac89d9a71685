"""Neighbours of the practice district answer by themselves, over the path that everybody takes."""

from types import SimpleNamespace

import pytest

from accessibility.prompt import Kind, Prompt
from api.addresses import service as addresses
from api.groups import service as groups
from api.groups.schemas import Joining
from api.vocabulary import Channel, SendFailure
from bot.app import Whole
from bot.channel import Outgoing, SendError
from bot.channels.neighbours import Neighbours, is_willing
from tests.world import Wire, World, settings_for

FIRST = "1"
"""The id of the first question that anybody is asked."""

WILLING = next(name for n in range(99) if is_willing(name := f"neighbour-{n}", FIRST))
UNWILLING = next(name for n in range(99) if not is_willing(name := f"neighbour-{n}", FIRST))


class Practice(World):
    """A world whose volunteers on the terminal answer by themselves, at once."""

    def __init__(self, settings):
        super().__init__(settings)
        self.neighbours = Neighbours(answer_s=(0, 0), work_s=0)
        self.wires = {Channel.TELEGRAM: Wire(Channel.TELEGRAM)}
        channels = {**self.wires, Channel.TERMINAL: self.neighbours}
        self.whole = Whole(settings, channels, lambda: self.now)
        self.channel_of["Mei"] = Channel.TELEGRAM

    async def settle(self):
        """Let everything that is due happen, what neighbours say included."""
        await super().settle()
        while await self.neighbours.rest():
            await super().settle()

    def open_prompt(self, name):
        """The question of the form a resident asks with; it ends where help may have arrived."""
        prompt = super().open_prompt(name)
        return prompt if prompt and not prompt.code.startswith("follow_up.") else None

    async def add_neighbour(self, name):
        """A volunteer who answers by themselves, in a group of their own."""
        await self.add_group(f"group of {name}", 200, ["groceries"])
        joining = Joining(
            name=name, services=["food"], how=["in_person"], languages=["en"], hours=["any_time"]
        )

        def unit(conn):
            here = addresses.address_for(conn, Channel.TERMINAL, name, now=self.now)
            group_id = self.groups[f"group of {name}"]
            groups.join(conn, group_id, here.person_id, joining, now=self.now)

        await self.write(unit)


@pytest.fixture
async def practice(tmp_path):
    """A Linli of its own, with neighbours."""
    world = Practice(settings_for(f"sqlite:///{tmp_path}/linli.sqlite3", tmp_path))
    await world.whole.open()
    yield world
    await world.whole.close()


async def test_a_request_goes_from_first_word_to_help_arrived_by_itself(practice):
    """Accepted, on the way, done: nobody but the resident types anything."""
    await practice.add_neighbour(WILLING)
    await practice.ask("Mei", "groceries", "today", "")
    practice.expect("Mei", f"{WILLING} will help you")
    practice.expect("Mei", f"{WILLING} is on the way to you")
    practice.expect("Mei", "Did the help arrive")
    assert await practice.request_status("Mei") == "done"


async def test_who_is_not_willing_declines_and_another_is_asked(practice):
    """A newcomer sees also that a no is no drama."""
    await practice.add_neighbour(UNWILLING)
    await practice.add_neighbour(WILLING)
    await practice.ask("Mei", "groceries", "today", "")
    assert await practice.request_status("Mei") == "done"
    assert UNWILLING not in "\n".join(practice.heard("Mei"))


async def test_about_two_of_three_are_willing():
    """Enough that help comes, too few for a fairy tale."""
    willing = sum(is_willing(f"neighbour-{n}", "1") for n in range(1287))
    assert 0.63 < willing / 1287 < 0.71


class Ear:
    """Ports that remember what was received."""

    def __init__(self):
        self.received = []

    async def receive(self, message):
        """Remember it."""
        self.received.append(message)
        return "address"

    @property
    def buttons(self):
        """The buttons pressed so far, in order."""
        return [message.body.get("button") for message in self.received]


@pytest.fixture
async def ear():
    """What neighbours say."""
    return Ear()


@pytest.fixture
async def neighbours(ear):
    """Neighbours who answer at once, to a listening ear."""
    made = Neighbours(answer_s=(0, 0), work_s=0)
    await made.open(SimpleNamespace(receive=ear.receive))
    yield made
    await made.close()


def put(code, question_id="", address=WILLING):
    """A message with a question or a notice of this code."""
    kind = Kind.ONE if question_id else None
    prompt = Prompt("words", kind=kind, question_id=question_id, code=code)
    return Outgoing(address, "notice", "en", prompt, ("words",))


async def tell(neighbours, *messages):
    """Send messages and wait for all that is said to each."""
    for message in messages:
        await neighbours.send(message)
        while await neighbours.rest():
            pass


async def test_a_question_that_is_put_again_is_answered_as_the_same_message(neighbours, ear):
    """The API keeps a message id once, so that nothing happens twice."""
    await tell(neighbours, put("offer.answer", FIRST), put("offer.answer", FIRST))
    assert ear.buttons == ["1:accept", "1:accept"]
    assert len({message.message_id for message in ear.received}) == 1


async def test_a_neighbour_with_a_task_takes_no_other(neighbours, ear):
    """One thing after another, as people do it."""
    await tell(neighbours, put("offer_accepted"), put("offer.answer", FIRST))
    assert ear.buttons == ["1:decline"]


async def test_a_neighbour_whose_task_is_over_is_free_again(neighbours, ear):
    """However it ended."""
    await tell(neighbours, put("offer_accepted"), put("task_cancelled"))
    await tell(neighbours, put("offer.answer", FIRST))
    assert ear.buttons == ["1:accept"]


async def test_done_is_said_even_if_another_offer_stood_in_between(neighbours, ear):
    """The word that there is news is spoken again once the offer is out of the way."""
    await tell(neighbours, put("offer_accepted"), put("task.step", "2"))
    await tell(neighbours, put("task.arrive_at", "3"))
    await tell(neighbours, put("offer.answer", "4"), put("offer_declined"), put("task.step", "5"))
    said = [message.body for message in ear.received]
    assert said == [
        {"button": "2:on_my_way"},
        {"button": "3:minutes_15"},
        {"text": "9"},
        {"button": "4:decline"},
        {"text": "9"},
        {"button": "5:done"},
    ]


@pytest.mark.parametrize("code", ["enrol.what", "choose_language.language", "reminder", "offer"])
async def test_to_anything_else_a_neighbour_says_nothing(neighbours, ear, code):
    """They play one part only."""
    await tell(neighbours, put(code, FIRST))
    assert ear.received == []


async def test_a_neighbour_who_is_let_go_says_nothing_more(ear):
    """Closing waits for nobody's delay."""
    slow = Neighbours(answer_s=(3600, 3600))
    await slow.open(SimpleNamespace(receive=ear.receive))
    await slow.send(put("offer.answer", FIRST))
    await slow.close()
    assert ear.received == []


async def test_where_no_neighbour_lives_a_message_goes_beyond_or_is_refused(neighbours):
    """The person at the terminal can practise with them."""
    terminal = Wire(Channel.TERMINAL)
    both = Neighbours(beyond=terminal)
    message = put("offer.answer", FIRST, address="me")
    await both.send(message)
    assert terminal.sent["me"] == [message]
    with pytest.raises(SendError) as refused:
        await neighbours.send(message)
    assert refused.value.kind is SendFailure.STOPPED
