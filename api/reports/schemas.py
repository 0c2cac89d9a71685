"""The wire schemas of reports: counts and moments, no personal data."""

from __future__ import annotations

from datetime import datetime

from api.vocabulary import CallBy, CallReason, Leaf, RequestStatus, Urgency
from api.wire import Count, Wire


class WaitingRequests(Wire):
    """Requests that are not closed by status; of those nobody took yet, the rest."""

    by_status: dict[RequestStatus, Count]
    by_leaf: dict[Leaf, Count]
    by_urgency: dict[Urgency, Count]
    oldest_queued_at: datetime | None


class WaitingCalls(Wire):
    """Calls that are not closed."""

    by_way: dict[CallBy, Count]
    by_reason: dict[CallReason, Count]
    claimed: Count
    oldest_created_at: datetime | None


class Waiting(Wire):
    """What waits, and since when; `unheard_alerts` are of danger."""

    at: datetime
    requests: WaitingRequests
    calls: WaitingCalls
    unfinished: Count
    unheard_alerts: Count
