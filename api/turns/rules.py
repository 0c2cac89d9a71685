"""When a question of ours may be put to somebody who is answering another one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from api.notices.service import Notice
from api.sessions.schemas import SessionOut

ATTEMPTS = 5
"""A message that so many workers took and none could answer goes to a person."""


def may_open_at(notice: Notice, session: SessionOut) -> datetime:
    """When an asking notice may open its form: it waits for the open question, not for ever."""
    if not session.asks or session.asked_at is None:
        return notice.due_at
    return max(notice.due_at, session.asked_at + timedelta(seconds=notice.patience_s))


def opening(waiting: Sequence[Notice], session: SessionOut, now: datetime) -> Notice | None:
    """The first of the waiting notices, in the order of their lane, whose time has come."""
    return next((one for one in waiting if may_open_at(one, session) <= now), None)


def opens_at(waiting: Sequence[Notice], session: SessionOut) -> datetime | None:
    """When the first of the waiting notices may open; None when none waits."""
    return min((may_open_at(one, session) for one in waiting), default=None)
