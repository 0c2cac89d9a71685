"""What an operator does from the command line, beside a running server or without one.

Each is imported by the command that does it: a server needs none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from api.operations.backup import BackupRefused, back_up, dump_command
    from api.operations.erasing import erase
    from api.operations.exporting import save_groups
    from api.operations.findings import Finding, Level
    from api.operations.gazetteer import load_places
    from api.operations.health import database, disk_space, key_file
    from api.operations.importing import Loaded, load_groups
    from api.operations.inviting import invite, invite_by_phone
    from api.operations.papers import request_of
    from api.operations.performing import Deployment, Failed, server_url
    from api.operations.resting import unfinished_of
    from api.operations.restoring import RestoreRefused, restore
    from api.operations.tokens import give_token

__all__ = [
    "BackupRefused",
    "Deployment",
    "Failed",
    "Finding",
    "Level",
    "Loaded",
    "RestoreRefused",
    "back_up",
    "database",
    "disk_space",
    "dump_command",
    "erase",
    "give_token",
    "invite",
    "invite_by_phone",
    "key_file",
    "load_groups",
    "load_places",
    "request_of",
    "restore",
    "save_groups",
    "server_url",
    "unfinished_of",
]

HOMES = {
    "BackupRefused": "backup",
    "back_up": "backup",
    "dump_command": "backup",
    "erase": "erasing",
    "save_groups": "exporting",
    "Finding": "findings",
    "Level": "findings",
    "load_places": "gazetteer",
    "database": "health",
    "disk_space": "health",
    "key_file": "health",
    "Loaded": "importing",
    "load_groups": "importing",
    "invite": "inviting",
    "invite_by_phone": "inviting",
    "request_of": "papers",
    "Deployment": "performing",
    "Failed": "performing",
    "server_url": "performing",
    "unfinished_of": "resting",
    "RestoreRefused": "restoring",
    "restore": "restoring",
    "give_token": "tokens",
}
"""In which module each of them is."""


def __getattr__(name: str) -> object:
    """What a command asks for, from its module."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
