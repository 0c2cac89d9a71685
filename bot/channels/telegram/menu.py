"""The bot's menu of commands in private chats, in each language, with the words of the catalogue.

A group chat gets none: there only buttons count, and we would answer no command.
"""

from __future__ import annotations

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats

import locales

COMMANDS = (
    "start",
    "person",
    "again",
    "speak",
    "write",
    "back",
    "restart",
    "stop",
    "language",
    "code",
    "profile",
)

LETTERS = 2
"""Telegram knows languages by the two letters of ISO 639-1, and no others."""


async def set_menus(bot: Bot) -> None:
    """Offer the commands in every language, and in the first one to everybody else."""
    private = BotCommandScopeAllPrivateChats()
    for number, language in enumerate(locales.languages()):
        catalog = locales.catalog(language.code)
        commands = [BotCommand(name, catalog.say(f"command-{name}")) for name in COMMANDS]
        if number == 0:
            await bot.set_my_commands(commands, scope=private)
        code = language.code.split("-")[0]
        if len(code) == LETTERS:
            await bot.set_my_commands(commands, scope=private, language_code=code)
