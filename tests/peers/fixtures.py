"""Fixtures of the Telegram peers, for `pytest_plugins = ["tests.peers.fixtures"]`.

Rule: a test fails when Telegram refused something, or when a declared fault never happened.
"""

from collections.abc import AsyncIterator, Callable

import pytest

from tests.peers.fault_proxy import FaultProxy
from tests.peers.telegram_emulator import TelegramEmulator
from tests.peers.telegram_group import TelegramGroup
from tests.peers.telegram_person import TelegramPerson


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    """Telegram; a test that means to be refused clears `telegram.refusals` itself."""
    async with TelegramEmulator() as emulator:
        yield emulator
    assert emulator.refusals == [], "Telegram's contract refused what the bot sent"


@pytest.fixture
async def fault_proxy(telegram: TelegramEmulator) -> AsyncIterator[FaultProxy]:
    """Telegram behind a network whose faults the test declares."""
    async with FaultProxy(telegram.base_url) as proxy:
        yield proxy
        unused = proxy.unused
    assert unused == [], "declared faults that never happened"


@pytest.fixture
def person(telegram: TelegramEmulator) -> TelegramPerson:
    """Somebody who has opened the bot before."""
    return TelegramPerson(telegram)


@pytest.fixture
def new_person(telegram: TelegramEmulator) -> Callable[..., TelegramPerson]:
    """Makes people: `new_person("Wang", "zh", stranger=True)`."""
    return lambda *who, **how: TelegramPerson(telegram, *who, **how)


@pytest.fixture
async def group(telegram: TelegramEmulator, person: TelegramPerson) -> TelegramGroup:
    """A group chat into which `person` has just added the bot."""
    chat = TelegramGroup(telegram)
    await chat.adds_bot(person)
    return chat
