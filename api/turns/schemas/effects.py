"""The effects a turn brings back."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from api.requests.schemas import Place, RequestIn
from api.turns.schemas.helping import (
    AcceptOffer,
    DeclineOffer,
    EndCall,
    Enrol,
    FinishTask,
    HandBack,
    JoinChat,
    Leave,
    LeaveCall,
    Pause,
    Resume,
    SendWord,
    StartTask,
    TakeCall,
    TakeUpCalls,
    TypeIn,
)
from api.understanding.schemas import RuleNames
from api.vocabulary import (
    TALKING,
    Accommodation,
    AlertKind,
    Arrival,
    CallBy,
    CallReason,
    DangerClass,
    Effect,
    SafetyAnswer,
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


class SetManner(Wire):
    """How the person wants to be spoken to where they are; what is None stays as it was."""

    effect: Literal[Effect.SET_MANNER] = Effect.SET_MANNER
    voice: bool | None = None
    slower: bool | None = None
    louder: bool | None = None


class Alert(Wire):
    """Somebody may be in danger; the words of the inbound go with it, sealed.

    `group_chat`: the address of the chat they said it in, which then has the card of numbers.
    """

    effect: Literal[Effect.ALERT] = Effect.ALERT
    kind: AlertKind
    danger_class: DangerClass | None = None
    why: Annotated[list[Line], Field(max_length=40)] = Field(default_factory=list)
    group_chat: Line = ""


class AnswerAlert(Wire):
    """What somebody answers who was asked whether they are in danger; yes is an alert."""

    effect: Literal[Effect.ANSWER_ALERT] = Effect.ANSWER_ALERT
    answer: SafetyAnswer


class QueueCall(Wire):
    """A person must talk with a person."""

    effect: Literal[Effect.QUEUE_CALL] = Effect.QUEUE_CALL
    reason: CallReason
    by: CallBy | None = None


class CheckIntake(Wire):
    """Where it is needed is known: who asks is told before they go on if it waits for a date."""

    effect: Literal[Effect.CHECK_INTAKE] = Effect.CHECK_INTAKE
    urgency: Urgency
    place: Place


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


class CountRules(Wire):
    """Which rules found what was proposed, and what was confirmed or corrected of it: counts."""

    effect: Literal[Effect.COUNT_RULES] = Effect.COUNT_RULES
    hits: RuleNames = Field(default_factory=list)
    confirmed: RuleNames = Field(default_factory=list)
    corrected: RuleNames = Field(default_factory=list)


EffectIn = Annotated[
    SetLanguage
    | GiveCode
    | GoOn
    | SetProfile
    | SetManner
    | RecordConsent
    | Alert
    | AnswerAlert
    | QueueCall
    | CheckIntake
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
    | TakeCall
    | LeaveCall
    | EndCall
    | TypeIn
    | Enrol
    | TakeUpCalls
    | JoinChat
    | Pause
    | Resume
    | Leave
    | CountRules,
    Field(discriminator="effect"),
]
