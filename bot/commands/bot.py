"""`linli bot`: the bot and the pages, over HTTP to an API elsewhere."""

from __future__ import annotations

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing but the settings."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Serve until told to stop."""
    import os
    from pathlib import Path

    from bot.app import serve_apart
    from bot.settings import SettingsError, load, refuse

    del options
    try:
        return serve_apart(load(os.environ, Path.cwd()))
    except SettingsError as error:
        return refuse(error)
