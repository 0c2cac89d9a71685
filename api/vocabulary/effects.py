"""What a turn does to the world, and what Linli tells people."""

from __future__ import annotations

from enum import StrEnum


class Effect(StrEnum):
    """What a turn of a conversation does to the world, in the turn's own transaction."""

    SET_LANGUAGE = "set_language"
    GIVE_CODE = "give_code"
    GO_ON = "go_on"
    SET_PROFILE = "set_profile"
    SET_MANNER = "set_manner"
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
    TAKE_CALL = "take_call"
    LEAVE_CALL = "leave_call"
    END_CALL = "end_call"
    TYPE_IN = "type_in"
    ENROL = "enrol"
    TAKE_UP_CALLS = "take_up_calls"
    JOIN_CHAT = "join_chat"
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
    CALL_DELAYED = "call_delayed"
    CALL_TRIED = "call_tried"
    CALL_MESSAGE = "call_message"
    ALERT_UNHEARD = "alert_unheard"
    LISTENING = "listening"
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
    OFFER_CHANGED = "offer_changed"
    OFFER_EXPIRED = "offer_expired"
    TASK = "task"
    TASK_STARTED = "task_started"
    TASK_CHANGED = "task_changed"
    TASK_DONE = "task_done"
    TASK_HANDED_BACK = "task_handed_back"
    TASK_CHECK_IN = "task_check_in"
    TASK_RELEASED = "task_released"
    TASK_CANCELLED = "task_cancelled"
    WORD_SENT = "word_sent"
    WORD_FROM_VOLUNTEER = "word_from_volunteer"
    WORD_FROM_RESIDENT = "word_from_resident"
    CALL_CARD = "call_card"
    CALL_CARD_OVER = "call_card_over"
    CALL_PASSED = "call_passed"
    CALL_YOURS = "call_yours"
    CALL_ENDED = "call_ended"
    CALL_RELEASED = "call_released"
    CALL_LINE_TAKEN = "call_line_taken"
    CALL_LINE_REFUSED = "call_line_refused"
    ENROLLED = "enrolled"
    TAKES_CALLS = "takes_calls"
    CHAT_JOINED = "chat_joined"
    INVITE_REFUSED = "invite_refused"
    PROFILE_KEPT = "profile_kept"
    PROFILE_FORGOTTEN = "profile_forgotten"
    VOICE_REFUSED = "voice_refused"
    RESUME_CODE = "resume_code"
    GO_ON_REFUSED = "go_on_refused"
    WENT_ELSEWHERE = "went_elsewhere"
    GOES_ON_HERE = "goes_on_here"
    PAUSED = "paused"
    RESUMED = "resumed"
    LEFT = "left"
    SAFEGUARDING_ALERT = "safeguarding_alert"
    COORDINATOR_ALERT = "coordinator_alert"
    TOO_LATE = "too_late"


OFFER_ENDS = frozenset(
    {
        NoticeCode.OFFER_TOO_LATE,
        NoticeCode.OFFER_WITHDRAWN,
        NoticeCode.OFFER_CHANGED,
        NoticeCode.OFFER_EXPIRED,
    }
)
"""Why an offer is over that nobody answered; each ends the question of that offer."""

ENDS = OFFER_ENDS | {NoticeCode.CALL_CARD_OVER}
"""What ends a question that was put to somebody, there where it was put."""
