"""A client that costs little: the same request over one connection again and again.

A client library would cost more than the server it measures, and hide what the server costs.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from time import perf_counter

CONNECTIONS = 50
"""Requests under way at one time."""


@dataclass(frozen=True, slots=True)
class Post:
    """A POST of JSON to a server on this machine, and the status it is to be answered with."""

    port: int
    path: str
    body: bytes
    token: str
    status: int

    def as_bytes(self) -> bytes:
        """The request as it goes over the wire."""
        head = (
            f"POST {self.path} HTTP/1.1\r\nhost: 127.0.0.1\r\n"
            f"authorization: Bearer {self.token}\r\ncontent-type: application/json\r\n"
            f"content-length: {len(self.body)}\r\n\r\n"
        )
        return head.encode() + self.body


async def seconds_each(post: Post, count: int) -> float:
    """Seconds a request takes of the server, of `count` requests sent over several connections."""
    shares = [count // CONNECTIONS] * CONNECTIONS
    shares[0] += count % CONNECTIONS
    begun = perf_counter()
    async with asyncio.TaskGroup() as group:
        for share in filter(None, shares):
            group.create_task(_send(post, share))
    return (perf_counter() - begun) / count


async def _send(post: Post, count: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", post.port)
    request = post.as_bytes()
    try:
        for _ in range(count):
            writer.write(request)
            status = await _status(reader)
            if status != post.status:
                raise RuntimeError(f"{post.path} answered {status}")
    finally:
        writer.close()
        await writer.wait_closed()


async def _status(reader: asyncio.StreamReader) -> int:
    """The status of one answer, which is read to its end."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    _, _, length = head.partition("content-length:")
    await reader.readexactly(int(length.split("\r\n", 1)[0]))
    return int(head.split(" ", 2)[1])
