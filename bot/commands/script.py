"""`linli script`: the script of a call from any form, for paper, screen, braille or ODK."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accessibility.prompt import Option
    from accessibility.script import Script
    from bot.script import Order
    from bot.settings import Settings
    from bot.wording import Wording

XLSFORM = "xlsform"
KINDS = ("incoming", "call_back", "follow_up")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("form", help="what it asks: ask, follow_up, offer, task, enrol ...")
    parser.add_argument("--language", default="en", help="the resident's language (BCP 47)")
    parser.add_argument("--caller-language", default="", help="the caller's, if it is another")
    parser.add_argument("--format", default="html", choices=(*FORMATS, XLSFORM))
    parser.add_argument("--output", required=True, help="the file to write")
    parser.add_argument("--large-print", action="store_true", help="large letters")
    parser.add_argument("--request", default="", metavar="RECEIPT", help="fill in what is known")
    parser.add_argument("--kind", default="", choices=KINDS, help="who calls whom, and why")


def run(options: argparse.Namespace) -> int:
    """Write the file; 2 when this machine cannot make it, or the settings are wrong."""
    import os
    import sys
    from pathlib import Path

    from accessibility.script import NoPdf
    from api.operations import Failed
    from bot.script import OrderError
    from bot.settings import SettingsError, deployed, refuse

    try:
        settings = deployed(os.environ, Path.cwd())
        made = _made(options, settings)
        Path(options.output).write_bytes(made)
    except SettingsError as error:
        return refuse(error)
    except NoPdf as error:
        print(f"{error}\nUntil then: --format html, and print it.", file=sys.stderr)
        return 2
    except (OrderError, Failed) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{options.output}: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


def _made(options: argparse.Namespace, settings: Settings) -> bytes:
    from datetime import UTC, datetime

    from bot.app.talking import wording_of
    from bot.lookups import offered_in
    from bot.script import compose

    order = _order(options, settings)
    wording, offered = wording_of(settings), offered_in(settings.listed("languages"))
    if options.format == XLSFORM:
        return _xlsform(order, wording, offered)
    return FORMATS[options.format](compose(order, wording, datetime.now(UTC), offered))


def _order(options: argparse.Namespace, settings: Settings) -> Order:
    """What was asked for; with a receipt, also what is known of that request."""
    from datetime import UTC, datetime
    from pathlib import Path

    from api.operations import Deployment, request_of
    from bot.script import OrderError, checked, known_of_request

    order = checked(
        options.form,
        options.language,
        options.caller_language,
        options.kind,
        large=options.large_print,
    )
    if not options.request:
        return order
    if options.format == XLSFORM:
        raise OrderError("An XLSForm is always blank: leave out --request.")
    told = request_of(Deployment(settings.database, Path(settings.key_file)), options.request)
    return replace(order, known=replace(known_of_request(told), at=datetime.now(UTC)))


def _xlsform(order: Order, wording: Wording, offered: tuple[Option, ...]) -> bytes:
    """Always blank: what is known of a person does not leave this machine in a form."""
    from bot.xlsform import workbook_of

    languages = tuple(dict.fromkeys((order.language, order.ours)))
    return workbook_of(wording, order.form, languages, offered)


def _html(script: Script) -> bytes:
    from accessibility.script import as_page

    return as_page(script).encode()


def _text(script: Script) -> bytes:
    from accessibility.script import as_plain

    return as_plain(script).encode()


def _pdf(script: Script) -> bytes:
    from accessibility.script import as_pdf

    return as_pdf(script)


FORMATS: dict[str, Callable[[Script], bytes]] = {"html": _html, "text": _text, "pdf": _pdf}
