"""The page as a wire: what people send is stored before the page answers; sending is showing."""

from __future__ import annotations

from api.vocabulary import Channel as ChannelName
from bot.channel import Outgoing, Ports
from bot.channels.web.live import Live
from bot.channels.web.page import Frame, Pages
from bot.channels.web.routes import nowhere, routes
from bot.channels.web.site import Site


class Web:
    """The chat page of this process; `router` is mounted by the application.

    `nowhere` answers whoever opens an address that leads nowhere.
    """

    name = ChannelName.WEB

    def __init__(self, frame: Frame) -> None:
        self._live = Live()
        self._ports: Ports | None = None
        site = Site(lambda: self.ports, self._live, Pages(frame))
        self.router = routes(site)
        self.nowhere = nowhere(site)

    @property
    def ports(self) -> Ports:
        """What the application gave; RuntimeError before the channel is open."""
        if self._ports is None:
            raise RuntimeError("the web channel is not open")
        return self._ports

    async def open(self, ports: Ports) -> None:
        """Ready for visitors."""
        self._ports = ports

    def let_go(self) -> None:
        """End the live events of open pages; they come back when the server does."""
        self._live.close()

    async def close(self) -> None:
        """Let open pages go."""
        self.let_go()

    async def send(self, outgoing: Outgoing) -> str:
        """Tell the open pages of this address; the page itself reads what was said."""
        self._live.tell(outgoing.address)
        return outgoing.notice_id
