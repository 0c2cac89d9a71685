"""The application of these tests, whose clock they move."""

from datetime import datetime

import pytest

from api.app import create_app
from tests.api.serving import bearer, http, secrets
from tests.api.world import NOON, SETTINGS

__all__ = ["bearer", "http", "secrets"]


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now: datetime = NOON

    def __call__(self) -> datetime:
        """The time it was set to."""
        return self.now


@pytest.fixture
def clock():
    """The clock of the application."""
    return Clock()


@pytest.fixture
def app(store, clock):
    """The application over each engine."""
    return create_app(SETTINGS, store, clock)
