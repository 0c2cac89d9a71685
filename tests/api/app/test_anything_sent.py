"""Whatever is sent to any operation, by whoever may call it, the API keeps to its description."""

import asyncio
import threading
from datetime import timedelta

import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
)

from api.app import create_app
from api.app.metrics import name_of
from api.app.operation import allow_of
from api.app.routers import ENDPOINTS
from api.auth import service as auth
from api.database.engine import open_store
from api.vocabulary import Role
from tests.api.world import NOON, SETTINGS
from tests.parts import EVERYTHING

STREAMS = ("reports.events",)  # they go on for as long as was asked; tests of their own end them
ROUTES = {name: one for one in ENDPOINTS if (name := name_of(one)) not in STREAMS}
CHECKS = (not_a_server_error, content_type_conformance, response_schema_conformance)
TRIES = 60 if EVERYTHING else 8
NOBODY = "nobody"
WAITS = ("turns.claim", "notices.claim")  # they would wait for work that never comes
UNREADABLE = frozenset({400, 404, 405, 422})
"""Refused as no operation at all, before anybody is asked who they are."""


class Served(uvicorn.Server):
    """The application on a free port, on a thread and an event loop of its own."""

    def __init__(self, store):
        app = create_app(SETTINGS, store, lambda: NOON)
        super().__init__(uvicorn.Config(app, port=0, log_config=None, lifespan="off"))
        self.store = store
        self.ready = threading.Event()

    async def serve_all(self):
        """Open the store, serve until told to stop."""
        self.loop = asyncio.get_running_loop()
        await self.store.open()
        await self.serve()
        await self.store.close()

    def secret(self, role):
        """A new token of a role: what is sent may end the one it is sent with."""
        if role == NOBODY:
            return "0" * 64

        def unit(conn):
            return auth.issue(conn, role, "a test", now=NOON, lifetime=timedelta(days=1))

        return asyncio.run_coroutine_threadsafe(self.store.write(unit), self.loop).result(30)

    async def startup(self, sockets=None):
        """Tell the test that it listens."""
        await super().startup(sockets)
        self.ready.set()

    @property
    def url(self):
        """Where it listens."""
        return f"http://127.0.0.1:{self.servers[0].sockets[0].getsockname()[1]}"


@pytest.fixture(scope="module")
def served(blank_file, keys, tmp_path_factory):
    """The application over an SQLite file of its own."""
    path = tmp_path_factory.mktemp("served") / "linli.sqlite3"
    path.write_bytes(blank_file.read_bytes())
    server = Served(open_store(f"sqlite:///{path}", keys=keys))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve_all()))
    thread.start()
    assert server.ready.wait(30)
    yield server
    server.should_exit = True
    thread.join(30)


@pytest.fixture(scope="module")
def described(served):
    """The description as the server gives it."""
    return schemathesis.openapi.from_url(f"{served.url}/openapi.json")


def senders(route):
    """Everybody who may call an endpoint, more often than those who may not."""
    allowed = sorted(allow_of(route)[1].roles)
    others = [role for role in Role if role not in allowed]
    return st.sampled_from([*allowed * 4, *others, NOBODY])


@pytest.mark.parametrize("name", ROUTES)
def test_whatever_is_sent_the_answer_is_as_described(served, described, name):
    """No crash, no shape that was not declared; a refusal is a problem, first of who may not."""
    route = ROUTES[name]
    operation = described[route.path_format][next(iter(route.methods))]

    @given(case=operation.as_strategy(), sender=senders(route))
    @settings(max_examples=TRIES, suppress_health_check=list(HealthCheck))
    def send(case, sender):
        if name in WAITS and isinstance(case.body, dict):
            case.body["wait_s"] = 0
        answer = case.call(headers={"authorization": f"Bearer {served.secret(sender)}"})
        case.validate_response(answer, checks=CHECKS)
        if sender not in allow_of(route)[1].roles:
            assert answer.status_code in UNREADABLE | {401 if sender == NOBODY else 403}

    send()
