"""Tokens: 256 random bits, kept only as a keyed digest, so that nobody can read one back."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.auth import store
from api.auth.actor import Actor
from api.database.ids import new_id
from api.database.private import vault
from api.errors import Refusal
from api.vocabulary import Role

SECRET_BYTES = 32
KIND = "token"
BY_CARD = "call card"
"""What the links are for by which a call is opened from a chat, and what came of them."""
CARD_LASTS = timedelta(hours=2)
"""Whoever signed in by such a link is out so long after they last did something in a call."""
CARD_AT_MOST = timedelta(hours=12)
"""And so long after they signed in, whatever they do: as everybody else at the desk."""


class TokenRefused(Refusal):
    """The token is unknown, over or revoked."""

    code = "token_refused"
    status = 401
    detail = "Send a valid token: Authorization: Bearer <token>."


class LinkRefused(Refusal):
    """The link was used before, is over or was never made."""

    code = "link_refused"
    status = 403
    detail = "This link was used before or is too old. Ask for a new one."


def issue(  # noqa: PLR0913 - the columns of a row
    conn: Connection,
    role: Role,
    label: str,
    person_id: str | None = None,
    *,
    now: datetime,
    lifetime: timedelta,
    one_use: bool = False,
    token_id: str | None = None,
) -> str:
    """A new token's secret, which is shown this once; `label` says what it is for, no name.

    `token_id` is for whoever acted already in the name of the token.
    """
    secret = secrets.token_hex(SECRET_BYTES)
    row = {
        "id": token_id or new_id(now),
        "secret_index": _index(conn, secret),
        "role": role,
        "label": label,
        "person_id": person_id,
        "one_use": one_use,
        "created_at": now,
        "expires_at": now + lifetime,
    }
    store.add(conn, row)
    return secret


def exchange(conn: Connection, secret: str, *, now: datetime, lifetime: timedelta) -> str:
    """The secret of a lasting token for a one-use one; raises LinkRefused the second time.

    What comes of the link of a call lasts shorter: see `go_on`.
    """
    used = store.use(conn, _index(conn, secret), now)
    if used is None:
        raise LinkRefused
    if used.label == BY_CARD:
        lifetime = min(lifetime, CARD_LASTS)
    return issue(conn, used.role, used.label, used.person_id, now=now, lifetime=lifetime)


def actor_of(conn: Connection, secret: str, *, now: datetime) -> Actor:
    """Who acts with this secret; raises TokenRefused."""
    row = store.good(conn, _index(conn, secret), now)
    if row is None:
        raise TokenRefused
    return Actor(row.role, row.id, row.person_id, by_card=row.label == BY_CARD)


def go_on(conn: Connection, actor: Actor, *, now: datetime) -> None:
    """Whoever signed in by the link of a call and acts in one is not locked out of it by that."""
    if actor.by_card:
        store.extend(conn, actor.id, now + CARD_LASTS, CARD_AT_MOST)


def revoke(conn: Connection, token_id: str, *, now: datetime) -> bool:
    """End a token at once; whether there was one to end."""
    return store.revoke(conn, token_id, now)


def _index(conn: Connection, secret: str) -> str:
    return vault(conn).blind_index(KIND, secret)


def revoke_labelled(conn: Connection, label: str, *, now: datetime) -> int:
    """End every token of this label at once; how many."""
    return store.revoke_labelled(conn, label, now)


def revoke_links(conn: Connection, person_id: str, label: str, *, now: datetime) -> int:
    """End the sign-in links of a person and label that nobody used yet; how many."""
    return store.revoke_of(conn, person_id, label, now, unused=True)


def revoke_of(conn: Connection, person_id: str, label: str, *, now: datetime) -> int:
    """End every token of a person and label at once, links and what came of them; how many."""
    return store.revoke_of(conn, person_id, label, now, unused=False)
