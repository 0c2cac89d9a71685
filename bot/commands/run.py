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

    from bot import settings
    from bot.serving import serve

    here = Path.cwd()
    practice = not settings.is_configured(os.environ, here)
    return serve(os.environ, here, practice=practice, fresh=options.fresh)
