"""`linli token`: a one-use sign-in link for a person at the desk, or a token for a program."""

from __future__ import annotations

import argparse

PEOPLE = ("coordinator", "caller")
PROGRAMS = ("bot", "admin")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--role", required=True, choices=(*PEOPLE, *PROGRAMS))
    parser.add_argument("--name", default="", help="what residents are told the caller is called")
    parser.add_argument("--language", default="", help="language of the desk (BCP 47)")


def run(options: argparse.Namespace) -> int:
    """Print the link or the token, once; a person's has their own name and language."""
    import os
    import sys
    from pathlib import Path

    from api.operations import Deployment, Failed, give_token, server_url
    from bot.settings import SettingsError, deployed, refuse

    try:
        settings = deployed(os.environ, Path.cwd())
        at = Deployment(settings.database, Path(settings.key_file))
        language = options.language or ("en" if options.role in PEOPLE else "")
        secret = give_token(at, options.role, name=options.name, language=language)
    except SettingsError as error:
        return refuse(error)
    except Failed as error:
        print(error, file=sys.stderr)
        return 1
    if options.role in PROGRAMS:
        print(secret)
        return 0
    here = server_url(at) or f"http://{settings.host}:{settings.port}"
    print(f"{(settings.public_url or here).rstrip('/')}/desk/sign-in/{secret}")
    print("It works once, within a day. Give it to that person only.", file=sys.stderr)
    return 0
