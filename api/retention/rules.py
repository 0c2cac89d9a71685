"""When something is kept long enough."""

from __future__ import annotations

from datetime import datetime, timedelta

from api.database.personal import Personal

EVERY = timedelta(days=1)
"""How often it is looked at what has come to its end."""


def cutoff(personal: Personal, now: datetime) -> datetime:
    """What ended before this moment is forgotten; what ended at it is kept once more."""
    return now - timedelta(days=personal.retention_days)
