"""A speaker for each test, ended afterwards."""

import pytest

from accessibility.voice.speaker import Speaker


@pytest.fixture
async def speaker():
    """One that keeps nothing."""
    async with Speaker() as one:
        yield one
