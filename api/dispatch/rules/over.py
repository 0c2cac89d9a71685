"""Why an offer is over, as whoever was asked is told it: each of these must be true."""

from __future__ import annotations

from collections.abc import Collection

from api.vocabulary import NoticeCode, OfferStatus, RequestStatus

WAITING = frozenset({RequestStatus.OPEN, RequestStatus.OFFERED})
GIVEN = frozenset({RequestStatus.TAKEN, RequestStatus.DONE, RequestStatus.PARTLY})


def why_over(status: OfferStatus, needs: Collection[RequestStatus]) -> NoticeCode:
    """What became of an offer with this status, by what its needs are now.

    Somebody was faster only if somebody has it. Needs that still wait for somebody were offered
    anew, or nobody answered in time; all else is no longer needed from them.
    """
    if any(need in GIVEN for need in needs):
        return NoticeCode.OFFER_TOO_LATE
    if not WAITING.issuperset(needs):
        return NoticeCode.OFFER_WITHDRAWN
    if status is OfferStatus.EXPIRED:
        return NoticeCode.OFFER_EXPIRED
    changed = status is OfferStatus.WITHDRAWN
    return NoticeCode.OFFER_CHANGED if changed else NoticeCode.OFFER_WITHDRAWN
