"""What each notice says: codes and raw values; the bot words them by the fields' names.

A field that may be missing has a default; the words have a sentence without it. Fields named in
UNSAID belong to the question a notice opens, or tell a channel which message is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.notices.schemas.caller import (
    CallCard,
    CallCardOver,
    CallEnded,
    CallHeld,
    LineFault,
    LineRefused,
    LineTaken,
)
from api.notices.schemas.others import (
    ChatJoined,
    CoordinatorAlert,
    Enrolled,
    Paused,
    ProfileKept,
    ResumeCode,
    SafeguardingAlert,
)
from api.notices.schemas.resident import (
    AboutRequest,
    CallDelayed,
    CallMessage,
    CallQueued,
    CallTried,
    DidHelpArrive,
    Found,
    Named,
    Nothing,
    OnTheWay,
    Status,
    Thanks,
)
from api.notices.schemas.volunteer import (
    Accepted,
    GroupClosed,
    GroupOffer,
    GroupTaken,
    Leaves,
    Name,
    Offer,
    OfferChanged,
    OfferOver,
    TaskCancelled,
    TaskChanged,
    TaskCheckIn,
    TaskDone,
    TaskOpen,
    TaskReleased,
    TaskStarted,
    Word,
)
from api.vocabulary import NoticeCode
from api.wire import Wire

__all__ = [
    "SIGNS_IN",
    "UNSAID",
    "VALUES",
    "AboutRequest",
    "Accepted",
    "CallCard",
    "CallCardOver",
    "CallDelayed",
    "CallEnded",
    "CallHeld",
    "CallMessage",
    "CallQueued",
    "CallTried",
    "ChatJoined",
    "CoordinatorAlert",
    "DidHelpArrive",
    "Enrolled",
    "Found",
    "GroupClosed",
    "GroupOffer",
    "GroupTaken",
    "Leaves",
    "LineFault",
    "LineRefused",
    "LineTaken",
    "Name",
    "Named",
    "Nothing",
    "Offer",
    "OfferChanged",
    "OfferOver",
    "OnTheWay",
    "Paused",
    "ProfileKept",
    "ResumeCode",
    "SafeguardingAlert",
    "Status",
    "TaskCancelled",
    "TaskChanged",
    "TaskCheckIn",
    "TaskDone",
    "TaskOpen",
    "TaskReleased",
    "TaskStarted",
    "Thanks",
    "Word",
    "for_others",
]

UNSAID = frozenset(
    {
        "offer_id",
        "request_id",
        "task_id",
        "call_id",
        "purpose",
        "letter",
        "remote",
        "people",
        "secret",
    }
)

SIGNS_IN = "secret"
"""A field whose value signs somebody in: nobody reads it but whoever it is told to."""


VALUES: dict[NoticeCode, type[Wire]] = {
    NoticeCode.REQUEST_RECEIVED: AboutRequest,
    NoticeCode.REQUEST_CHANGED: AboutRequest,
    NoticeCode.REQUEST_CANCELLED: AboutRequest,
    NoticeCode.REQUEST_SPLIT: AboutRequest,
    NoticeCode.REQUEST_STATUS: Status,
    NoticeCode.LOOKING_FURTHER: AboutRequest,
    NoticeCode.VOLUNTEER_FOUND: Found,
    NoticeCode.VOLUNTEER_ON_THE_WAY: OnTheWay,
    NoticeCode.VOLUNTEER_LEFT: Named,
    NoticeCode.DID_HELP_ARRIVE: DidHelpArrive,
    NoticeCode.ARRIVAL_THANKS: Thanks,
    NoticeCode.REMINDER: Nothing,
    NoticeCode.CALL_QUEUED: CallQueued,
    NoticeCode.CALL_DELAYED: CallDelayed,
    NoticeCode.CALL_TRIED: CallTried,
    NoticeCode.CALL_MESSAGE: CallMessage,
    NoticeCode.ALERT_UNHEARD: Nothing,
    NoticeCode.LISTENING: Nothing,
    NoticeCode.MEDIA_RECEIVED: Nothing,
    NoticeCode.OFFER: Offer,
    NoticeCode.GROUP_OFFER: GroupOffer,
    NoticeCode.GROUP_OFFER_TAKEN: GroupTaken,
    NoticeCode.GROUP_OFFER_CLOSED: GroupClosed,
    NoticeCode.OFFER_NEEDS_PRIVATE: Nothing,
    NoticeCode.OFFER_ACCEPTED: Accepted,
    NoticeCode.OFFER_TOO_LATE: OfferOver,
    NoticeCode.OFFER_DECLINED: Leaves,
    NoticeCode.OFFER_WITHDRAWN: OfferOver,
    NoticeCode.OFFER_CHANGED: OfferChanged,
    NoticeCode.OFFER_EXPIRED: OfferOver,
    NoticeCode.TASK: TaskOpen,
    NoticeCode.TASK_STARTED: TaskStarted,
    NoticeCode.TASK_CHANGED: TaskChanged,
    NoticeCode.TASK_DONE: TaskDone,
    NoticeCode.TASK_HANDED_BACK: AboutRequest,
    NoticeCode.TASK_CHECK_IN: TaskCheckIn,
    NoticeCode.TASK_RELEASED: TaskReleased,
    NoticeCode.TASK_CANCELLED: TaskCancelled,
    NoticeCode.WORD_SENT: Name,
    NoticeCode.WORD_FROM_VOLUNTEER: Word,
    NoticeCode.WORD_FROM_RESIDENT: Word,
    NoticeCode.CALL_CARD: CallCard,
    NoticeCode.CALL_CARD_OVER: CallCardOver,
    NoticeCode.CALL_PASSED: Nothing,
    NoticeCode.CALL_YOURS: CallHeld,
    NoticeCode.CALL_ENDED: CallEnded,
    NoticeCode.CALL_RELEASED: Nothing,
    NoticeCode.CALL_LINE_TAKEN: LineTaken,
    NoticeCode.CALL_LINE_REFUSED: LineRefused,
    NoticeCode.ENROLLED: Enrolled,
    NoticeCode.TAKES_CALLS: Enrolled,
    NoticeCode.CHAT_JOINED: ChatJoined,
    NoticeCode.INVITE_REFUSED: Nothing,
    NoticeCode.PROFILE_KEPT: ProfileKept,
    NoticeCode.PROFILE_FORGOTTEN: Nothing,
    NoticeCode.VOICE_REFUSED: Nothing,
    NoticeCode.RESUME_CODE: ResumeCode,
    NoticeCode.GO_ON_REFUSED: Nothing,
    NoticeCode.WENT_ELSEWHERE: Nothing,
    NoticeCode.GOES_ON_HERE: Nothing,
    NoticeCode.PAUSED: Paused,
    NoticeCode.RESUMED: Nothing,
    NoticeCode.LEFT: Nothing,
    NoticeCode.SAFEGUARDING_ALERT: SafeguardingAlert,
    NoticeCode.COORDINATOR_ALERT: CoordinatorAlert,
    NoticeCode.TOO_LATE: Nothing,
}


def for_others(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a notice says to others than whom it is told to: without what signs somebody in."""
    return {name: value for name, value in values.items() if name != SIGNS_IN}
