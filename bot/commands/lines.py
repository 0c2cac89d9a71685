"""`linli lines`: a table from ODK or Kobo in, one answer line for each submission out."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("form", help="the form that was filled in: ask, follow_up ...")
    parser.add_argument("file", help="the table of answers: CSV, with codes and not with labels")


def run(options: argparse.Namespace) -> int:
    """Print the lines in the order of the table; 1 for a form nobody has or no such table."""
    import os
    import sys
    from pathlib import Path

    from bot.dialogue.xlsform import line_of, sent_in
    from bot.forms import FORMS
    from bot.lookups import offered_in
    from bot.settings import SettingsError, deployed, refuse

    if options.form not in FORMS:
        print(f"No form is {options.form}. Choose from: {' '.join(FORMS)}", file=sys.stderr)
        return 1
    try:
        settings = deployed(os.environ, Path.cwd())
        table = Path(options.file).read_text(encoding="utf-8-sig")
    except SettingsError as error:
        return refuse(error)
    except OSError as error:
        print(f"{options.file}: {error.strerror}.", file=sys.stderr)
        return 1
    except UnicodeDecodeError:
        print(f"{options.file}: save the table as CSV in UTF-8.", file=sys.stderr)
        return 1
    listed = {"languages": offered_in(settings.listed("languages"))}
    for row in _rows(table):
        print(line_of(FORMS[options.form], sent_in(row), listed))
    return 0


def _rows(table: str) -> Iterator[Mapping[str, str | None]]:
    """The rows of a table; Kobo parts them by a semicolon, ODK Central by a comma."""
    import csv
    import io

    head = table.partition("\n")[0]
    mark = ";" if head.count(";") > head.count(",") else ","
    yield from csv.DictReader(io.StringIO(table, newline=""), delimiter=mark)
