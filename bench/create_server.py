"""The API in one process, with an empty endpoint beside it: what `bench.create_rate` measures.

`python -m bench.create_server FOLDER` prints its port and a coordinator's token.
"""

from __future__ import annotations

import asyncio
import socket
import sys
from pathlib import Path

import uvicorn
import uvloop

from api.app import Node
from api.requests.schemas import ForSomebody
from api.settings import Settings
from api.vocabulary import Role

EMPTY = "/bench/empty"


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

    await node.open()
    try:
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


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(Path(sys.argv[1])))
