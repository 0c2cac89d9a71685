"""Says which voices there are, then speaks, until its orders end."""

from __future__ import annotations

import sys
from pathlib import Path

from accessibility.process.serving import serve
from accessibility.voice.worker.speaking import Speaking


def main() -> int:
    """The worker, with the operator's own voices if a folder of them is named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    return serve(lambda: Speaking(folder))


if __name__ == "__main__":
    sys.exit(main())
