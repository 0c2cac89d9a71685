"""Notices as they are listed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from api.wire import Id, Wire


class NoticeListed(Wire):
    """A notice, and when it was sent if it was."""

    id: Id
    code: str
    values: dict[str, Any]
    created_at: datetime
    sent_at: datetime | None


class NoticeList(Wire):
    """Notices, newest first."""

    items: list[NoticeListed]
