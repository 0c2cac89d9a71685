"""The API in one process, with endpoints of the bench beside it, over the practice district.

`python -m bench.api_server FOLDER` prints its port and a coordinator's token.
"""

from __future__ import annotations

import asyncio
import socket
import sys
from datetime import datetime
from pathlib import Path

import uvicorn
import uvloop
from sqlalchemy import Connection

from api.app import Node
from api.database.tables.groups import groups as tables
from api.groups import service as groups
from api.matching import service as matching
from api.matching.schemas import MatchIn
from api.requests.schemas import ForSomebody
from api.settings import Settings
from api.vocabulary import Role

EMPTY = "/bench/empty"
EMPTY_MATCH = "/bench/match/empty"
CLAIM = "/bench/match/claim"
PLACES = 1_000_000
"""So many tasks a group can take here: claims of a whole run fill nobody."""

ASKED = 5
"""So many groups a first wave of offers goes to."""


async def serve(folder: Path) -> None:
    """Serve until stopped; the dispatch worker rests, for it is not what is measured."""
    settings = Settings(
        database=f"sqlite:///{folder / 'linli.sqlite3'}", key_file=folder / "keys.json"
    )
    node = Node(settings)

    @node.app.post(EMPTY, status_code=201)
    async def empty(body: ForSomebody) -> None:
        """Take the same body, check it as well, and do nothing."""
        del body

    @node.app.post(EMPTY_MATCH, status_code=201)
    async def empty_match(body: MatchIn) -> None:
        """Take the same body, check it as well, and do nothing."""
        del body

    @node.app.post(CLAIM, status_code=201)
    async def claim(body: MatchIn) -> None:
        """Find the best groups and take a place of the first, durably, in one unit of work."""
        await node.store.write(lambda conn: take(conn, body, node.clock()))

    await node.open()
    try:
        await node.practise()
        await node.store.write(lambda conn: conn.execute(tables.update().values(capacity=PLACES)))
        token = await node.secret(Role.COORDINATOR, "bench")
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.bind(("127.0.0.1", 0))
        listening.listen(128)
        sys.stdout.write(f"{listening.getsockname()[1]} {token}\n")
        sys.stdout.flush()
        config = uvicorn.Config(node.app, lifespan="off", log_level="warning", access_log=False)
        await uvicorn.Server(config).serve(sockets=[listening])
    finally:
        await node.close()


def take(conn: Connection, body: MatchIn, now: datetime) -> None:
    """The claim of the best group; RuntimeError if nobody is able: nothing would be measured."""
    if body.request is None:
        raise RuntimeError("a request is wanted")
    wanted = matching.wanted_of(conn, body.request, now=now)
    found = matching.best(conn, wanted, now=now, k=ASKED)
    if not found or not groups.take_place(conn, found[0].group_id):
        raise RuntimeError("nobody is able")


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(Path(sys.argv[1])))
