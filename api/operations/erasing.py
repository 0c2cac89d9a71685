"""A person forgotten at their wish, found by one of their addresses."""

from __future__ import annotations

from datetime import datetime

from pydantic import ValidationError
from sqlalchemy import Connection

from api.addresses import service as addresses
from api.auth.actor import Actor
from api.errors import NotFound
from api.operations.performing import Deed, Deployment, Failed, perform
from api.operations.schemas import Erase, Erased
from api.retention import service as retention


def erase(at: Deployment, written: str) -> dict[str, int]:
    """How many rows of which column were forgotten; `written` as `channel:address`.

    Raises Failed.
    """
    channel, _, address = written.partition(":")
    try:
        wanted = Erase.model_validate({"channel": channel, "address": address})
    except ValidationError as error:
        raise Failed("Write whom to erase as channel:address, such as telegram:123.") from error

    def unit(conn: Connection, actor: Actor, now: datetime) -> Erased:
        return forget(conn, wanted, actor, now=now)

    return perform(Deed("POST", "/v1/erase", wanted, Erased, unit), at).rows


def forget(conn: Connection, wanted: Erase, actor: Actor, *, now: datetime) -> Erased:
    """Forget whoever has this address; raises NotFound, or StillOpen."""
    found = addresses.known(conn, wanted.channel, wanted.address)
    if found is None or found.person_id is None:
        raise NotFound
    return Erased(rows=retention.erase(conn, found.person_id, actor=actor, now=now))
