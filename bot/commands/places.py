"""`linli places`: the places people name, from a CSV or GeoJSON file."""

from __future__ import annotations

import argparse
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", type=Path, help="name.csv or name.geojson, in UTF-8")


def run(options: argparse.Namespace) -> int:
    """Load the file; with a mistake in it nothing changes."""
    import os
    import sys

    from api.operations import Deployment, Failed, load_places
    from bot.settings import SettingsError, deployed, refuse

    try:
        settings = deployed(os.environ, Path.cwd())
        at = Deployment(settings.database, Path(settings.key_file))
        count = load_places(at, options.file)
    except SettingsError as error:
        return refuse(error)
    except Failed as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{count} places.")
    return 0
