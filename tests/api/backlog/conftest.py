"""The application, for the tests of routes; and the context of a coordinator who plans."""

import pytest

from api.auth.access import Context, Environment
from api.auth.actor import Actor
from api.backlog import rules
from api.backlog.service import proposing
from api.vocabulary import Role
from tests.api.district import NOW, SETTINGS
from tests.api.serving import app, bearer, http, secrets

__all__ = ["app", "bearer", "http", "secrets"]


@pytest.fixture
def at(store, monkeypatch):
    """The context of a coordinator at a moment; the search is in this process, to be quick."""

    async def here(wants, places):
        return rules.assign(wants, places)

    monkeypatch.setattr(proposing, "solve", here)

    def given(now=NOW):
        environment = Environment(store, SETTINGS, lambda: now)
        return Context(environment, Actor(Role.COORDINATOR, "a coordinator"), now)

    return given
