"""Tokens given: to a machine by its label, to a person with a name of their own."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.access.schemas import Me, TokenFor
from api.audit import service as audit
from api.auth import service as auth
from api.auth.actor import Actor
from api.people import service as people


def give(conn: Connection, wanted: TokenFor, actor: Actor, *, now: datetime) -> str:
    """The secret of a new token; who is named becomes a person, so that residents learn the name.

    Raises NotFound for an unknown `person_id`.
    """
    secret = auth.issue(
        conn,
        wanted.role,
        wanted.label,
        _person(conn, wanted, now),
        now=now,
        lifetime=timedelta(days=wanted.days),
        one_use=wanted.one_use,
    )
    given = {"role": wanted.role.value, "one_use": wanted.one_use}
    audit.record(conn, actor, "give_token", "tokens", actor.id, now=now, facts=given)
    return secret


def _person(conn: Connection, wanted: TokenFor, now: datetime) -> str | None:
    if wanted.person_id is not None:
        return people.person(conn, wanted.person_id).id
    if not (wanted.name.strip() or wanted.language):
        return None
    return people.add_person(
        conn,
        language=wanted.language or "",
        name=wanted.name.strip(),
        phone="",
        accommodations=[],
        now=now,
    )


def me(conn: Connection, actor: Actor) -> Me:
    """Who acts, by name and language where the token belongs to a person."""
    known = people.person(conn, actor.person_id) if actor.person_id else None
    return Me(
        role=actor.role,
        id=actor.id,
        person_id=actor.person_id,
        name=known.name if known else "",
        language=known.language if known else "",
        by_card=actor.by_card,
    )
