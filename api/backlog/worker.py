"""The process that finds an assignment: a problem comes in as JSON, the groups go out.

A process of its own, for the search takes all of a processor for a second and some 30 MB: the
server goes on meanwhile, has its memory back, and can stop what takes too long.
"""

from __future__ import annotations

import json
import sys

from api.backlog.rules import Want, assign


def main() -> None:
    """Reads one problem, writes one answer."""
    problem = json.load(sys.stdin)
    wants = [Want(weight, costs) for weight, costs in problem["wants"]]
    json.dump(assign(wants, problem["places"]), sys.stdout)


if __name__ == "__main__":
    main()
