"""`linli demo`: the practice district, in a database of its own, on this machine only."""

from __future__ import annotations

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--fresh", action="store_true", help="begin the practice district anew")


def run(options: argparse.Namespace) -> int:
    """Serve the practice district until told to stop."""
    import os
    from pathlib import Path

    from bot.app import serve_whole
    from bot.settings import SettingsError, load, refuse

    try:
        settings = load(os.environ, Path.cwd(), practice=True)
    except SettingsError as error:
        return refuse(error)
    if options.fresh:
        for name in ("", "-wal", "-shm"):
            Path(settings.database.removeprefix("sqlite:///") + name).unlink(missing_ok=True)
    return serve_whole(settings)
