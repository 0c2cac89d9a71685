"""Until when words are to be read."""

from __future__ import annotations

from datetime import datetime, timedelta

from api.calls.rules import OnDuty


def read_by(said_at: datetime, within: timedelta, duty: OnDuty) -> datetime:
    """Waiting only counts while somebody is on duty: what is written at night is read after."""
    return duty.promise(said_at, said_at + within)
