"""What is done beside requests: a plan gone on with, and the process that finds an assignment.

A process of its own, for the search takes all of a processor for a second and some 30 MB: the
server goes on meanwhile, has its memory back, and can stop what takes too long. A problem comes
in as JSON, the groups go out.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from api.backlog.rules import Want, assign

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from api.settings import Settings


def due(conn: Connection, now: datetime, settings: Settings) -> bool:
    """A few assignments of a plan that is being applied; never more in one round of the worker.

    So a plan of a thousand takes a minute, and whatever is urgent comes in between.
    """
    from api.backlog import store  # noqa: PLC0415 - the search's process needs no database

    if store.applied_since(conn) is not None:
        from api.backlog import service  # noqa: PLC0415 - memory of an idle server

        service.go_on(conn, now, settings)
    return False


def next_due(conn: Connection, _settings: Settings) -> datetime | None:
    """A moment gone by while a plan is being applied."""
    from api.backlog import store  # noqa: PLC0415 - as above

    return store.applied_since(conn)


def main() -> None:
    """Reads one problem, writes one answer."""
    problem = json.load(sys.stdin)
    wants = [Want(weight, costs) for weight, costs in problem["wants"]]
    json.dump(assign(wants, problem["places"]), sys.stdout)


if __name__ == "__main__":
    main()
