"""`linli export groups`: the groups of a network as a CSV or GeoJSON file for another."""

from __future__ import annotations

import argparse
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("what", choices=["groups"], help="what the file is to hold")
    parser.add_argument(
        "--output", type=Path, required=True, metavar="FILE", help="it must not exist"
    )
    parser.add_argument(
        "--format", choices=["csv", "geojson"], help="as the name of the file says, if not given"
    )


def run(options: argparse.Namespace) -> int:
    """Write the file; 1 if it cannot be written, 2 for wrong settings."""
    import os
    import sys

    from api.operations import Deployment, Failed, save_groups
    from bot.settings import SettingsError, deployed, refuse

    try:
        settings = deployed(os.environ, Path.cwd())
        at = Deployment(settings.database, Path(settings.key_file))
        count = save_groups(at, options.output, options.format)
    except SettingsError as error:
        return refuse(error)
    except Failed as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{options.output}: {count} {'group' if count == 1 else 'groups'}.")
    return 0
