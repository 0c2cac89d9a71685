"""`linli erase`: forget a person, whom one of their addresses names."""

from __future__ import annotations

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("address", help="as channel:address, such as telegram:123456")


def run(options: argparse.Namespace) -> int:
    """Erase; what counts and says nothing of the person stays. The audit says that it was done."""
    import os
    import sys
    from pathlib import Path

    from api.operations import Deployment, Failed, erase
    from bot.settings import SettingsError, deployed, refuse

    try:
        settings = deployed(os.environ, Path.cwd())
        at = Deployment(settings.database, Path(settings.key_file))
        rows = erase(at, options.address, settings.values, practice=settings.practice)
    except SettingsError as error:
        return refuse(error)
    except Failed as error:
        print(error, file=sys.stderr)
        return 1
    for column, count in sorted(rows.items()):
        print(f"{column}: {count}")
    print("Erased. Backups made before still hold it: delete them when their time is over.")
    return 0
