"""What tests of the bot share: the world that journeys happen in."""

from tests.journeys.conftest import world

__all__ = ["world"]
