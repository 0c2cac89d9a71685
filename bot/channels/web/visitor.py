"""Who is at the page: a secret in a cookie, and the address it stands for.

The address is a digest, so that whoever reads the database cannot take somebody's place.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Awaitable, Callable

from fastapi import Request, Response

COOKIE = "linli_visitor"
MONTH_S = 60 * 24 * 3600
"""A conversation resumes weeks later: two months, counted from the last visit."""

SECRET = re.compile(r"(me\.)?[A-Za-z0-9_-]{20,90}")
PERSONAL = "me."
"""What begins the secret of a visitor who came by a personal link: the link's own secret."""


def secret_of(request: Request) -> str:
    """The visitor's secret, or nothing when the cookie is absent or was made up."""
    given = request.cookies.get(COOKIE, "")
    return given if SECRET.fullmatch(given) else ""


def new_secret() -> str:
    """A secret for a new visitor: 256 random bits."""
    return secrets.token_urlsafe(32)


async def address_of(secret: str, who_is: Callable[[str], Awaitable[str]]) -> str:
    """The address on the web channel of whoever holds the secret.

    A personal link stands for its own address until it expires; then for a new visitor's.
    """
    if secret.startswith(PERSONAL) and (address := await who_is(secret.removeprefix(PERSONAL))):
        return address
    return hashlib.sha256(f"linli web {secret}".encode()).hexdigest()


def remember(response: Response, request: Request, secret: str) -> None:
    """Keep the secret in the visitor's browser; no script reads it, no other site sends it."""
    response.set_cookie(
        COOKIE,
        secret,
        max_age=MONTH_S,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
