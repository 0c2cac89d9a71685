"""A match and the claim of the best group over HTTP, in empty requests to the same server."""

from __future__ import annotations

import json
import tempfile

from bench.api_server import CLAIM, EMPTY_MATCH
from bench.create_rate import BODY, CREATED
from bench.loopback import Post, seconds_each
from bench.measure import SLICES, Measure, ratios
from bench.processes import running


async def take(rounds: int, size: int) -> list[float]:
    """Seconds of a match with its claim, made durable, by those of an empty POST."""
    with tempfile.TemporaryDirectory() as folder:
        async with running("bench.api_server", folder) as server:
            port, token = server.line.split()
            body = json.dumps(BODY).encode()
            claim = Post(int(port), CLAIM, body, token, CREATED)
            empty = Post(int(port), EMPTY_MATCH, body, token, CREATED)
            return await ratios(
                rounds,
                ours=lambda: seconds_each(claim, size),
                peers=lambda: seconds_each(empty, size),
                slices=SLICES,
            )


ENDPOINT = Measure(
    "match_claim_endpoint_ratio",
    "ratio",
    "an empty validated POST in the same server",
    take,
    size=100,
    goal=2.5,
)
