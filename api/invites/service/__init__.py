"""Invites by telephone: made by coordinators, told by callers, ended by who is rung or by time."""

from api.invites.service.ending import due, joined, next_due
from api.invites.service.inviting import AlreadyInvited, invite, listed, shown, told

__all__ = [
    "AlreadyInvited",
    "due",
    "invite",
    "joined",
    "listed",
    "next_due",
    "shown",
    "told",
]
