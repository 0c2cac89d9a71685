"""Who must be told of an alert by now."""

from __future__ import annotations

from datetime import datetime, timedelta


def steps_by(created_at: datetime, now: datetime, step: timedelta) -> int:
    """How many people are to be told by now: one at once, one more for each silent step."""
    return 1 + max(0, int((now - created_at) / step))


def next_step_at(created_at: datetime, told: int, step: timedelta) -> datetime:
    """When the next one is to be told, after so many were."""
    return created_at + told * step
