"""Going on with another device, and leaving nothing on this one."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from bot.channels.web.page import Trouble
from bot.channels.web.site import Site, hint_of
from bot.channels.web.visitor import forget

CODE_LIMIT = 40


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The handlers below the conversation."""

    site: Site

    async def code(self, request: Request) -> Response:
        """A short code with which the conversation goes on at another address."""
        visitor, _, refused = await self.site.sender(request)
        if refused is not None:
            return refused
        await self.site.begin(request, visitor)
        code = await self.site.ports().resume_code(visitor.address)
        return await self.site.talk(request, visitor, code=code)

    async def resume(self, request: Request) -> Response:
        """Go on here with a conversation from elsewhere."""
        visitor, sent, refused = await self.site.sender(request)
        if refused is not None:
            return refused
        await self.site.begin(request, visitor)
        await self.site.answered(
            visitor.address
        )  # else its first question would follow the code's
        typed = sent.one("code")[:CODE_LIMIT].replace("\0", "")
        if not await self.site.ports().resume(visitor.address, typed):
            return await self.site.talk(request, visitor, 422, trouble=Trouble.CODE_REFUSED)
        await self.site.answered(visitor.address)
        return self.site.back(request, visitor)

    async def forget(self, request: Request) -> Response:
        """The browser no longer knows the conversation; a code or a link still leads to it."""
        _, _, refused = await self.site.sender(request)
        if refused is not None:
            return refused
        html = self.site.pages.notice("forgotten", hint_of(request), proof="")
        response = HTMLResponse(html)
        forget(response)
        return response
