"""The typed client of the API: the only way the bot reaches what is kept.

It speaks over a transport: in one process straight to the API's endpoints, apart from it over
HTTP. Both make the same role check and the same schemas, and pass the same contract test.
"""

from __future__ import annotations

from typing import Protocol, TypeVar

import httpx
from pydantic import BaseModel

from api.access.schemas import Me, SignedIn
from api.alerts.schemas import AlertDetail, AlertList, AlertOut
from api.calls.schemas import Answered as CallAnswered
from api.calls.schemas import (
    AnswerIn,
    AttemptIn,
    CallDetail,
    CallOut,
    CallsOut,
    CloseIn,
    CodeIn,
    LineIn,
    MessageIn,
    MessageOut,
    NumberOut,
    OpenIn,
    PaperIn,
    TurnsOut,
)
from api.deliveries.schemas import DeliveriesIn, DeliveriesOut, NoticeOut, Report
from api.dispatch.schemas import (
    Answer,
    Answered,
    By,
    Finish,
    OfferFact,
    Start,
    Started,
    TaskTold,
)
from api.inbound.schemas import InboundIn, Moved
from api.people.schemas import Contact, Followed, ProfileFact, Secret
from api.places.schemas import PlaceSearch, PlacesFound
from api.reports.schemas import Course, Waiting
from api.requests.schemas import Cancel, Confirm, RequestOut, RequestPage, RequestPrivate
from api.sessions.schemas import (
    Find,
    Found,
    HistoryItem,
    HistoryOut,
    RestingList,
    Resume,
    ResumeCode,
    Resumed,
)
from api.turns.schemas import Claimed, ClaimIn, ClaimOut, InboundOut, ReceivedOut, TurnIn, TurnOut

__all__ = [
    "AlertDetail",
    "AlertList",
    "AlertOut",
    "Answer",
    "AnswerIn",
    "Answered",
    "AttemptIn",
    "By",
    "CallAnswered",
    "CallDetail",
    "CallOut",
    "CallsOut",
    "Cancel",
    "ClaimIn",
    "ClaimOut",
    "Claimed",
    "CloseIn",
    "CodeIn",
    "Confirm",
    "Contact",
    "Course",
    "DeliveriesIn",
    "DeliveriesOut",
    "Find",
    "Finish",
    "HistoryItem",
    "HistoryOut",
    "Http",
    "InboundIn",
    "InboundOut",
    "LineIn",
    "Me",
    "MessageIn",
    "MessageOut",
    "Moved",
    "NoAnswer",
    "NoticeOut",
    "NumberOut",
    "OfferFact",
    "OpenIn",
    "PaperIn",
    "PlacesFound",
    "Problem",
    "ProfileFact",
    "ReceivedOut",
    "Report",
    "RequestOut",
    "RequestPage",
    "RequestPrivate",
    "RestingList",
    "Resume",
    "ResumeCode",
    "Service",
    "SignedIn",
    "Start",
    "Started",
    "TaskTold",
    "Transport",
    "TurnIn",
    "TurnsOut",
    "Unreachable",
    "Waiting",
]

M = TypeVar("M", bound=BaseModel)


class NoAnswer(BaseModel):
    """What an operation gives that answers nothing but that it was done."""


class Problem(Exception):  # noqa: N818 - RFC 9457 calls it a problem
    """The API refused; `code` is its stable code, `status` the HTTP status."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code


class Unreachable(Exception):  # noqa: N818 - it says what is the case
    """The API cannot be reached now; try again later."""


class Transport(Protocol):
    """Carries one call to the API; raises Problem or Unreachable."""

    async def __call__(self, method: str, path: str, body: BaseModel | None, model: type[M]) -> M:
        """The answer of an operation, as its model."""


class Http:
    """The transport of a bot that runs apart from the API."""

    def __init__(self, url: str, token: str, client: httpx.AsyncClient | None = None) -> None:
        self._url = url
        self._token = token
        self._client = client or httpx.AsyncClient(base_url=url, timeout=70)

    def with_token(self, token: str) -> Http:
        """The same connections, used by whoever has this token."""
        return Http(self._url, token, self._client)

    async def __call__(self, method: str, path: str, body: BaseModel | None, model: type[M]) -> M:
        """The answer; raises Problem for a refusal, Unreachable for no answer."""
        sent = None if body is None else body.model_dump_json()
        headers = {
            "authorization": f"Bearer {self._token}",
            "content-type": "application/json",
        }
        try:
            answer = await self._client.request(method, path, content=sent, headers=headers)
        except httpx.TransportError as error:
            raise Unreachable from error
        if answer.is_success:
            return model.model_validate_json(answer.content or b"{}")
        raise _problem(answer)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def _problem(answer: httpx.Response) -> Exception:
    if answer.status_code in {502, 503, 504}:
        return Unreachable()
    try:
        code = str(answer.json()["code"])
    except (ValueError, KeyError, TypeError):
        code = "unknown"
    return Problem(answer.status_code, code)


class Service:
    """What the bot asks of the API, one method an operation."""

    def __init__(self, transport: Transport) -> None:
        self._call = transport

    async def receive(self, message: InboundIn) -> ReceivedOut:
        """Store a message; once this returns it is never lost."""
        return await self._call("POST", "/v1/inbound", message, ReceivedOut)

    async def moved(self, wanted: Moved) -> None:
        """Tell that a wire renamed an address."""
        await self._call("POST", "/v1/inbound/moved", wanted, NoAnswer)

    async def claim(self, wanted: ClaimIn) -> ClaimOut:
        """Lease one address's lane, with all that its next turn needs."""
        return await self._call("POST", "/v1/inbound/claim", wanted, ClaimOut)

    async def turn(self, turn: TurnIn) -> TurnOut:
        """Carry out one turn, whole; raises Problem("stale_turn") when another was faster."""
        return await self._call("POST", "/v1/turns", turn, TurnOut)

    async def deliveries(self, wanted: DeliveriesIn) -> DeliveriesOut:
        """Report what was sent and lease what is to be sent next."""
        return await self._call("POST", "/v1/notices/claim", wanted, DeliveriesOut)

    async def find(self, wanted: Find) -> Found:
        """The id of an address that has a page, if it was ever heard of."""
        return await self._call("POST", "/v1/sessions/find", wanted, Found)

    async def follow(self, secret: str) -> Followed:
        """The web address a personal link stands for; raises Problem for a link that is over."""
        return await self._call("POST", "/v1/links/follow", Secret(secret=secret), Followed)

    async def sign_in(self, secret: str) -> SignedIn:
        """A person's own token for a one-use link; raises Problem the second time."""
        return await self._call("POST", "/v1/sign-in", Secret(secret=secret), SignedIn)

    async def history(self, address_id: str) -> HistoryOut:
        """What was said at an address, oldest first, and its session."""
        return await self._call("GET", f"/v1/sessions/{address_id}/history", None, HistoryOut)

    async def places(self, query: str, language: str) -> PlacesFound:
        """Places of the gazetteer whose names are near the words."""
        wanted = PlaceSearch(query=query, language=language)
        return await self._call("POST", "/v1/places/search", wanted, PlacesFound)

    async def resume_code(self, address_id: str) -> ResumeCode:
        """A short code with which the conversation goes on elsewhere."""
        return await self._call("POST", f"/v1/sessions/{address_id}/code", None, ResumeCode)

    async def resume(self, wanted: Resume) -> Resumed:
        """Go on here with the conversation of a code."""
        return await self._call("POST", "/v1/sessions/resume", wanted, Resumed)
