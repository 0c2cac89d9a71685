"""The rules of understanding are read when somebody first writes words, and hold up nobody."""

import asyncio
from threading import Event

import pytest

from accessibility import understand
from accessibility.understand import ready
from bot import ready as waiting
from tests.bot.test_conversation_at_work import answering, receive

PATIENCE_S = 60


@pytest.fixture
def unread(monkeypatch):
    """No rules were read yet."""
    monkeypatch.setattr(ready, "_read", set())


async def test_whoever_presses_keys_is_answered_while_rules_are_read(world, monkeypatch, unread):
    """Who wrote words is answered when they are."""
    begun, may_end = asyncio.Event(), Event()
    loop = asyncio.get_running_loop()

    def slowly():
        loop.call_soon_threadsafe(begun.set)
        assert may_end.wait(PATIENCE_S)
        understand.get_ready()

    monkeypatch.setattr(waiting, "get_ready", slowly)
    async with answering(world, monkeypatch) as wire:
        await receive(world, "Ann", "I need food")
        await begun.wait()
        await receive(world, "Zoe", "1")
        await wire.until("zoe", 1)
        assert world.heard("Ann") == []
        may_end.set()
        await wire.until("ann", 1)


@pytest.mark.parametrize("key", ["", " ", "1", " 12 ", "２"])
def test_a_key_needs_no_rules(unread, key):
    """A machine on which everybody presses keys never holds them in memory."""
    assert understand.is_ready(key)


@pytest.mark.parametrize("words", ["help", "救", "999", "no", "1?"])
def test_all_else_waits_for_them_once(unread, words):
    """Emergency numbers are a cry, too."""
    assert not understand.is_ready(words)
    understand.get_ready()
    assert understand.is_ready(words)
