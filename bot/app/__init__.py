"""The composition: API, conversation, delivery, channels and pages, in one process or apart.

Everything a process consists of is made here, by name; nothing registers itself.
"""

from bot.app.serving import serve_apart, serve_api, serve_whole
from bot.app.talking import Bot, InProcess, build_bot, wording_of
from bot.app.whole import Whole

__all__ = [
    "Bot",
    "InProcess",
    "Whole",
    "build_bot",
    "serve_apart",
    "serve_api",
    "serve_whole",
    "wording_of",
]
