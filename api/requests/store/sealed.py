"""What is personal in a request, sealed on its way in and unsealed for who may know it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.private import vault
from api.database.tables.requests import requests

SEALED = ("place", "details", "remark")


def sealed(conn: Connection, request_id: str, values: Mapping[str, Any]) -> dict[str, bytes]:
    """Those of these values that are personal, as they are kept."""
    return {
        column: vault(conn).seal("requests", column, request_id, json.dumps(values[column]))
        for column in SEALED
        if column in values
    }


def unsealed(conn: Connection, request_id: str, column: str) -> Any:  # noqa: ANN401 - any document
    """What a sealed column says; None if it is empty, or was emptied."""
    return unsealed_of(conn, [request_id], column).get(request_id)


def unsealed_of(conn: Connection, request_ids: Collection[str], column: str) -> dict[str, Any]:
    """What a sealed column says of some requests, by their ids; not where it is empty."""
    which = requests.c.id.in_(list(request_ids))
    rows = conn.execute(sa.select(requests.c.id, requests.c[column]).where(which))
    return {
        request_id: json.loads(vault(conn).unseal("requests", column, request_id, blob))
        for request_id, blob in rows
        if blob
    }
