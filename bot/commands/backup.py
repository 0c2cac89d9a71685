"""`linli backup`: a consistent copy of the database while it runs, and of its keys."""

from __future__ import annotations

import argparse
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", type=Path, help="where the copy is written; it must not exist")


def run(options: argparse.Namespace) -> int:
    """Copy an SQLite database; of PostgreSQL, print the command that does."""
    import os
    import sys

    from api.operations import BackupRefused, Deployment, back_up, dump_command
    from bot.settings import SettingsError, deployed, refuse

    try:
        settings = deployed(os.environ, Path.cwd())
        at = Deployment(settings.database, Path(settings.key_file))
        if not settings.database.startswith("sqlite"):
            print(dump_command(at, options.file))
            print(f"Copy the keys too, to another place: {at.key_file}", file=sys.stderr)
            return 0
        database, keys = back_up(at, options.file)
    except SettingsError as error:
        return refuse(error)
    except BackupRefused as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Database: {database}\nKeys: {keys}")
    print("Keep the keys apart from the database: together they open everything.", file=sys.stderr)
    return 0
