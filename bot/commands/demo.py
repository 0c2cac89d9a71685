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

    from bot.serving import serve

    return serve(os.environ, Path.cwd(), practice=True, fresh=options.fresh)
