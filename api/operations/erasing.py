"""A person forgotten at their wish, found by one of their addresses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from pydantic import ValidationError
from sqlalchemy import Connection

from api.addresses import service as addresses
from api.auth.actor import Actor
from api.dispatch import service as dispatch
from api.errors import NotFound
from api.groups import service as groups
from api.operations.performing import Deed, Deployment, Failed, perform
from api.operations.schemas import Erase, Erased
from api.retention import service as retention
from api.settings import Settings, settings_from


def erase(
    at: Deployment,
    written: str,
    values: Mapping[str, str] | None = None,
    *,
    practice: bool = False,
) -> dict[str, int]:
    """How many rows of which column were forgotten; `written` as `channel:address`.

    `values` are the settings of the deployment: they say whom to tell when a group has no leader
    by this. Raises Failed.
    """
    settings = settings_from(values, practice=practice) if values else Settings()
    channel, _, address = written.partition(":")
    try:
        wanted = Erase.model_validate({"channel": channel, "address": address})
    except ValidationError as error:
        raise Failed("Write whom to erase as channel:address, such as telegram:123.") from error

    def unit(conn: Connection, actor: Actor, now: datetime) -> Erased:
        return forget(conn, wanted, actor, settings=settings, now=now)

    return perform(Deed("POST", "/v1/erase", wanted, Erased, unit), at).rows


def forget(
    conn: Connection, wanted: Erase, actor: Actor, *, settings: Settings, now: datetime
) -> Erased:
    """Forget whoever has this address, who helps and leads no more; raises NotFound, StillOpen."""
    found = addresses.known(conn, wanted.channel, wanted.address)
    if found is None or found.person_id is None:
        raise NotFound
    rows = retention.erase(conn, found.person_id, actor=actor, now=now)
    if groups.is_volunteer(conn, found.person_id) or groups.led_by(conn, found.person_id):
        dispatch.leave(conn, found.person_id, settings=settings, now=now)
    return Erased(rows=rows)
