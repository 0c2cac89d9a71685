"""When silence brings a reminder, and when a call."""

from __future__ import annotations

from datetime import datetime, timedelta

from api.settings import Settings
from api.vocabulary import Urgency


def reminder_after(urgency: Urgency | None, settings: Settings) -> timedelta:
    """How long an unfinished request may rest before its resident is reminded.

    An urgency nobody knows yet counts as now.
    """
    urgent = urgency in (None, Urgency.NOW)
    return settings.remind_urgent_after if urgent else settings.remind_after


def call_after(urgency: Urgency | None, settings: Settings) -> timedelta:
    """How long it may rest before a person gets in touch."""
    urgent = urgency in (None, Urgency.NOW)
    return settings.call_urgent_after if urgent else settings.call_after


SLOWLY = 2
"""Who needs more time may be silent for so many times as long before that means something."""


def next_at(
    silent_since: datetime,
    urgency: Urgency | None,
    settings: Settings,
    *,
    reminded: bool,
    slow: bool = False,
) -> datetime:
    """When silence is looked at again; `slow`: they need more time to answer."""
    wait = call_after if reminded else reminder_after
    return silent_since + wait(urgency, settings) * (SLOWLY if slow else 1)
