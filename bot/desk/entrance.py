"""Signing in by a one-use link, to the queue or to one call, and signing out."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from bot.desk.client import Client
from bot.desk.page import HEADERS
from bot.desk.session import DOOR, forget, is_ours, keep, new_door, proof, secret_of
from bot.desk.taking import first_page, page_of
from bot.desk.visit import AT_THE_DESK, Desk, Visit
from bot.service import Problem, Unreachable

WHOLE_LINK = 64
"""Characters of the secret in a sign-in link."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """The sign-in page: the only one that is open to whoever has not signed in."""

    desk: Desk

    async def show(self, request: Request) -> Response:
        """One button; looking at the page, as a preview of the link does, uses nothing up."""
        door = secret_of(request, DOOR) or new_door()
        frame = self.desk.frame(request)
        secret, call_id = _secret(request), _call_id(request)
        response = frame.page("sign_in", secret=secret, call_id=call_id, proof=proof(door))
        keep(response, request, door, DOOR)
        return response

    async def enter(self, request: Request) -> Response:
        """The link is exchanged, once, for a token of the person's own."""
        sent = await request.form(max_files=0, max_fields=2)
        frame = self.desk.frame(request)
        if not is_ours(secret_of(request, DOOR), str(sent.get("proof", ""))):
            return frame.page("notice", 403, why="not_ours")
        try:
            signed = await self.desk.histories().service.sign_in(_secret(request))
        except Problem:
            why = "call_link_used" if _call_id(request) else "link_used"
            return frame.page("notice", 403, why=why)
        except Unreachable:
            return frame.page("notice", 503, why="away")
        if signed.role not in AT_THE_DESK:
            return frame.page("notice", 403, why="not_allowed")
        first = await self._first_page(_call_id(request), signed.secret)
        response = RedirectResponse(first, 303, headers=HEADERS)
        forget(response, (DOOR,))
        keep(response, request, signed.secret)
        return response

    async def _first_page(self, call_id: str, secret: str) -> str:
        """Where a link leads: to the call it was given for, else to the queue."""
        if not call_id:
            return "/desk"
        try:
            detail = await Client(self.desk.transport_for(secret)).call_of(call_id)
        except (Problem, Unreachable):
            return "/desk"
        return first_page(detail.call) if detail.call.mine else page_of(call_id)


def _call_id(request: Request) -> str:
    """The call that a link was given for; "" for a coordinator's link to the whole desk."""
    return str(request.path_params.get("call_id", ""))


def _secret(request: Request) -> str:
    return str(request.path_params["secret"])[:WHOLE_LINK]


async def leave(visit: Visit) -> Response:
    """The token ends at once, and the browser forgets it."""
    await visit.client.sign_out()
    response = visit.frame.outside().page("notice", why="signed_out")
    forget(response)
    return response
