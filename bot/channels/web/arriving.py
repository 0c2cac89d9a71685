"""Arriving by a link: a coordinator's invite, or a volunteer's personal, expiring link."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from bot.channels.web.page import Trouble
from bot.channels.web.site import Site, hint_of
from bot.channels.web.visitor import Visitor, holder

INVITE_LIMIT = 80
LINK_LIMIT = 80


@dataclass(frozen=True, slots=True)
class Arriving:
    """The handlers of links."""

    site: Site

    async def join(self, request: Request) -> Response:
        """A coordinator's invite: the conversation goes on with it; opened twice, it is one.

        Who has none yet begins it by a button: whatever only looks at links leaves nothing here.
        """
        visitor, path = await self.site.visitor(request), request.url.path
        if not _invite_of(request):
            return self.site.refuse(request, Trouble.LINK_ENDED, 410)
        if await self.site.ports().begun(visitor.address):
            return await self._invited(request, visitor)
        html = self.site.pages.notice("invited", hint_of(request), proof=visitor.proof, path=path)
        response = HTMLResponse(html)
        visitor.remember(response, request)
        return response

    async def begin(self, request: Request) -> Response:
        """The button below an invite."""
        visitor, _, refused = await self.site.sender(request)
        if not _invite_of(request):
            return self.site.refuse(request, Trouble.LINK_ENDED, 410)
        return refused or await self._invited(request, visitor)

    async def _invited(self, request: Request, visitor: Visitor) -> Response:
        invite = _invite_of(request)
        message_id = f"{visitor.address[:16]}:join:{invite}"
        await self.site.receive(visitor, message_id, {"link": invite})
        return self.site.back(request, visitor)

    async def personal(self, request: Request) -> Response:
        """A personal link: this browser takes its address, at once if it holds no other.

        A link that somebody else made up must not put a resident into another's conversation
        unnoticed, so a browser that holds one asks first.
        """
        came, holds = await self._came(request), await self.site.visitor(request)
        if came is None:
            return self.site.ended(request, holds)
        if holds.known and holds.address != came.address:
            path = request.url.path
            html = self.site.pages.notice(
                "other_conversation", hint_of(request), proof=holds.proof, path=path
            )
            return HTMLResponse(html)
        return self.site.back(request, came)

    async def take_over(self, request: Request) -> Response:
        """The personal link is opened here in spite of another conversation."""
        _, _, refused = await self.site.sender(request)
        if refused is not None:
            return refused
        came = await self._came(request)
        if came is None:
            return self.site.refuse(request, Trouble.LINK_ENDED, 410)
        return self.site.back(request, came)

    async def _came(self, request: Request) -> Visitor | None:
        """Whoever holds the link, or nobody when it is unknown or has ended."""
        link = request.path_params["link"][:LINK_LIMIT]
        address = await self.site.ports().who_is(link) if link.isprintable() else ""
        return holder(link, address) if address else None


def _invite_of(request: Request) -> str:
    """The code in the link; nothing when it has letters that no code of ours has."""
    invite: str = request.path_params["invite"][:INVITE_LIMIT]
    return invite if invite.isprintable() else ""
