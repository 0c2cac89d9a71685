"""One listener with the test weights for all tests of a file: loading them takes seconds."""

import pytest_asyncio

from accessibility.listen.listener import Listener
from accessibility.speech import spoken
from accessibility.voice.sound import Format, Manner
from accessibility.voice.speaker import Speaker
from locales import catalog
from tests.weights import listening


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def listener():
    """Listens in English, Chinese and what else Whisper knows."""
    async with Listener(listening()) as one:
        yield one


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def say():
    """Speaks a text into a file."""
    async with Speaker() as speaker:

        async def said(text, language="en", kind=Format.WAV):
            return await speaker.say(spoken(text, catalog(language)), Manner(kind))

        yield said
