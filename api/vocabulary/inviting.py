"""Who is invited by a call, and what became of it."""

from __future__ import annotations

from enum import StrEnum


class InvitedAs(StrEnum):
    """What an invited person is asked to become."""

    VOLUNTEER = "volunteer"
    LEADER = "leader"
    CALLER = "caller"


class InviteStatus(StrEnum):
    """What became of an invite by telephone."""

    WAITING = "waiting"
    JOINED = "joined"
    DECLINED = "declined"
    OVER = "over"
