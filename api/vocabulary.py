"""The closed vocabulary: every code that crosses a wire or rests in the database, once.

A value means the same in the code, in the database, in the API and in the documents.
Words for these codes are in `locales/`; nothing here is a sentence.
"""

from __future__ import annotations

from enum import StrEnum


class Leaf(StrEnum):
    """What a person needs, as finely as a volunteer must know before accepting."""

    GROCERIES = "groceries"
    MEAL = "meal"
    WATER = "water"
    MEDICINE = "medicine"
    DOCTOR_VISIT = "doctor_visit"
    MEDICAL_SUPPLIES = "medical_supplies"
    PROTECTIVE_SUPPLIES = "protective_supplies"
    HOUSEHOLD_GOODS = "household_goods"
    ERRAND = "errand"
    TRANSPORT = "transport"
    HOME_CARE = "home_care"
    REPAIR = "repair"
    TECH_HELP = "tech_help"
    INFORMATION = "information"
    CHECK_IN = "check_in"
    COUNSELLING = "counselling"
    INTERPRETING = "interpreting"
    MONEY = "money"
    GOODS = "goods"
    OTHER = "other"


class Need(StrEnum):
    """The first choice a resident makes; each has leaves."""

    FOOD = "food"
    HEALTH = "health"
    HOME = "home"
    TALK = "talk"
    MONEY_OR_GOODS = "money_or_goods"
    OTHER = "other"


LEAVES: dict[Need, tuple[Leaf, ...]] = {
    Need.FOOD: (Leaf.GROCERIES, Leaf.MEAL, Leaf.WATER),
    Need.HEALTH: (Leaf.MEDICINE, Leaf.DOCTOR_VISIT, Leaf.MEDICAL_SUPPLIES),
    Need.HOME: (
        Leaf.PROTECTIVE_SUPPLIES,
        Leaf.HOUSEHOLD_GOODS,
        Leaf.ERRAND,
        Leaf.TRANSPORT,
        Leaf.HOME_CARE,
        Leaf.REPAIR,
        Leaf.TECH_HELP,
        Leaf.INFORMATION,
    ),
    Need.TALK: (Leaf.CHECK_IN, Leaf.COUNSELLING, Leaf.INTERPRETING),
    Need.MONEY_OR_GOODS: (Leaf.MONEY, Leaf.GOODS),
    Need.OTHER: (Leaf.OTHER,),
}


class ServiceType(StrEnum):
    """How reports add leaves up: the four service types of the Shanghai study (2024)."""

    FOOD = "food"
    SPECIALISED = "specialised"
    BASIC = "basic"
    DONATION = "donation"


SERVICE_TYPE: dict[Need, ServiceType | None] = {
    Need.FOOD: ServiceType.FOOD,
    Need.HEALTH: ServiceType.SPECIALISED,
    Need.HOME: ServiceType.BASIC,
    Need.TALK: ServiceType.SPECIALISED,
    Need.MONEY_OR_GOODS: ServiceType.DONATION,
    Need.OTHER: None,
}

REMOTE_LEAVES = frozenset({Leaf.INFORMATION, Leaf.TECH_HELP, *LEAVES[Need.TALK], Leaf.MONEY})
"""Leaves a group may also give from afar; all others need somebody at the door."""

SENSITIVE_LEAVES = frozenset({*LEAVES[Need.HEALTH], *LEAVES[Need.TALK]})
"""Leaves that a group chat reads as "an errand": they say something about a person's health."""


class Mode(StrEnum):
    """How a service is given."""

    IN_PERSON = "in_person"
    REMOTE = "remote"


class Urgency(StrEnum):
    """When help is needed; in the order in which requests are served."""

    NOW = "now"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"


class Accommodation(StrEnum):
    """What a resident needs so that help works; groups and volunteers are matched on it."""

    NO_PHONE_CALLS = "no_phone_calls"
    NO_TEXT = "no_text"
    BLIND = "blind"
    HARD_OF_HEARING = "hard_of_hearing"
    SPEECH = "speech"
    SIGN_LANGUAGE = "sign_language"
    INTERPRETER = "interpreter"
    EASY_READ = "easy_read"
    SLOW = "slow"
    LARGE_PRINT = "large_print"
    RING_LONG = "ring_long"
    NO_STAIRS = "no_stairs"
    WHEELCHAIR = "wheelchair"
    ASSISTANCE_DOG = "assistance_dog"
    CONTACTLESS = "contactless"
    GATE_ONLY = "gate_only"
    WOMAN_ONLY = "woman_only"
    COMPANION_PRESENT = "companion_present"


TALKING = (
    Accommodation.NO_PHONE_CALLS,
    Accommodation.NO_TEXT,
    Accommodation.BLIND,
    Accommodation.HARD_OF_HEARING,
    Accommodation.SPEECH,
    Accommodation.SIGN_LANGUAGE,
    Accommodation.INTERPRETER,
    Accommodation.EASY_READ,
    Accommodation.SLOW,
    Accommodation.LARGE_PRINT,
)
AT_THE_DOOR = (
    Accommodation.RING_LONG,
    Accommodation.NO_STAIRS,
    Accommodation.WHEELCHAIR,
    Accommodation.ASSISTANCE_DOG,
    Accommodation.CONTACTLESS,
    Accommodation.GATE_ONLY,
)
WHO_MAY_COME = (Accommodation.WOMAN_ONLY, Accommodation.COMPANION_PRESENT)

ABLE_ACCOMMODATIONS = frozenset(
    {
        Accommodation.SIGN_LANGUAGE,
        Accommodation.INTERPRETER,
        Accommodation.EASY_READ,
        Accommodation.NO_STAIRS,
        Accommodation.WHEELCHAIR,
        Accommodation.ASSISTANCE_DOG,
        Accommodation.WOMAN_ONLY,
    }
)
"""Accommodations a group must say it can give; the others only need to be known and heeded."""

OFFER_ACCOMMODATIONS = frozenset(
    {*AT_THE_DOOR, *WHO_MAY_COME, Accommodation.SIGN_LANGUAGE, Accommodation.INTERPRETER}
)
"""Accommodations a volunteer must decide on, so an offer shows them; none is a diagnosis."""


class RequestStatus(StrEnum):
    """How far a request is; derived from its needs."""

    OPEN = "open"
    OFFERED = "offered"
    TAKEN = "taken"
    DONE = "done"
    PARTLY = "partly"
    UNMET = "unmet"
    CANCELLED = "cancelled"


OPEN_STATUSES = (RequestStatus.OPEN, RequestStatus.OFFERED, RequestStatus.TAKEN)


class Reason(StrEnum):
    """Why a group cannot take a request: the hard rules of matching, in their fixed order."""

    LEAF = "leaf"
    MODE = "mode"
    COMMUNICATION = "communication"
    ACCOMMODATION = "accommodation"
    OPEN = "open"
    CAPACITY = "capacity"
    COVERAGE = "coverage"
    RESTRICTION = "restriction"
    REFUSED = "refused"
    BLOCKED = "blocked"


class OfferStatus(StrEnum):
    """How far an offer is."""

    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Part(StrEnum):
    """Which part of the help an offer asks for; bring and carry are a relay of two."""

    WHOLE = "whole"
    BRING = "bring"
    CARRY = "carry"


class TaskStatus(StrEnum):
    """How far an accepted offer is."""

    UNDER_WAY = "under_way"
    DONE = "done"
    PARTLY = "partly"
    GIVEN_UP = "given_up"


class Arrival(StrEnum):
    """What a resident says of the help that was to come."""

    DONE = "done"
    PARTLY = "partly"
    NO = "no"


class RestrictionKind(StrEnum):
    """A rule in an area that limits help in person."""

    CLOSED = "closed"
    GATE_DROP = "gate_drop"
    PERMIT = "permit"
    INSIDE_ONLY = "inside_only"


class CallBy(StrEnum):
    """How a call is held."""

    VOICE = "voice"
    TEXT = "text"
    RELAY = "relay"
    INTERPRETER = "interpreter"


class CallReason(StrEnum):
    """Why a person must talk with somebody."""

    ASKED = "asked"
    DANGER = "danger"
    MISUNDERSTOOD = "misunderstood"
    CANNOT_READ = "cannot_read"
    MEDIA = "media"
    LADDER = "ladder"
    ADDRESS_DEAD = "address_dead"
    UNFINISHED = "unfinished"
    UNKNOWN_PLACE = "unknown_place"
    PHONE_ONLY = "phone_only"
    NO_CONSENT = "no_consent"
    NOT_ARRIVED = "not_arrived"


class CallStatus(StrEnum):
    """How far a call is."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    CLOSED = "closed"


class CallOutcome(StrEnum):
    """What came of a call."""

    COMPLETED = "completed"
    PARTLY = "partly"
    CALL_LATER = "call_later"
    NO_HELP_WANTED = "no_help_wanted"
    WRONG_NUMBER = "wrong_number"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    VOICEMAIL = "voicemail"
    NUMBER_DEAD = "number_dead"


class AlertKind(StrEnum):
    """Danger is answered on the resident's channel; a flag never shows there."""

    DANGER = "danger"
    FLAG = "flag"


class Channel(StrEnum):
    """A wire over which people and Linli exchange messages."""

    TELEGRAM = "telegram"
    WEB = "web"
    SMS = "sms"
    PHONE = "phone"
    TERMINAL = "terminal"


class InboundKind(StrEnum):
    """What came in. All but the first five are stored and put to a person."""

    TEXT = "text"
    BUTTON = "button"
    LOCATION = "location"
    CONTACT = "contact"
    START = "start"
    VOICE = "voice"
    PHOTO = "photo"
    STICKER = "sticker"
    FILE = "file"
    FORWARD = "forward"
    LEFT = "left"


MEDIA = frozenset(
    {
        InboundKind.VOICE,
        InboundKind.PHOTO,
        InboundKind.STICKER,
        InboundKind.FILE,
        InboundKind.FORWARD,
    }
)


class SafeContact(StrEnum):
    """How an address may be used; nothing said means no call and no message left."""

    MESSAGE = "message"
    CALL = "call"
    LEAVE_MESSAGE = "leave_message"


class SendFailure(StrEnum):
    """Why a channel could not send; what follows is decided in delivery alone."""

    STOPPED = "stopped"
    THROTTLED = "throttled"
    UNREACHABLE = "unreachable"
    REJECTED = "rejected"
    MISCONFIGURED = "misconfigured"
    MOVED = "moved"


class Datum(StrEnum):
    """The geodetic datum of a coordinate; maps in China give GCJ-02, phones WGS-84."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"


class Role(StrEnum):
    """What a token may do."""

    BOT = "bot"
    VOLUNTEER = "volunteer"
    CALLER = "caller"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


class Effect(StrEnum):
    """What a turn of a conversation does to the world, in the turn's own transaction."""

    SET_LANGUAGE = "set_language"
    SET_PROFILE = "set_profile"
    RECORD_CONSENT = "record_consent"
    ALERT = "alert"
    QUEUE_CALL = "queue_call"
    CREATE_REQUEST = "create_request"
    SHOW_REQUEST = "show_request"
    CHANGE_REQUEST = "change_request"
    CANCEL_REQUEST = "cancel_request"
    CONFIRM_REQUEST = "confirm_request"
    ACCEPT_OFFER = "accept_offer"
    DECLINE_OFFER = "decline_offer"
    START_TASK = "start_task"
    FINISH_TASK = "finish_task"
    HAND_BACK = "hand_back"
    SEND_WORD = "send_word"
    ENROL = "enrol"
    PAUSE = "pause"
    RESUME = "resume"
    LEAVE = "leave"


class NoticeCode(StrEnum):
    """What Linli tells a person. Each has `notice-<code>` in every language."""

    REQUEST_RECEIVED = "request_received"
    REQUEST_CHANGED = "request_changed"
    REQUEST_CANCELLED = "request_cancelled"
    REQUEST_SPLIT = "request_split"
    REQUEST_STATUS = "request_status"
    LOOKING_FURTHER = "looking_further"
    VOLUNTEER_FOUND = "volunteer_found"
    VOLUNTEER_ON_THE_WAY = "volunteer_on_the_way"
    VOLUNTEER_LEFT = "volunteer_left"
    DID_HELP_ARRIVE = "did_help_arrive"
    ARRIVAL_THANKS = "arrival_thanks"
    REMINDER = "reminder"
    CALL_QUEUED = "call_queued"
    CALL_MESSAGE = "call_message"
    ALERT_UNHEARD = "alert_unheard"
    MEDIA_RECEIVED = "media_received"
    OFFER = "offer"
    GROUP_OFFER = "group_offer"
    GROUP_OFFER_TAKEN = "group_offer_taken"
    GROUP_OFFER_CLOSED = "group_offer_closed"
    OFFER_NEEDS_PRIVATE = "offer_needs_private"
    OFFER_ACCEPTED = "offer_accepted"
    OFFER_TOO_LATE = "offer_too_late"
    OFFER_DECLINED = "offer_declined"
    OFFER_WITHDRAWN = "offer_withdrawn"
    TASK_STARTED = "task_started"
    TASK_DONE = "task_done"
    TASK_HANDED_BACK = "task_handed_back"
    TASK_CHECK_IN = "task_check_in"
    TASK_RELEASED = "task_released"
    TASK_CANCELLED = "task_cancelled"
    WORD_SENT = "word_sent"
    WORD_FROM_VOLUNTEER = "word_from_volunteer"
    WORD_FROM_RESIDENT = "word_from_resident"
    ENROLLED = "enrolled"
    INVITE_REFUSED = "invite_refused"
    PAUSED = "paused"
    RESUMED = "resumed"
    LEFT = "left"
    SAFEGUARDING_ALERT = "safeguarding_alert"
    COORDINATOR_ALERT = "coordinator_alert"
    TOO_LATE = "too_late"
