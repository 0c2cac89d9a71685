"""Who acts: a token's role, its id, and the person it belongs to, if to one."""

from __future__ import annotations

from dataclasses import dataclass

from api.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts; `id` is the token's, so that the audit names no person.

    `by_card`: signed in by the link of a call, which opens that caller's calls and nothing else.
    """

    role: Role
    id: str
    person_id: str | None = None
    by_card: bool = False


LINLI = Actor(Role.BOT, "00000000-0000-7000-8000-000000000000")
"""Linli itself, when a worker acts because its time has come."""
