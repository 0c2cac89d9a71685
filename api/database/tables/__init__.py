"""The tables of every feature, on one MetaData; importing this package declares them all."""

from api.database.tables import (
    auth,
    backlog,
    calls,
    changes,
    groups,
    inbound,
    notices,
    people,
    places,
    recordings,
    requests,
    restrictions,
    sessions,
    texts,
    understanding,
    watching,
)

__all__ = [
    "auth",
    "backlog",
    "calls",
    "changes",
    "groups",
    "inbound",
    "notices",
    "people",
    "places",
    "recordings",
    "requests",
    "restrictions",
    "sessions",
    "texts",
    "understanding",
    "watching",
]
