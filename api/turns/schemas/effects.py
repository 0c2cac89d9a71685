"""The effects a turn brings back."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from api.requests.schemas import Place, RequestIn
from api.vocabulary import (
    TALKING,
    Accommodation,
    AlertKind,
    Arrival,
    CallBy,
    CallReason,
    Effect,
    Need,
    TaskStatus,
    Urgency,
)
from api.wire import E164, Id, Language, Line, Short, Wire, Words


class SetLanguage(Wire):
    """The person speaks this language."""

    effect: Literal[Effect.SET_LANGUAGE] = Effect.SET_LANGUAGE
    language: Language


class GiveCode(Wire):
    """The person wants a code with which the conversation goes on elsewhere."""

    effect: Literal[Effect.GIVE_CODE] = Effect.GIVE_CODE


class GoOn(Wire):
    """The conversation of a resume code goes on at this address."""

    effect: Literal[Effect.GO_ON] = Effect.GO_ON
    code: Short


class RecordConsent(Wire):
    """The person agreed to what was asked, in one sentence."""

    effect: Literal[Effect.RECORD_CONSENT] = Effect.RECORD_CONSENT
    purpose: Short = "ask"


class SetProfile(Wire):
    """How to talk with the person the next time; not `kept`, it is forgotten and not asked again.

    `talking` replaces what is known of it, and None leaves that as it is.
    """

    effect: Literal[Effect.SET_PROFILE] = Effect.SET_PROFILE
    kept: bool
    talking: Annotated[list[Accommodation], Field(max_length=len(TALKING))] | None = None
    ways: Annotated[list[CallBy], Field(max_length=len(CallBy))] = Field(default_factory=list)
    helper_name: Short = ""
    helper_phone: E164 = ""


class Alert(Wire):
    """Somebody may be in danger; the words of the inbound go with it, sealed."""

    effect: Literal[Effect.ALERT] = Effect.ALERT
    kind: AlertKind


class QueueCall(Wire):
    """A person must talk with a person."""

    effect: Literal[Effect.QUEUE_CALL] = Effect.QUEUE_CALL
    reason: CallReason
    by: CallBy | None = None


class CreateRequest(Wire):
    """A confirmed request."""

    effect: Literal[Effect.CREATE_REQUEST] = Effect.CREATE_REQUEST
    request: RequestIn


class ShowRequest(Wire):
    """Tell how a request stands; none named = the person's newest."""

    effect: Literal[Effect.SHOW_REQUEST] = Effect.SHOW_REQUEST
    request_id: Id | None = None


class ChangeRequest(Wire):
    """Change an open request."""

    effect: Literal[Effect.CHANGE_REQUEST] = Effect.CHANGE_REQUEST
    request_id: Id | None = None
    urgency: Urgency | None = None
    place: Place | None = None
    words: Words = ""


class CancelRequest(Wire):
    """The resident no longer needs it."""

    effect: Literal[Effect.CANCEL_REQUEST] = Effect.CANCEL_REQUEST
    request_id: Id | None = None


class ConfirmRequest(Wire):
    """The resident says whether help arrived."""

    effect: Literal[Effect.CONFIRM_REQUEST] = Effect.CONFIRM_REQUEST
    request_id: Id | None = None
    arrival: Arrival
    remark: Words = ""


class AcceptOffer(Wire):
    """A volunteer takes this offer; `group_chat` is the address of the chat it was pressed in."""

    effect: Literal[Effect.ACCEPT_OFFER] = Effect.ACCEPT_OFFER
    offer_id: Id
    group_chat: Line = ""


class DeclineOffer(Wire):
    """A volunteer does not take this offer; `not_now` keeps them for the next wave."""

    effect: Literal[Effect.DECLINE_OFFER] = Effect.DECLINE_OFFER
    offer_id: Id
    not_now: bool = False
    group_chat: Line = ""


class StartTask(Wire):
    """On the way: minutes until arrival, or a clock time in the group's time zone."""

    effect: Literal[Effect.START_TASK] = Effect.START_TASK
    task_id: Id | None = None
    minutes: Annotated[int, Field(ge=0, le=1440, strict=True)] | None = None
    clock: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")] | None = None


class FinishTask(Wire):
    """Done, or partly done."""

    effect: Literal[Effect.FINISH_TASK] = Effect.FINISH_TASK
    task_id: Id | None = None
    status: Literal[TaskStatus.DONE, TaskStatus.PARTLY]


class HandBack(Wire):
    """The volunteer cannot do it after all; no reason asked."""

    effect: Literal[Effect.HAND_BACK] = Effect.HAND_BACK
    task_id: Id | None = None


class SendWord(Wire):
    """A sentence from the volunteer to the resident, over Linli, no number shown."""

    effect: Literal[Effect.SEND_WORD] = Effect.SEND_WORD
    task_id: Id | None = None
    text: Words


class Enrol(Wire):
    """An invited person becomes a volunteer."""

    effect: Literal[Effect.ENROL] = Effect.ENROL
    invite: Short
    name: Short
    services: Annotated[list[Need], Field(min_length=1, max_length=len(Need))]
    how: Annotated[
        list[Literal["in_person", "by_phone", "by_text"]], Field(min_length=1, max_length=3)
    ]
    languages: Annotated[list[Language], Field(min_length=1, max_length=40)]
    able: Annotated[list[Accommodation], Field(max_length=len(Accommodation))] = Field(
        default_factory=list
    )
    hours: Annotated[
        list[Literal["mornings", "afternoons", "evenings", "nights", "any_time"]],
        Field(min_length=1, max_length=5),
    ]


class JoinChat(Wire):
    """A group chat, by its address, becomes the chat of the invite's group."""

    effect: Literal[Effect.JOIN_CHAT] = Effect.JOIN_CHAT
    invite: Short
    group_chat: Annotated[Line, Field(min_length=1)]


class Pause(Wire):
    """No offers for a while."""

    effect: Literal[Effect.PAUSE] = Effect.PAUSE
    how_long: Literal["today", "week", "until_i_return"]


class Resume(Wire):
    """Offers again."""

    effect: Literal[Effect.RESUME] = Effect.RESUME


class Leave(Wire):
    """No longer a volunteer."""

    effect: Literal[Effect.LEAVE] = Effect.LEAVE


EffectIn = Annotated[
    SetLanguage
    | GiveCode
    | GoOn
    | SetProfile
    | RecordConsent
    | Alert
    | QueueCall
    | CreateRequest
    | ShowRequest
    | ChangeRequest
    | CancelRequest
    | ConfirmRequest
    | AcceptOffer
    | DeclineOffer
    | StartTask
    | FinishTask
    | HandBack
    | SendWord
    | Enrol
    | JoinChat
    | Pause
    | Resume
    | Leave,
    Field(discriminator="effect"),
]
