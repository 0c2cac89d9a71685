"""A desk of its own for every test."""

import pytest

from tests.bot.desk.office import Office


@pytest.fixture
async def office(tmp_path):
    """A neighbourhood with a desk; it answers by itself once `work` was called on its bot."""
    made = Office(tmp_path)
    await made.whole.open()
    yield made
    await made.close()
