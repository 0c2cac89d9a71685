"""Who sits at the desk: their own token in a cookie, and proof that a form is our own.

The token of a form is a digest of the cookie, which no other site can read; nothing is kept.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

from fastapi import Request, Response

COOKIE = "linli_desk"
DOOR = "linli_desk_door"
"""Before sign-in: holds no token, only what the form of the sign-in page is proven with."""

TWELVE_HOURS_S = 12 * 3600
TEN_MINUTES_S = 600
SECRET = re.compile(r"[0-9a-f]{64}")


def secret_of(request: Request, cookie: str = COOKIE) -> str:
    """The secret in a cookie, or nothing when it is absent or was made up."""
    given = request.cookies.get(cookie, "")
    return given if SECRET.fullmatch(given) else ""


def new_door() -> str:
    """A secret for the sign-in page: 256 random bits."""
    return secrets.token_hex(32)


def proof(secret: str) -> str:
    """What a form of this session carries."""
    return hmac.new(secret.encode(), b"linli desk form", hashlib.sha256).hexdigest()


def is_ours(secret: str, given: str) -> bool:
    """Whether a form was made for this session; takes as long for a wrong one."""
    return bool(secret) and hmac.compare_digest(proof(secret).encode(), given.encode())


def keep(response: Response, request: Request, secret: str, cookie: str = COOKIE) -> None:
    """Keep a secret in the browser; no script reads it, no other site's page sends it."""
    response.set_cookie(
        cookie,
        secret,
        max_age=TWELVE_HOURS_S if cookie == COOKIE else TEN_MINUTES_S,
        path="/desk",
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )


def forget(response: Response, cookies: tuple[str, ...] = (COOKIE, DOOR)) -> None:
    """Nothing of these is left in the browser."""
    for cookie in cookies:
        response.delete_cookie(cookie, path="/desk", httponly=True, samesite="strict")
