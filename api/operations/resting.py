"""An unfinished request for the script of its call, named by the end of its id or of its call's.

Only what was answered is read, nothing else that was said; that it was read is in the audit.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import CallsOut, Filters
from api.operations.performing import Deed, Deployment, Failed, Nothing, perform
from api.sessions import service as sessions
from api.sessions.schemas import Resting, RestingList, RestingOut

CODE = 8
"""So many signs from the end of an id tell it from every other: they are random."""
SHORTEST = 4
MOST = 200
LIST = "?"
"""Names none: what there is is listed."""


def unfinished_of(at: Deployment, which: str) -> RestingOut:
    """The answers so far of the unfinished request that is meant; raises Failed.

    `which` is the address of a call's page, or the end of the id of the call or of the request.
    """
    resting = perform(_listed(), at).items
    wanted = which.split("#", maxsplit=1)[0].rstrip("/").rpartition("/")[2].lower()
    found = {one.address_id for one in resting if one.address_id.endswith(wanted)}
    if not found:
        told = perform(_queue(), at).items
        called = {one.address_id for one in told if one.id.endswith(wanted)}
        found = {one.address_id for one in resting} & called
    if len(wanted) < SHORTEST or len(found) != 1:
        raise Failed(_choice(which, resting))
    return perform(_read(found.pop()), at)


def _choice(which: str, resting: list[Resting]) -> str:
    """What there is instead: codes, and nothing that says who."""
    if not resting:
        return "There is no unfinished request."
    lines = (
        f"  {one.address_id[-CODE:]}  {one.channel}, {one.language}, rests at {one.question},"
        f" silent since {one.silent_since:%Y-%m-%d %H:%M} UTC"
        for one in resting
    )
    none = f"No one unfinished request is called {which!r}. There are:"
    return "\n".join(("There are:" if which.strip() in {"", LIST} else none, *lines))


def _listed() -> Deed[RestingList]:
    def unit(conn: Connection, _actor: Actor, _now: datetime) -> RestingList:
        return RestingList(items=sessions.unfinished(conn, limit=MOST))

    return Deed("GET", f"/v1/sessions/unfinished?limit={MOST}", Nothing(), RestingList, unit)


def _queue() -> Deed[CallsOut]:
    def unit(conn: Connection, actor: Actor, now: datetime) -> CallsOut:
        return calls.listed(conn, Filters(), actor, now=now)

    return Deed("GET", "/v1/calls", Nothing(), CallsOut, unit)


def _read(address_id: str) -> Deed[RestingOut]:
    def unit(conn: Connection, actor: Actor, now: datetime) -> RestingOut:
        return sessions.answered(conn, address_id, actor, now=now)

    path = f"/v1/sessions/unfinished/{address_id}"
    return Deed("GET", path, Nothing(), RestingOut, unit)
