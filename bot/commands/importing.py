"""`linli import groups`: the groups of a network from a CSV or GeoJSON file."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("what", choices=["groups"], help="what the file holds")
    parser.add_argument("file", type=Path, help="name.csv or name.geojson, in UTF-8")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, only")
    parser.add_argument(
        "--skip-mistakes", action="store_true", help="take the groups that have no mistake"
    )


def run(options: argparse.Namespace) -> int:
    """Take the file in; 1 for a mistake, and then nothing was taken; 2 for wrong settings."""
    import os
    import sys

    from api.operations import Deployment, Failed, load_groups
    from bot.commands.voice import progress
    from bot.settings import SettingsError, deployed, refuse

    try:
        settings = deployed(os.environ, Path.cwd())
        at = Deployment(settings.database, Path(settings.key_file))
        loaded = load_groups(
            at,
            options.file,
            dry_run=options.dry_run,
            skip_mistakes=options.skip_mistakes,
            progress=partial(progress, out=sys.stderr),
        )
    except SettingsError as error:
        return refuse(error)
    except Failed as error:
        print(error, file=sys.stderr)
        return 1
    for line in loaded.mistakes:
        print(line, file=sys.stderr)
    left_out = f", {loaded.left_out} left out" if loaded.left_out else ""
    told = f"{loaded.new} new, {loaded.changed} changed, {loaded.unchanged} unchanged{left_out}"
    print(f"{told}. Nothing was changed yet." if options.dry_run else f"{told}.")
    return 0
