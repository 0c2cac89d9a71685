"""The command line `linli`: one command group a file in `bot/commands/`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

COMMANDS = {
    "run": "Run everything in one process; with no settings, the practice district.",
    "api": "Run the API and its dispatch worker alone.",
    "bot": "Run the bot alone, against an API elsewhere.",
    "demo": "Run the practice district, whatever the settings.",
    "talk": "Talk to the bot in this terminal.",
    "understand": "Read lines of text, print how each is understood as JSON.",
    "say": "Speak a text into a file: OGG for Telegram, MP3, or WAV for telephones.",
    "hear": "Listen to a sound file, print what is understood as JSON.",
    "voice": "Make the audio of all prompts of a language ahead.",
    "doctor": "Say what works on this machine, what is missing, how to get it.",
    "token": "Make a sign-in link or a token.",
    "invite": "Make an invite to a group, or have a caller ring whoever has only a telephone.",
    "script": "Make the script of a call, from any form: HTML, PDF, plain text, XLSForm.",
    "lines": "Turn what comes back from ODK or Kobo into answer lines to type in.",
    "places": "Load a gazetteer from a CSV or GeoJSON file.",
    "import": "Take in groups from a CSV or GeoJSON file.",
    "export": "Write the groups into a CSV or GeoJSON file, to be taken in again.",
    "backup": "Copy the database and its keys, while it runs.",
    "restore": "Put such a copy and its keys back.",
    "erase": "Erase a person's data.",
}
"""Each command is `bot/commands/<name>.py` with `arguments(parser)` and `run(options) -> int`."""

MODULES = {"import": "importing"}
"""Python keeps some words for itself, so these commands' modules are called otherwise."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status says how it went."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="linli", description="Help from neighbours.")
    parsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        child = parsers.add_parser(name, help=purpose, description=purpose)
        if given[:1] == [name]:
            _module(name).arguments(child)
    options = parser.parse_args(given)
    status: int = _module(options.command).run(options)
    return status


def _module(command: str) -> ModuleType:
    return import_module(f"bot.commands.{MODULES.get(command, command)}")


if __name__ == "__main__":
    sys.exit(main())
