"""Orders in on standard input, answers out, one line of JSON each, until the input ends.

An answer with `bytes` is followed by so many bytes of audio.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from accessibility.voice.worker.speaking import Speaking


def main() -> int:
    """Say which voices there are, then speak."""
    answers = _own_descriptor()
    _leave_no_core()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    speaking = Speaking(folder)
    _tell(answers, speaking.hello())
    for line in sys.stdin:
        _tell(answers, *speaking.answer(json.loads(line)))
    return 0


def _own_descriptor() -> BinaryIO:
    """Standard output as a descriptor that only we know; what libraries print goes elsewhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _leave_no_core() -> None:
    """A crash writes no image of memory to the disk: what was said would be in it."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:  # not on every system
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _tell(answers: BinaryIO, told: Mapping[str, object], audio: bytes = b"") -> None:
    answers.write(json.dumps(told).encode() + b"\n" + audio)
    answers.flush()


if __name__ == "__main__":
    sys.exit(main())
