"""What the desk asks of the API, with the token of whoever sits there: one method an operation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from urllib.parse import urlencode

from api.vocabulary import Arrival, CallOutcome, TaskStatus
from bot.desk.inviting import Inviting
from bot.service import (
    Answer,
    Answered,
    AnswerIn,
    AttemptIn,
    By,
    CallAnswered,
    CallDetail,
    CallOut,
    CallsOut,
    Cancel,
    CloseIn,
    CodeIn,
    Confirm,
    Contact,
    Course,
    Finish,
    HistoryOut,
    LineIn,
    MatchIn,
    MatchOut,
    Me,
    MessageIn,
    MessageOut,
    NoAnswer,
    NumberOut,
    OfferOnPhone,
    OpenIn,
    PaperIn,
    RecordingOut,
    RequestOut,
    RequestPage,
    RequestPrivate,
    RestingList,
    Start,
    Started,
    TaskTold,
    TurnsOut,
    Waiting,
)
from bot.service import alerts as wire

ANSWER_S = 8
"""How long the desk waits for the answer to what was just said."""


@dataclass(frozen=True, slots=True)
class Client(Inviting):
    """The API as one person may use it; every method raises Problem or Unreachable."""

    async def me(self) -> Me:
        """Who sits at the desk."""
        return await self.call("GET", "/v1/me", None, Me)

    async def sign_out(self) -> None:
        """End the token at once."""
        await self.call("POST", "/v1/sign-out", None, NoAnswer)

    # ---- what waits ------------------------------------------------------------------------

    async def waiting(self) -> Waiting:
        """Counts of what waits."""
        return await self.call("GET", "/v1/reports/waiting", None, Waiting)

    async def alerts(self) -> wire.AlertList:
        """Open alerts, danger first, without words."""
        return await self.call("GET", "/v1/alerts", None, wire.AlertList)

    async def alert(self, alert_id: str) -> wire.AlertDetail:
        """An alert with its words; the audit keeps that they were read."""
        return await self.call("GET", f"/v1/alerts/{alert_id}", None, wire.AlertDetail)

    async def alert_deed(self, alert_id: str, deed: Literal["acknowledge", "close"]) -> None:
        """Somebody has it, or saw to it."""
        await self.call("POST", f"/v1/alerts/{alert_id}/{deed}", None, NoAnswer)

    async def note_alert(self, alert_id: str, note: str) -> None:
        """Keep a note for whoever sees to it next."""
        await self.call("PUT", f"/v1/alerts/{alert_id}/note", wire.NoteIn(note=note), NoAnswer)

    async def unfinished(self) -> RestingList:
        """Requests begun and not confirmed."""
        return await self.call("GET", "/v1/sessions/unfinished", None, RestingList)

    async def history(self, address_id: str) -> HistoryOut:
        """What was said at an address; the audit keeps that it was read."""
        return await self.call("GET", f"/v1/sessions/{address_id}/history", None, HistoryOut)

    # ---- requests --------------------------------------------------------------------------

    async def requests(self, filters: Mapping[str, str]) -> RequestPage:
        """A page of requests in the order of the queue."""
        return await self.call("GET", f"/v1/requests?{urlencode(filters)}", None, RequestPage)

    async def request(self, request_id: str) -> RequestOut:
        """A request, without anything that says who or where."""
        return await self.call("GET", f"/v1/requests/{request_id}", None, RequestOut)

    async def course(self, request_id: str) -> Course:
        """How it went so far."""
        return await self.call("GET", f"/v1/reports/course/{request_id}", None, Course)

    async def match(self, request_id: str, shown: int) -> MatchOut:
        """Who is able to help now, and why the others are not; nobody is asked."""
        body = MatchIn(request_id=request_id, k=shown)
        return await self.call("POST", "/v1/match", body, MatchOut)

    async def private(self, request_id: str) -> RequestPrivate:
        """Who and where; the audit keeps that it was read."""
        path = f"/v1/requests/{request_id}/private"
        return await self.call("GET", path, None, RequestPrivate)

    async def cancel(self, request_id: str, reason: str) -> None:
        """Close a request with a reason."""
        body = Cancel(reason=reason)
        await self.call("POST", f"/v1/requests/{request_id}/cancel", body, RequestOut)

    async def confirm(self, request_id: str, arrival: Arrival) -> None:
        """Keep what the resident said of the help."""
        body = Confirm(arrival=arrival)
        await self.call("POST", f"/v1/requests/{request_id}/confirm", body, RequestOut)

    # ---- calls -----------------------------------------------------------------------------

    async def calls(self) -> CallsOut:
        """The queue of calls, the most urgent first."""
        return await self.call("GET", "/v1/calls?limit=200", None, CallsOut)

    async def call_of(self, call_id: str) -> CallDetail:
        """One call; its holder sees whom it is with."""
        return await self.call("GET", f"/v1/calls/{call_id}", None, CallDetail)

    async def recording(self, call_id: str, recording_id: str) -> RecordingOut:
        """A voice note of a call; the audit keeps that it was heard."""
        path = f"/v1/calls/{call_id}/recordings/{recording_id}"
        return await self.call("GET", path, None, RecordingOut)

    async def number(self, call_id: str, whose: str = "theirs") -> str:
        """The whole number, or their helper's; the audit keeps that its holder was shown it."""
        path = f"/v1/calls/{call_id}/number?whose={whose}"
        return (await self.call("POST", path, None, NumberOut)).phone

    async def open_call(self, phone: str, language: str, name: str) -> CallOut:
        """A call with somebody who phoned in."""
        body = OpenIn(phone=phone, language=language, name=name)
        return await self.call("POST", "/v1/calls", body, CallOut)

    async def claim(self, call_id: str) -> None:
        """Hold a call, or hold it longer."""
        await self.call("POST", f"/v1/calls/{call_id}/claim", None, CallOut)

    async def release(self, call_id: str) -> None:
        """Give a call back."""
        await self.call("POST", f"/v1/calls/{call_id}/release", None, CallOut)

    async def contact(self, call_id: str, contact: Contact) -> None:
        """Keep how a phone call is safe for them."""
        await self.call("PUT", f"/v1/calls/{call_id}/contact", contact, NoAnswer)

    async def attempt(
        self, call_id: str, outcome: CallOutcome, again_at: datetime | None = None
    ) -> None:
        """Keep what came of a try, and when they want to be called again."""
        body = AttemptIn(outcome=outcome, again_at=again_at)
        await self.call("POST", f"/v1/calls/{call_id}/attempts", body, CallOut)

    async def close(self, call_id: str, closing: CloseIn) -> None:
        """End a call with what came of it."""
        await self.call("POST", f"/v1/calls/{call_id}/close", closing, CallOut)

    async def answer(self, call_id: str, answer: AnswerIn) -> None:
        """What the resident answered; the conversation goes on with it."""
        await self.call("POST", f"/v1/calls/{call_id}/answers", answer, CallAnswered)

    async def type_in(self, call_id: str, typed: LineIn) -> None:
        """The answer line of a paper; the conversation takes it up."""
        await self.call("POST", f"/v1/calls/{call_id}/answer-line", typed, CallAnswered)

    async def open_with(self, paper: PaperIn) -> CallOut:
        """A call for a paper that was filled in without one."""
        return await self.call("POST", "/v1/calls/papers", paper, CallOut)

    async def go_on(self, call_id: str, heard: CodeIn) -> None:
        """A code the resident reads out: their conversation may go on in this call."""
        await self.call("POST", f"/v1/calls/{call_id}/code", heard, CallAnswered)

    async def message(self, call_id: str, message: MessageIn) -> None:
        """A sentence to the resident."""
        await self.call("POST", f"/v1/calls/{call_id}/messages", message, MessageOut)

    async def conversation(self, call_id: str, wait_s: int = 0) -> HistoryOut:
        """What was said, and the open question; after at most `wait_s` the newest answer too."""
        path = f"/v1/calls/{call_id}/conversation?wait_s={wait_s}"
        return await self.call("GET", path, None, HistoryOut)

    async def turns(self, call_id: str, after: int, wait_s: int) -> int:
        """How many turns the conversation has taken; waits until there are more than `after`."""
        path = f"/v1/calls/{call_id}/turns?after={after}&wait_s={wait_s}"
        return (await self.call("GET", path, None, TurnsOut)).count

    async def accept(self, offer_id: str, person_id: str) -> Answered:
        """A group's leader says yes on the telephone."""
        body = Answer(person_id=person_id)
        return await self.call("POST", f"/v1/offers/{offer_id}/accept", body, Answered)

    async def offer(self, call_id: str) -> OfferOnPhone:
        """What a group's leader is asked on the telephone; nothing says who it is for."""
        return await self.call("GET", f"/v1/calls/{call_id}/offer", None, OfferOnPhone)

    async def task(self, call_id: str) -> TaskTold:
        """What to read to whoever accepted on the telephone; the audit keeps that it was read."""
        return await self.call("GET", f"/v1/calls/{call_id}/task", None, TaskTold)

    async def start(self, task_id: str, person_id: str) -> None:
        """A leader sets out, or begins from afar."""
        body = Start(person_id=person_id)
        await self.call("POST", f"/v1/tasks/{task_id}/start", body, Started)

    async def finish(
        self, task_id: str, person_id: str, *, status: Literal[TaskStatus.DONE, TaskStatus.PARTLY]
    ) -> None:
        """A leader has done it, or a part of it."""
        body = Finish(person_id=person_id, status=status)
        await self.call("POST", f"/v1/tasks/{task_id}/done", body, NoAnswer)

    async def give_up(self, task_id: str, person_id: str) -> None:
        """A leader hands it back; no reason is asked."""
        body = By(person_id=person_id)
        await self.call("POST", f"/v1/tasks/{task_id}/give-up", body, NoAnswer)

    async def decline(self, offer_id: str, person_id: str) -> None:
        """A group's leader says no on the telephone."""
        body = Answer(person_id=person_id)
        await self.call("POST", f"/v1/offers/{offer_id}/decline", body, NoAnswer)
