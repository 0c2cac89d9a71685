"""The application over each engine, called over HTTP and inside one process."""

from datetime import timedelta

import httpx
import pytest

from api.app import Direct, create_app
from api.auth import service as auth
from api.vocabulary import Role
from tests.api.world import NOON, SETTINGS

DAY = timedelta(days=1)


@pytest.fixture
def app(store):
    """The application, at noon."""
    return create_app(SETTINGS, store, lambda: NOON)


@pytest.fixture
async def secrets(store):
    """A token of each role."""
    return {
        role: await store.write(
            lambda conn, role=role: auth.issue(conn, role, "a test", now=NOON, lifetime=DAY)
        )
        for role in Role
    }


@pytest.fixture
async def http(app):
    """A client of the application."""
    wire = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=wire, base_url="http://linli") as client:
        yield client


@pytest.fixture
def bearer(secrets):
    """The header of a role."""
    return lambda role: {"authorization": f"Bearer {secrets[role]}"}


@pytest.fixture
def direct(app, secrets):
    """A caller inside the process, with the bot's token."""
    return Direct(app, secrets[Role.BOT])
