"""The bot's menu of commands, in each language Telegram knows by two letters."""

from __future__ import annotations

from telegram import Bot, BotCommand

import locales

COMMANDS = ("start", "person", "again", "back", "restart", "stop", "language")


async def set_menus(bot: Bot) -> None:
    """Offer the commands in every language, and in the first one to everybody else."""
    for number, language in enumerate(locales.languages()):
        catalog = locales.catalog(language.code)
        commands = [BotCommand(name, catalog.say(f"command-{name}")) for name in COMMANDS]
        if number == 0:
            await bot.set_my_commands(commands)
        await bot.set_my_commands(commands, language_code=language.code.split("-")[0])
