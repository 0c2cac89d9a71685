"""The wire schemas of a turn: what the bot is given for it, and what it brings back."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from api.calls.schemas import CallFact
from api.dispatch.schemas import OfferFact, TaskFact
from api.inbound.schemas import Body
from api.requests.schemas import Place, RequestFact, RequestIn
from api.sessions.schemas import SessionIn, SessionOut
from api.vocabulary import (
    Accommodation,
    AlertKind,
    Arrival,
    CallBy,
    CallReason,
    Channel,
    Effect,
    InboundKind,
    Need,
    TaskStatus,
    Urgency,
)
from api.wire import Count, Id, Language, Line, Short, Wire, Words

# ---- what the bot is given ------------------------------------------------------------------


class InboundOut(Wire):
    """The message to answer."""

    id: Id
    kind: InboundKind
    body: Body
    received_at: datetime
    call_id: Id | None


class Opening(Wire):
    """An asking notice whose time has come: the form it opens, what about, what it says."""

    notice_id: Id
    form: str
    about: dict[str, Any]


class Facts(Wire):
    """What is true of the person now."""

    language: str
    consented: bool
    name_known: bool
    phone_known: bool
    volunteer: bool
    caller_for: bool = False
    silent_s: Count
    requests: list[RequestFact]
    offers: list[OfferFact]
    tasks: list[TaskFact]
    call: CallFact | None


class Claimed(Wire):
    """One lane, leased: what to answer, where the conversation is, what is true."""

    lease: str
    channel: Channel
    address_id: Id
    inbound: InboundOut | None
    opening: Opening | None
    session: SessionOut
    facts: Facts


class ClaimIn(Wire):
    """Ask for work; `lease_s` is how long nobody else gets it, `wait_s` how long to wait."""

    lease_s: Annotated[int, Field(ge=1, le=600, strict=True)] = 30
    wait_s: Annotated[int, Field(ge=0, le=60, strict=True)] = 0


class ClaimOut(Wire):
    """Work, or when to ask again."""

    work: Claimed | None
    next_at: datetime | None


# ---- what it brings back: effects ------------------------------------------------------------


class SetLanguage(Wire):
    """The person speaks this language."""

    effect: Literal[Effect.SET_LANGUAGE] = Effect.SET_LANGUAGE
    language: Language


class RecordConsent(Wire):
    """The person agreed to what was asked, in one sentence."""

    effect: Literal[Effect.RECORD_CONSENT] = Effect.RECORD_CONSENT
    purpose: Short = "ask"


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
    how: Annotated[list[Literal["in_person", "by_phone", "by_text"]], Field(min_length=1)]
    languages: Annotated[list[Language], Field(min_length=1, max_length=40)]
    able: Annotated[list[Accommodation], Field(max_length=len(Accommodation))] = Field(
        default_factory=list
    )
    hours: Annotated[
        list[Literal["mornings", "afternoons", "evenings", "nights", "any_time"]],
        Field(min_length=1),
    ]


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
    | Pause
    | Resume
    | Leave,
    Field(discriminator="effect"),
]


class PromptIn(Wire):
    """A prompt in codes; see `bot.dialogue.state.Asked`. Worded when it is sent."""

    code: Line
    values: dict[str, Any] = Field(default_factory=dict)


class TurnIn(Wire):
    """One turn, whole: carried out in one transaction or not at all.

    Exactly one of `inbound_id` and `notice_id` says what is settled by it. `defer_s` gives an
    opening back unopened, for so many seconds.
    """

    address_id: Id
    lease: Line
    inbound_id: Id | None = None
    notice_id: Id | None = None
    session_version: Count
    session: SessionIn
    effects: Annotated[list[EffectIn], Field(max_length=20)] = Field(default_factory=list)
    prompts: Annotated[list[PromptIn], Field(max_length=20)] = Field(default_factory=list)
    defer_s: Annotated[int, Field(ge=0, le=86400, strict=True)] = 0


class TurnOut(Wire):
    """The turn is kept; the version the session has now."""

    session_version: Count
    undone: list[Effect]
