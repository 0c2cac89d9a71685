"""What each notice says: codes and raw values; the bot words them by the fields' names.

A field that may be missing has a default; the words have a sentence without it. Fields named in
UNSAID belong to the question a notice opens, or tell a channel which message is meant.
"""

from __future__ import annotations

from api.notices.schemas.others import (
    ChatJoined,
    CoordinatorAlert,
    Enrolled,
    Paused,
    SafeguardingAlert,
)
from api.notices.schemas.resident import (
    AboutRequest,
    CallMessage,
    CallQueued,
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
    TaskChanged,
    TaskCheckIn,
    TaskDone,
    TaskOpen,
    TaskStarted,
    Word,
)
from api.vocabulary import NoticeCode
from api.wire import Wire

__all__ = [
    "UNSAID",
    "VALUES",
    "AboutRequest",
    "Accepted",
    "CallMessage",
    "CallQueued",
    "ChatJoined",
    "CoordinatorAlert",
    "DidHelpArrive",
    "Enrolled",
    "Found",
    "GroupClosed",
    "GroupOffer",
    "GroupTaken",
    "Leaves",
    "Name",
    "Named",
    "Nothing",
    "Offer",
    "OnTheWay",
    "Paused",
    "SafeguardingAlert",
    "Status",
    "TaskChanged",
    "TaskCheckIn",
    "TaskDone",
    "TaskOpen",
    "TaskStarted",
    "Thanks",
    "Word",
]

UNSAID = frozenset({"offer_id", "request_id", "task_id", "purpose", "letter", "remote", "people"})


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
    NoticeCode.CALL_MESSAGE: CallMessage,
    NoticeCode.ALERT_UNHEARD: Nothing,
    NoticeCode.MEDIA_RECEIVED: Nothing,
    NoticeCode.OFFER: Offer,
    NoticeCode.GROUP_OFFER: GroupOffer,
    NoticeCode.GROUP_OFFER_TAKEN: GroupTaken,
    NoticeCode.GROUP_OFFER_CLOSED: GroupClosed,
    NoticeCode.OFFER_NEEDS_PRIVATE: Nothing,
    NoticeCode.OFFER_ACCEPTED: Accepted,
    NoticeCode.OFFER_TOO_LATE: Leaves,
    NoticeCode.OFFER_DECLINED: Leaves,
    NoticeCode.OFFER_WITHDRAWN: Leaves,
    NoticeCode.TASK: TaskOpen,
    NoticeCode.TASK_STARTED: TaskStarted,
    NoticeCode.TASK_CHANGED: TaskChanged,
    NoticeCode.TASK_DONE: TaskDone,
    NoticeCode.TASK_HANDED_BACK: AboutRequest,
    NoticeCode.TASK_CHECK_IN: TaskCheckIn,
    NoticeCode.TASK_RELEASED: AboutRequest,
    NoticeCode.TASK_CANCELLED: Named,
    NoticeCode.WORD_SENT: Name,
    NoticeCode.WORD_FROM_VOLUNTEER: Word,
    NoticeCode.WORD_FROM_RESIDENT: Word,
    NoticeCode.ENROLLED: Enrolled,
    NoticeCode.CHAT_JOINED: ChatJoined,
    NoticeCode.INVITE_REFUSED: Nothing,
    NoticeCode.GO_ON_REFUSED: Nothing,
    NoticeCode.PAUSED: Paused,
    NoticeCode.RESUMED: Nothing,
    NoticeCode.LEFT: Nothing,
    NoticeCode.SAFEGUARDING_ALERT: SafeguardingAlert,
    NoticeCode.COORDINATOR_ALERT: CoordinatorAlert,
    NoticeCode.TOO_LATE: Nothing,
}
