"""Somebody may be in danger: a safeguarding lead is told, then the next one, until one hears.

An alert of kind flag leaves no trace on the resident's channel: whoever reads along there may
be the danger.
"""

from api.alerts.service.raising import answered, raise_alert, raise_read
from api.alerts.service.seeing import acknowledge, close, detail, in_danger, note, open_alerts
from api.alerts.service.telling import due, heard, next_due
from api.alerts.service.why import Why

__all__ = [
    "Why",
    "acknowledge",
    "answered",
    "close",
    "detail",
    "due",
    "heard",
    "in_danger",
    "next_due",
    "note",
    "open_alerts",
    "raise_alert",
    "raise_read",
]
