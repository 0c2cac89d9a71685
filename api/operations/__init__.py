"""What an operator does from the command line, beside a running server or without one."""

from api.operations.backup import BackupRefused, back_up, dump_command
from api.operations.erasing import erase
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
    "server_url",
    "unfinished_of",
]
