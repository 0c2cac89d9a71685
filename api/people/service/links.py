"""Personal, expiring links with which a person goes on at a web page."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.addresses.service import AddressRow, address_for, living_address, wire_address
from api.auth import service as auth
from api.people.service.person import person
from api.vocabulary import Channel, Role


def link_for(conn: Connection, person_id: str, *, now: datetime, lifetime: timedelta) -> str:
    """The secret of a personal, expiring link with which a person goes on at a web page."""
    person(conn, person_id)
    label = "personal link"
    return auth.issue(conn, Role.VOLUNTEER, label, person_id, now=now, lifetime=lifetime)


def follow_link(conn: Connection, secret: str, *, now: datetime) -> tuple[Channel, str]:
    """The web address a personal link stands for, made if there is none; raises LinkRefused."""
    try:
        actor = auth.actor_of(conn, secret, now=now)
    except auth.TokenRefused as refused:
        raise auth.LinkRefused from refused
    if actor.role is not Role.VOLUNTEER or actor.person_id is None:
        raise auth.LinkRefused
    found = living_address(conn, actor.person_id, Channel.WEB)
    return Channel.WEB, wire_address(conn, (found or _on_the_web(conn, actor.person_id, now)).id)


def _on_the_web(conn: Connection, person_id: str, now: datetime) -> AddressRow:
    return address_for(
        conn, Channel.WEB, secrets.token_hex(auth.SECRET_BYTES), now=now, person_id=person_id
    )
