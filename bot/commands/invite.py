"""`linli invite`: a link and a code by which people join a group, or a call that asks them to."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from api.operations import Deployment
    from bot.settings import Settings

ROLES = ("volunteer", "caller", "leader")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--group", required=True, help="its name, the beginning of it, or its id")
    parser.add_argument(
        "--role", choices=ROLES, default="volunteer", help="what they become; a leader by --phone"
    )
    parser.add_argument("--uses", type=int, default=1, help="how many people may use it")
    parser.add_argument("--days", type=int, default=14, help="how long it is good")
    phone = parser.add_argument_group("somebody who has only a telephone is rung by a caller")
    phone.add_argument("--phone", default="", help="their number, such as +862155550142")
    phone.add_argument("--language", default="", help="what they speak, such as zh-Hans")
    phone.add_argument("--name", default="", help="whom the caller asks for, if it is known")
    phone.add_argument(
        "--needs", nargs="+", default=[], help="how to talk with them: slow no_text easy_read ..."
    )
    phone.add_argument("--note", default="", help="what the caller should know")
    phone.add_argument(
        "--somebody-else", action="store_true", help="another person at a number that is known"
    )


def run(options: argparse.Namespace) -> int:
    """Print the link alone, that it can be handed on; the code and what to heed are beside it."""
    import os
    import sys
    from pathlib import Path

    from api.operations import Deployment, Failed
    from bot.settings import SettingsError, deployed, refuse

    try:
        settings = deployed(os.environ, Path.cwd())
        at = Deployment(settings.database, Path(settings.key_file))
        return (
            _by_phone(options, at, settings) if options.phone else _by_code(options, at, settings)
        )
    except SettingsError as error:
        return refuse(error)
    except Failed as error:
        print(error, file=sys.stderr)
        return 1


def _by_code(options: argparse.Namespace, at: Deployment, settings: Settings) -> int:
    import sys

    from api.operations import invite, server_url

    made = invite(at, options.group, role=options.role, uses=options.uses, days=options.days)
    here = server_url(at) or f"http://{settings.host}:{settings.port}"
    print(f"{(settings.public_url or here).rstrip('/')}/join/{made.link}")
    print(
        f"On Telegram: /start {made.code}\n"
        f"It works {made.uses} times, until {made.expires_at:%Y-%m-%d %H:%M} UTC.",
        file=sys.stderr,
    )
    return 0


def _by_phone(options: argparse.Namespace, at: Deployment, settings: Settings) -> int:
    """Nothing is handed on: the call waits in the queue. No output has the number in it."""
    import sys

    from api.operations import invite_by_phone
    from locales import UnknownLanguageError, language_asked_for

    try:
        language = language_asked_for(options.language or "en").code
    except UnknownLanguageError as error:
        print(f"--language: {error}", file=sys.stderr)
        return 1
    told = {
        "invited_as": options.role,
        "phone": options.phone,
        "language": language,
        "name": options.name,
        "accommodations": options.needs,
        "note": options.note,
        "days": options.days,
        "somebody_else": options.somebody_else,
    }
    made = invite_by_phone(at, options.group, told, settings.values, practice=settings.practice)
    print(made.id)
    print(
        "A caller rings them: the call is in the queue. Who says no is forgotten.\n"
        f"The invite is good until {made.expires_at:%Y-%m-%d %H:%M} UTC.",
        file=sys.stderr,
    )
    return 0
