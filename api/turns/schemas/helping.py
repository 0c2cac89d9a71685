"""The effects a turn brings back for a volunteer or a caller."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from api.calls.schemas import Said
from api.groups.schemas import TakesCallsBy
from api.vocabulary import Accommodation, CallOutcome, Effect, Need, TaskStatus
from api.wire import Id, Language, Line, Short, Wire, Words


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


class TakeCall(Wire):
    """A caller takes the call of a card, or holds theirs longer; a link to its page follows."""

    effect: Literal[Effect.TAKE_CALL] = Effect.TAKE_CALL
    call_id: Id


class LeaveCall(Wire):
    """A caller leaves a call to others: not now, or given back; no reason asked."""

    effect: Literal[Effect.LEAVE_CALL] = Effect.LEAVE_CALL
    call_id: Id


class EndCall(Wire):
    """The call that a caller holds is done, or nobody was reached."""

    effect: Literal[Effect.END_CALL] = Effect.END_CALL
    call_id: Id
    outcome: Literal[CallOutcome.COMPLETED, CallOutcome.NO_ANSWER]


class TypeIn(Wire):
    """The answer line of a paper, as a caller typed it in their own chat."""

    effect: Literal[Effect.TYPE_IN] = Effect.TYPE_IN
    line: Said


class Enrol(Wire):
    """An invited person becomes a volunteer."""

    effect: Literal[Effect.ENROL] = Effect.ENROL
    invite: Short
    name: Short
    services: Annotated[list[Need], Field(max_length=len(Need))] = Field(default_factory=list)
    how: Annotated[list[Literal["in_person", "by_phone", "by_text"]], Field(max_length=3)] = Field(
        default_factory=list
    )
    languages: Annotated[list[Language], Field(min_length=1, max_length=40)]
    able: Annotated[list[Accommodation], Field(max_length=len(Accommodation))] = Field(
        default_factory=list
    )
    hours: Annotated[
        list[Literal["mornings", "afternoons", "evenings", "nights", "any_time"]],
        Field(min_length=1, max_length=5),
    ]
    takes_calls: TakesCallsBy = Field(default_factory=list)


class TakeUpCalls(Wire):
    """A volunteer came by a caller's invite: they take calls from now on, by these ways."""

    effect: Literal[Effect.TAKE_UP_CALLS] = Effect.TAKE_UP_CALLS
    invite: Short
    takes_calls: Annotated[TakesCallsBy, Field(min_length=1)]


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
