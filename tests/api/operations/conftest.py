"""A deployment of its own, with somebody in it; commands run beside its server or without one."""

import asyncio
import threading

import pytest
import uvicorn

from api.app import Node
from api.operations import Deployment
from api.people import service as people
from api.settings import Settings
from tests.api.world import hear, meet, message

NAME = "Quillfeather"


@pytest.fixture
def at(tmp_path):
    """Where everything is kept; nothing is there yet."""
    return Deployment(f"sqlite:///{tmp_path}/data/linli.sqlite3", tmp_path / "data" / "keys.json")


@pytest.fixture
def path(at):
    """The database's file."""
    return at.key_file.with_name("linli.sqlite3")


def node_of(at):
    """The API over a deployment."""
    return Node(Settings(database=at.database, key_file=at.key_file))


async def fill(node):
    """Somebody who wrote, with a name; the id of the person."""
    met = await node.store.write(meet())
    await node.store.write(lambda conn: people.set_name(conn, met.person_id, NAME))
    await node.store.write(hear(message("my words")))
    return met.person_id


@pytest.fixture
def person_id(at):
    """A deployment that somebody wrote to, at rest."""

    async def once():
        node = node_of(at)
        await node.open()
        try:
            return await fill(node)
        finally:
            await node.close()

    return asyncio.run(once())


class Server(uvicorn.Server):
    """A web server that says when it listens."""

    def __init__(self, config):
        super().__init__(config)
        self.listening = asyncio.Event()

    async def startup(self, sockets=None):
        """It listens."""
        await super().startup(sockets)
        self.listening.set()


class Serving:
    """The deployment's server on a free port, on a thread of its own."""

    def __init__(self, at):
        self._at = at
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))

    async def _serve(self):
        node = node_of(self._at)
        await node.open()
        config = uvicorn.Config(node.app, port=0, log_config=None, lifespan="off")
        self._server = Server(config)
        serving = asyncio.create_task(self._server.serve())
        await self._server.listening.wait()
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        await node.announce(self.url)
        self._ready.set()
        await serving
        await node.close()

    def __enter__(self):
        """It listens."""
        self._thread.start()
        assert self._ready.wait(60)
        return self

    def __exit__(self, *_):
        """It has stopped."""
        self._server.should_exit = True
        self._thread.join(60)


@pytest.fixture
def serving(at):
    """The deployment with a server that runs."""
    with Serving(at) as server:
        yield server
