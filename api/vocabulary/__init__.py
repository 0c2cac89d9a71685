"""The closed vocabulary: every code that crosses a wire or rests in the database, once.

A value means the same in the code, in the database, in the API and in the documents.
Words for these codes are in `locales/`; nothing here is a sentence.
"""

from api.vocabulary.accommodations import (
    ABLE_ACCOMMODATIONS,
    AT_THE_DOOR,
    OFFER_ACCOMMODATIONS,
    TALKING,
    WHO_MAY_COME,
    Accommodation,
)
from api.vocabulary.calls import (
    CallBy,
    CallOutcome,
    CallReason,
    CallStatus,
    CardOver,
    CardStatus,
    PartOfDay,
)
from api.vocabulary.check_digit import DAMM, damm
from api.vocabulary.effects import ENDS, OFFER_ENDS, Effect, NoticeCode
from api.vocabulary.inviting import InvitedAs, InviteStatus
from api.vocabulary.needs import (
    CARRIED_LEAVES,
    INDOOR_LEAVES,
    LEAVES,
    REMOTE_LEAVES,
    SENSITIVE_LEAVES,
    SERVICE_TYPE,
    Leaf,
    Mode,
    Need,
    ServiceType,
    Urgency,
)
from api.vocabulary.statuses import (
    OPEN_STATUSES,
    WAITING_STATUSES,
    AlertKind,
    Arrival,
    OfferStatus,
    Part,
    Reason,
    RequestStatus,
    RestrictionKind,
    TaskStatus,
)
from api.vocabulary.wires import (
    MEDIA,
    Channel,
    Datum,
    InboundKind,
    MannerCode,
    Role,
    SafeContact,
    SendFailure,
)

__all__ = [
    "ABLE_ACCOMMODATIONS",
    "AT_THE_DOOR",
    "CARRIED_LEAVES",
    "DAMM",
    "ENDS",
    "INDOOR_LEAVES",
    "LEAVES",
    "MEDIA",
    "OFFER_ACCOMMODATIONS",
    "OFFER_ENDS",
    "OPEN_STATUSES",
    "REMOTE_LEAVES",
    "SENSITIVE_LEAVES",
    "SERVICE_TYPE",
    "TALKING",
    "WAITING_STATUSES",
    "WHO_MAY_COME",
    "Accommodation",
    "AlertKind",
    "Arrival",
    "CallBy",
    "CallOutcome",
    "CallReason",
    "CallStatus",
    "CardOver",
    "CardStatus",
    "Channel",
    "Datum",
    "Effect",
    "InboundKind",
    "InviteStatus",
    "InvitedAs",
    "Leaf",
    "MannerCode",
    "Mode",
    "Need",
    "NoticeCode",
    "OfferStatus",
    "Part",
    "PartOfDay",
    "Reason",
    "RequestStatus",
    "RestrictionKind",
    "Role",
    "SafeContact",
    "SendFailure",
    "ServiceType",
    "TaskStatus",
    "Urgency",
    "damm",
]
