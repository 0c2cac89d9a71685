"""Tokens and sign-in links from the command line."""

from __future__ import annotations

from datetime import datetime

from pydantic import ValidationError
from sqlalchemy import Connection

from api.access import service as access
from api.access.schemas import Secret, TokenFor
from api.auth.actor import Actor
from api.errors import accepted_by
from api.operations.performing import Deed, Deployment, Failed, perform
from api.vocabulary import Role

LINK_DAYS = 1
"""A sign-in link is for today."""

TOKEN_DAYS = 365
LINKED = frozenset({Role.COORDINATOR, Role.CALLER})
"""Roles of people, who sign in at the desk; the others are of programs."""


def give_token(at: Deployment, role: str, *, name: str = "", language: str = "") -> str:
    """The secret of a one-use link for a person, or of a token for a program; raises Failed.

    `name` is what residents are told a caller is called. ValueError for a role that is none.
    """
    of = Role(role)
    try:
        wanted = TokenFor(
            role=of,
            label="desk" if of in LINKED else "command line",
            name=name,
            language=language or None,
            days=LINK_DAYS if of in LINKED else TOKEN_DAYS,
            one_use=of in LINKED,
        )
    except ValidationError as error:
        told = (f"--{one['loc'][0]}: {accepted_by(one)}" for one in error.errors())
        raise Failed("\n".join(told)) from error

    def unit(conn: Connection, actor: Actor, now: datetime) -> Secret:
        return Secret(secret=access.give(conn, wanted, actor, now=now))

    return perform(Deed("POST", "/v1/tokens", wanted, Secret, unit), at).secret
