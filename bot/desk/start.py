"""The page a practice district starts with: what can be tried, and that none of it is real."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from ipaddress import ip_address

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

import locales
from bot.desk.page import HEADERS, PAGES

STUDY = "https://doi.org/10.1057/s41599-024-04063-5"
"""Zhao, Yuan, Wu, Xu (2024), whose counts of groups the practice district keeps to."""

TAG_LIMIT = 35
"""A language tag is no longer (RFC 5646, section 4.4.1)."""


def routes(invite: Callable[[], str], demo_sign_in: Callable[[], Awaitable[str]]) -> APIRouter:
    """The router of the start page.

    `invite` gives the code with which a newcomer becomes a volunteer; `demo_sign_in` makes a
    one-use sign-in link of the demo's coordinator, and gives its path.
    """
    router = APIRouter(include_in_schema=False)

    @router.get("/")
    async def start(request: Request) -> Response:
        """What can be tried here."""
        return HTMLResponse(as_page(_language(request), invite()), headers=HEADERS)

    @router.post("/demo/desk")
    async def desk(request: Request) -> Response:
        """A coordinator's desk for whoever sits at this machine, and for nobody else."""
        if not _is_here(request):
            return Response(status_code=403, headers=HEADERS)
        return RedirectResponse(await demo_sign_in(), status_code=303, headers=HEADERS)

    return router


def as_page(language: str, invite: str) -> str:
    """The whole page in the language that serves a tag best."""
    catalog = locales.catalog(language)
    return PAGES.get_template("start.html").render(
        say=catalog.say,
        language=catalog.language,
        direction=locales.language_of(catalog.language).direction,
        languages=locales.offered(),
        invite=invite,
        study=STUDY,
    )


def _language(request: Request) -> str:
    """The one that was chosen, or the one the browser asks for first."""
    asked = request.headers.get("accept-language", "").split(",")[0].split(";")[0]
    return request.query_params.get("language", asked).strip()[:TAG_LIMIT]


def _is_here(request: Request) -> bool:
    """Whether the request comes from this machine, by its own name: no page elsewhere sends it."""
    client, host = request.client, request.url.hostname or ""
    return client is not None and _is_loopback(client.host) and _is_loopback(host)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
