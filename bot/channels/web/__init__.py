"""The accessible chat page as a channel: it works without JavaScript, live with it."""

from bot.channels.web.channel import Web
from bot.channels.web.page import Frame

__all__ = ["Frame", "Web"]
