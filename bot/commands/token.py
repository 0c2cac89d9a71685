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
    from locales import UnknownLanguageError

    try:
        settings = deployed(os.environ, Path.cwd())
        at = Deployment(settings.database, Path(settings.key_file))
        language = _language(options)
        secret = give_token(at, options.role, name=options.name, language=language)
    except SettingsError as error:
        return refuse(error)
    except UnknownLanguageError as error:
        print(f"--language: {error}", file=sys.stderr)
        return 1
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


def _language(options: argparse.Namespace) -> str:
    """A person's language, English unless another is named; a program has none by itself."""
    from locales import language_asked_for

    wanted = options.language or ("en" if options.role in PEOPLE else "")
    return language_asked_for(wanted).code if wanted else ""
