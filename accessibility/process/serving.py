"""The inside of a worker process: orders in on standard input, answers out, until the input ends.

Each is one line of JSON; one with `bytes` is followed by so many bytes.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO, Protocol


class Answers(Protocol):
    """What a worker is for."""

    def hello(self) -> Mapping[str, object]:
        """What there is, said once at the beginning."""

    def answer(self, order: dict[str, Any], sent: bytes) -> tuple[Mapping[str, object], bytes]:
        """The answer to an order and the bytes sent with it, and bytes to go behind it."""


def serve(made: Callable[[], Answers]) -> int:
    """Say what there is, then answer; `made` is called when nothing can print into the answers."""
    out = _own_descriptor()
    _leave_no_core()
    answers = made()
    _tell(out, answers.hello())
    for line in iter(sys.stdin.buffer.readline, b""):
        order = json.loads(line)
        sent = sys.stdin.buffer.read(order.get("bytes", 0))
        _tell(out, *answers.answer(order, sent))
    return 0


def _own_descriptor() -> BinaryIO:
    """Standard output as a descriptor that only we know; what libraries print goes elsewhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _leave_no_core() -> None:
    """A crash writes no image of memory to the disk: what was said would be in it."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _tell(out: BinaryIO, told: Mapping[str, object], behind: bytes = b"") -> None:
    out.write(json.dumps({**told, "bytes": len(behind)}).encode() + b"\n" + behind)
    out.flush()
