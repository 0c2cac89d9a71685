"""`linli restore`: a copy of the database and its keys, put back where nothing is in the way."""

from __future__ import annotations

import argparse
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", type=Path, help="a copy that `linli backup` made")
    parser.add_argument("--keys", type=Path, help="its keys, where they are not beside it")


def run(options: argparse.Namespace) -> int:
    """Put an SQLite database back; of PostgreSQL, say what does."""
    import os
    import sys

    from api.operations import Deployment, RestoreRefused, restore
    from bot.settings import SettingsError, deployed, refuse

    try:
        settings = deployed(os.environ, Path.cwd())
        if not settings.database.startswith("sqlite"):
            print("Use pg_restore, and put the key file back: docs/running.md.", file=sys.stderr)
            return 1
        at = Deployment(settings.database, Path(settings.key_file))
        restore(at, options.file, options.keys)
    except SettingsError as error:
        return refuse(error)
    except RestoreRefused as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Restored: {settings.database.removeprefix('sqlite:///')}")
    return 0
