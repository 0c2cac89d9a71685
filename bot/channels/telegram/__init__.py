"""Telegram as a channel, by python-telegram-bot's `Bot` and types alone.

Its application framework is left out on purpose: it acknowledges before it processes, orders
nobody's messages, and one throttled chat stalls all others.
"""

from bot.channels.telegram.channel import Telegram

__all__ = ["Telegram"]
