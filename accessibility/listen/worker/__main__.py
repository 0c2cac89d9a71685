"""Says which languages are understood, then listens, until its orders end."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from accessibility.listen.worker.listening import Listening
from accessibility.process.serving import serve

NICER = 5
"""The bot answers people while somebody is listened to; it goes first."""


def main() -> int:
    """The worker, with the models of the folder that is named."""
    with suppress(AttributeError, OSError):  # not on every system
        os.nice(NICER)
    return serve(lambda: Listening(Path(sys.argv[1])))


if __name__ == "__main__":
    sys.exit(main())
