"""The shell around the engine: turns are brought back whole, and said in as few messages."""

from datetime import timedelta

import pytest

from api.vocabulary import Channel, InboundKind
from bot.channel import Inbound
from bot.conversation import body_of, spoken_together
from bot.dialogue.state import Asked, State, Turn
from bot.service import Problem
from tests.bot.work import ID, leased

ASKED = Asked("ask.need", question_id="3")
SORRY = Asked("unclear", {"question": "ask.need"})
CARD = Asked("danger_card")


def test_a_statement_joins_the_question_after_it():
    """Two messages would be two SMS, and two announcements of a screen reader."""
    (message,) = spoken_together((SORRY, ASKED))
    assert message["code"] == "ask.need"
    assert message["values"]["first"] == [{"code": "unclear", "values": {"question": "ask.need"}}]


def test_the_danger_card_always_stands_alone():
    """Nothing may come before it or hide it."""
    assert [m["code"] for m in spoken_together((CARD, ASKED))] == ["danger_card", "ask.need"]


def test_a_statement_with_no_question_after_it_is_said_by_itself():
    """A conversation may end with words."""
    assert [m["code"] for m in spoken_together((Asked("stopped"),))] == ["stopped"]


@pytest.mark.parametrize("call_id", [ID, None])
def test_what_is_wrong_with_a_paper_is_told_to_who_typed_it(call_id):
    """In a call that is its page, and never the resident's own channel."""
    work = leased(InboundKind.ANSWER_LINE, text="1=1")
    came = work.inbound.model_copy(update={"call_id": call_id})
    turn = Turn(State(), prompts=(Asked("line_no_check"), Asked("stopped")))
    told = body_of(work.model_copy(update={"inbound": came}), turn).prompts
    assert [prompt.quiet for prompt in told] == [call_id is not None, False]


async def test_a_turn_another_worker_was_faster_with_is_dropped(world, monkeypatch):
    """The message stays with whoever holds its lane; this worker goes on."""

    async def stale(_turn):
        raise Problem(409, "stale_turn")

    await world.wire("Ann").ports.receive(_hello())
    monkeypatch.setattr(type(world.whole.bot.service), "turn", lambda _self, turn: stale(turn))
    assert await world.whole.bot.conversation.step()


async def test_any_other_problem_is_not_swallowed(world, monkeypatch):
    """A fault of ours must be seen, not lost."""

    async def broken(_turn):
        raise Problem(422, "invalid")

    await world.wire("Ann").ports.receive(_hello())
    monkeypatch.setattr(type(world.whole.bot.service), "turn", lambda _self, turn: broken(turn))
    with pytest.raises(Problem):
        await world.whole.bot.conversation.step()


async def test_a_message_that_failed_is_taken_up_again(world, monkeypatch):
    """What a crashed turn left is answered once its lease is over."""
    await world.wire("Ann").ports.receive(_hello())
    with monkeypatch.context() as broken:
        broken.setattr(type(world.whole.bot.service), "turn", _fails)
        with pytest.raises(Problem):
            await world.whole.bot.conversation.step()
    world.expect_nothing("Ann")
    await world.pass_time(timedelta(minutes=1))
    world.expect("Ann", "press its number")


async def test_an_old_button_changes_nothing(world):
    """A button of an earlier question is told so, and the open question stands."""
    await world.say("Ann", "hello")
    old = world.open_prompt("Ann")
    await world.say("Ann", "1")
    now = world.open_prompt("Ann")
    button = f"{old.question_id}:zh-Hans"
    await world.receive("Ann", InboundKind.BUTTON, button=button)
    world.expect("Ann", "belongs to an earlier question")
    assert world.open_prompt("Ann").question_id == now.question_id


async def test_a_person_of_two_channels_is_told_where_they_asked(world):
    """An answer goes to the address the person wrote from last."""
    world.channel_of["AnnOnTelegram"] = Channel.TELEGRAM
    await world.say("Ann", "hello")
    await world.say("AnnOnTelegram", "hello")
    world.expect("Ann", "press its number")
    world.expect("AnnOnTelegram", "press its number")


def _hello():

    return Inbound("m1", "ann", InboundKind.TEXT, {"text": "hello"})


async def _fails(_self, _turn):
    raise Problem(500, "crashed")
