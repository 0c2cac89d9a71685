"""The shell around the engine: a turn that fails is taken again."""

from datetime import timedelta

import pytest

from api.vocabulary import Channel, InboundKind
from bot.channel import Inbound
from bot.service import Problem


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
