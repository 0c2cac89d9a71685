"""`linli invite`: a link and a code by which people become volunteers or callers of a group."""

from __future__ import annotations

import argparse

ROLES = ("volunteer", "caller")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--group", required=True, help="its name, the beginning of it, or its id")
    parser.add_argument("--role", choices=ROLES, default="volunteer", help="what they become")
    parser.add_argument("--uses", type=int, default=1, help="how many people may use it")
    parser.add_argument("--days", type=int, default=14, help="how long it is good")


def run(options: argparse.Namespace) -> int:
    """Print the link alone, that it can be handed on; the code and what to heed are beside it."""
    import os
    import sys
    from pathlib import Path

    from api.operations import Deployment, Failed, invite, server_url
    from bot.settings import SettingsError, deployed, refuse

    try:
        settings = deployed(os.environ, Path.cwd())
        at = Deployment(settings.database, Path(settings.key_file))
        made = invite(at, options.group, role=options.role, uses=options.uses, days=options.days)
    except SettingsError as error:
        return refuse(error)
    except Failed as error:
        print(error, file=sys.stderr)
        return 1
    here = server_url(at) or f"http://{settings.host}:{settings.port}"
    print(f"{(settings.public_url or here).rstrip('/')}/join/{made.link}")
    print(
        f"On Telegram: /start {made.code}\n"
        f"It works {made.uses} times, until {made.expires_at:%Y-%m-%d %H:%M} UTC.",
        file=sys.stderr,
    )
    return 0
