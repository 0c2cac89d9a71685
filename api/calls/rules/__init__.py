"""How a call is held, how soon, and until when that may be promised."""

from api.calls.rules.duty import OnDuty
from api.calls.rules.urgent import Family, family, lead, more_urgent, retry_after
from api.calls.rules.way import choose_by, heed, may_write, still

__all__ = [
    "Family",
    "OnDuty",
    "choose_by",
    "family",
    "heed",
    "lead",
    "may_write",
    "more_urgent",
    "retry_after",
    "still",
]
