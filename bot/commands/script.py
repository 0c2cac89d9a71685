"""`linli script`: the script of a call from any form, for paper, screen, braille or ODK."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accessibility.prompt import Option
    from accessibility.script import Script
    from api.operations import Deployment
    from bot.script import Order
    from bot.settings import Settings
    from bot.wording import Wording

XLSFORM = "xlsform"
KINDS = ("incoming", "call_back", "follow_up")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("form", help="what it asks: ask, follow_up, offer, task, enrol ...")
    parser.add_argument("--language", default="", help="the resident's language (BCP 47)")
    parser.add_argument("--caller-language", default="", help="the caller's, if it is another")
    parser.add_argument("--format", default="html", choices=(*FORMATS, XLSFORM))
    parser.add_argument("--output", required=True, help="the file to write")
    parser.add_argument("--large-print", action="store_true", help="large letters")
    known = parser.add_mutually_exclusive_group()
    known.add_argument("--request", default="", metavar="RECEIPT", help="fill in what is known")
    known.add_argument(
        "--unfinished",
        default="",
        metavar="CODE",
        help="fill in what was answered so far: the address of the call's page, or the end of"
        " its id; ? lists what there is",
    )
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
    """What was asked for, filled in with what is known of a request or of an unfinished one."""
    from datetime import UTC, datetime
    from pathlib import Path

    from api.operations import Deployment
    from bot.script import OrderError

    blank = not (options.request or options.unfinished)
    if not blank and options.format == XLSFORM:
        given = "--request" if options.request else "--unfinished"
        raise OrderError(f"An XLSForm is always blank: leave out {given}.")
    _check(options)
    if blank:
        return _ordered(options)
    at = Deployment(settings.database, Path(settings.key_file))
    order = _of_request(options, at) if options.request else _of_unfinished(options, at)
    return replace(order, known=replace(order.known, at=datetime.now(UTC)))


def _ordered(options: argparse.Namespace, language: str = "", kind: str = "") -> Order:
    """The order as it was typed; `language` and `kind` are taken where none was."""
    from bot.script import checked

    return checked(
        options.form,
        options.language or language or "en",
        options.caller_language,
        options.kind or kind,
        large=options.large_print,
    )


def _check(options: argparse.Namespace) -> None:
    """Raises OrderError for what can be told to be wrong before anything is read of anybody."""
    _ordered(options)


def _of_request(options: argparse.Namespace, at: Deployment) -> Order:
    from api.operations import request_of
    from bot.script import known_of_request

    told = request_of(at, options.request)
    return replace(_ordered(options, told.request.language), known=known_of_request(told))


def _of_unfinished(options: argparse.Namespace, at: Deployment) -> Order:
    """Somebody who began is called back; the form is the one they are in the middle of."""
    from accessibility.profile import face_of
    from api.operations import unfinished_of
    from bot.script import OrderError, known_of_resting

    told = unfinished_of(at, options.unfinished)
    form, known = known_of_resting(told)
    if form != options.form:
        raise OrderError(f"They are in the middle of {form!r}: linli script {form} ...")
    order = _ordered(options, told.language, "call_back")
    large = order.large or face_of(told.accommodations).large
    return replace(order, large=large, known=known)


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
