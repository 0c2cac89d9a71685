"""Invites from the command line, to a group that is named as people name it.

By a code that is handed on, or by a call to whoever has only a telephone.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection

from api.auth.actor import Actor
from api.errors import accepted_by
from api.groups import routes
from api.groups.schemas import GroupList, GroupOut, InviteIn, InviteOut
from api.invites import routes as by_phone
from api.invites.schemas import PhoneInviteIn, PhoneInviteOut
from api.operations.performing import Deed, Deployment, Failed, Nothing, perform
from api.settings import Settings, settings_from


def invite(at: Deployment, group: str, *, role: str, uses: int, days: int) -> InviteOut:
    """An invite's code, shown this once; raises Failed."""
    try:
        wanted = InviteIn.model_validate({"role": role, "uses": uses, "days": days})
    except ValidationError as error:
        raise _refused(error) from error
    return perform(_make(_named(perform(_list(), at).items, group), wanted), at)


def invite_by_phone(
    at: Deployment,
    group: str,
    told: Mapping[str, Any],
    values: Mapping[str, str],
    *,
    practice: bool = False,
) -> PhoneInviteOut:
    """Somebody is invited by a call, which waits in the queue now.

    `told` has the fields of the API, `values` are the settings of the deployment. Raises Failed,
    naming the fields that cannot be used.
    """
    group_id = _named(perform(_list(), at).items, group)
    try:
        wanted = PhoneInviteIn.model_validate({"group_id": group_id, **told})
    except ValidationError as error:
        raise _refused(error) from error
    return perform(_ring(wanted, settings_from(values, practice=practice)), at)


OPTIONS = {"invited_as": "role", "accommodations": "needs"}
"""Fields that the command line calls by another name."""


def _refused(error: ValidationError) -> Failed:
    """What cannot be used, by the option; a number is not repeated."""
    faults = ((str(one["loc"][0]), accepted_by(one)) for one in error.errors())
    told = (f"--{OPTIONS.get(name, name).replace('_', '-')}: {why}" for name, why in faults)
    return Failed("\n".join(told))


def _named(groups: list[GroupOut], wanted: str) -> str:
    """The id of the one open group of a name, or with that id; raises Failed naming those like it.

    Capital letters make no difference, and the beginning of a name is enough if it is one's only.
    """
    said = wanted.strip().casefold()
    exact = [one for one in groups if said in {one.id, one.name.casefold()}]
    found = exact or [one for one in groups if said and one.name.casefold().startswith(said)]
    if len(found) == 1:
        return found[0].id
    if found:
        like = "\n".join(f"  {one.id}  {one.name}" for one in found)
        raise Failed(f"Several groups are called like that; name one by its id:\n{like}")
    raise Failed(f"--group: no open group is called {wanted}. GET /v1/groups lists them.")


def _list() -> Deed[GroupList]:
    def unit(conn: Connection, _actor: Actor, _now: datetime) -> GroupList:
        return routes.every(conn)

    return Deed("GET", "/v1/groups", Nothing(), GroupList, unit)


def _make(group_id: str, wanted: InviteIn) -> Deed[InviteOut]:
    def unit(conn: Connection, actor: Actor, now: datetime) -> InviteOut:
        return routes.invited(conn, group_id, wanted, actor, now=now)

    return Deed("POST", f"/v1/groups/{group_id}/invites", wanted, InviteOut, unit)


def _ring(wanted: PhoneInviteIn, settings: Settings) -> Deed[PhoneInviteOut]:
    def unit(conn: Connection, actor: Actor, now: datetime) -> PhoneInviteOut:
        return by_phone.invited(conn, wanted, actor, settings=settings, now=now)

    return Deed("POST", "/v1/invites/by-phone", wanted, PhoneInviteOut, unit)
