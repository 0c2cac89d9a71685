"""Durable requests a second, as a share of what the same server does with an empty POST."""

from __future__ import annotations

import json
import tempfile

from bench.api_server import EMPTY
from bench.loopback import Post, seconds_each
from bench.measure import SLICES, Measure, ratios
from bench.processes import running

CREATED = 201
BODY = {
    "request": {
        "needs": ["groceries", "medicine"],
        "urgency": "today",
        "place": {"text": "Rain Well, door 3", "latitude": 31.01696, "longitude": 123.50521},
        "accommodations": ["no_phone_calls"],
        "name": "Mei",
        "details": {"food": "soft food"},
    }
}
"""What a coordinator sends; nothing in it is anybody's."""


async def take(rounds: int, size: int) -> list[float]:
    """How many creates fit into the time of one empty POST, of `size` of each in a slice."""
    with tempfile.TemporaryDirectory() as folder:
        async with running("bench.api_server", folder) as server:
            port, token = server.line.split()
            body = json.dumps(BODY).encode()
            durable = Post(int(port), "/v1/requests", body, token, CREATED)
            empty = Post(int(port), EMPTY, body, token, CREATED)
            return await ratios(
                rounds,
                # The rate of ours to the peer's is the peer's seconds to ours.
                ours=lambda: seconds_each(empty, size),
                peers=lambda: seconds_each(durable, size),
                slices=SLICES,
            )


MEASURE = Measure(
    "create_rate_ratio",
    "ratio",
    "an empty validated POST in the same server",
    take,
    size=100,
    goal=0.15,
    more_is_better=True,
)
