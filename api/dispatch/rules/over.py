"""Why an offer is over, as whoever was asked is told it: each of these must be true."""

from __future__ import annotations

from collections.abc import Collection

from api.vocabulary import NoticeCode, OfferStatus, RequestStatus, TaskStatus

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


def over_on_phone(
    status: OfferStatus, needs: Collection[RequestStatus], *, answered: bool
) -> NoticeCode | None:
    """Why who is on the phone cannot say yes any more; None while they can, also too late.

    `answered`: by them, who said no or "not now".
    """
    said_no = status is OfferStatus.DECLINED or (status is OfferStatus.EXPIRED and answered)
    open_still = status in {OfferStatus.SENT, OfferStatus.EXPIRED}
    if WAITING.issuperset(needs) and (said_no or open_still):
        return NoticeCode.OFFER_DECLINED if said_no else None
    return why_over(status, needs)


def task_over(
    status: TaskStatus, needs: Collection[RequestStatus], *, checked: bool
) -> NoticeCode | None:
    """What whoever had a task hears on the phone, by the needs it was for; None while it lasts.

    `checked`: they were silent when they were asked, so it was taken from them.
    """
    if set(needs) == {RequestStatus.CANCELLED}:
        return NoticeCode.TASK_CANCELLED
    if status is TaskStatus.UNDER_WAY:
        return None
    if status is not TaskStatus.GIVEN_UP:
        return NoticeCode.OFFER_WITHDRAWN
    return NoticeCode.TASK_RELEASED if checked else NoticeCode.OFFER_DECLINED
