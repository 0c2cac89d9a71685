"""The tables of every feature, on one MetaData; importing this package declares them all."""

from api.database.tables import (
    auth,
    calls,
    groups,
    inbound,
    notices,
    people,
    places,
    recordings,
    requests,
    restrictions,
    sessions,
)

__all__ = [
    "auth",
    "calls",
    "groups",
    "inbound",
    "notices",
    "people",
    "places",
    "recordings",
    "requests",
    "restrictions",
    "sessions",
]
