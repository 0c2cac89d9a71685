"""`linli run`: API, dispatch worker, bot and pages in one process."""

from __future__ import annotations

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--fresh", action="store_true", help="begin the practice district anew")


def run(options: argparse.Namespace) -> int:
    """Serve until told to stop; with no settings at all, the practice district."""
    import os
    from pathlib import Path

    from bot.app import serve_whole
    from bot.commands.demo import run as practise
    from bot.settings import SettingsError, is_configured, load, refuse

    here = Path.cwd()
    try:
        if not is_configured(os.environ, here):
            return practise(options)
        return serve_whole(load(os.environ, here))
    except SettingsError as error:
        return refuse(error)
