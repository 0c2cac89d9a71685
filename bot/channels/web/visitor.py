"""Who is at the page: a secret in a cookie, the address it stands for, the proof of its forms.

The address is a digest, so that whoever reads the database cannot take somebody's place.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import Request, Response

COOKIE = "linli_visitor"
MONTHS_S = 60 * 24 * 3600
"""A conversation resumes weeks later: two months, counted from the last visit."""

SECRET = re.compile(r"(me\.)?[A-Za-z0-9_-]{20,90}")
PERSONAL = "me."
"""What begins the secret of a visitor who came by a personal link: the link's own secret."""

WhoIs = Callable[[str], Awaitable[str]]
"""The address a personal link stands for, or "" when it is unknown or has ended."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """One browser; `known` says that it brought its secret along, so it keeps cookies.

    `ended` says that the secret was a personal link that has ended: then nobody is meant.
    """

    secret: str
    address: str
    known: bool
    ended: bool = False

    @property
    def personal(self) -> bool:
        """Whether they came by a personal link: a volunteer, who is asked when there is need."""
        return self.secret.startswith(PERSONAL)

    @property
    def proof(self) -> str:
        """What a form of this visitor carries."""
        return proof_of(self.secret)

    def sent(self, proof: str) -> bool:
        """Whether a form was made for this visitor; takes as long for a wrong one."""
        return self.known and hmac.compare_digest(self.proof.encode(), proof.encode())

    def remember(self, response: Response, request: Request) -> None:
        """Keep the secret in the browser; no script reads it, no other site's page sends it."""
        response.set_cookie(
            COOKIE,
            self.secret,
            max_age=MONTHS_S,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )


async def visitor_of(request: Request, who_is: WhoIs) -> Visitor:
    """Whoever sent a request; somebody new when the cookie is absent or was made up."""
    given = secret_of(request)
    if not given:
        return newcomer()
    if not given.startswith(PERSONAL):
        return Visitor(given, _address(given), known=True)
    address = await who_is(given.removeprefix(PERSONAL))
    return Visitor(given, address, known=True) if address else newcomer(ended=True)


def secret_of(request: Request) -> str:
    """The secret in the cookie, or nothing when it is absent or was made up."""
    given = request.cookies.get(COOKIE, "")
    return given if SECRET.fullmatch(given) else ""


def proof_of(secret: str) -> str:
    """What proves that a form is ours: no other site can read it or make it up."""
    return hmac.new(secret.encode(), b"linli chat form", hashlib.sha256).hexdigest()


def newcomer(*, ended: bool = False) -> Visitor:
    """Somebody with a secret of their own: 256 random bits."""
    secret = secrets.token_urlsafe(32)
    return Visitor(secret, _address(secret), known=False, ended=ended)


def holder(link: str, address: str) -> Visitor:
    """Who came by a personal link: the link is the secret, and ends with it."""
    return Visitor(PERSONAL + link, address, known=True)


def forget(response: Response) -> None:
    """Nothing is left in the browser."""
    response.delete_cookie(COOKIE, httponly=True, samesite="lax")


def _address(secret: str) -> str:
    return hashlib.sha256(f"linli web {secret}".encode()).hexdigest()
