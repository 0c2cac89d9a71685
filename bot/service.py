"""The typed client of the API: the only way the bot reaches what is kept.

It speaks over a transport: see `bot.transport`.
"""

from __future__ import annotations

from api.access.schemas import Me, SignedIn
from api.addresses.schemas import SpokenTo
from api.alerts import schemas as alerts
from api.backlog.schemas import BacklogOut, PlanIn, PlanOut
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
    OfferOnPhone,
    PauseOnPhone,
    Start,
    Started,
    TaskTold,
)
from api.groups import schemas as groups
from api.inbound.schemas import InboundIn, Moved
from api.intake.schemas import PauseIn, PauseList, PauseOut
from api.invites.schemas import InvitedTo, PhoneInviteIn, PhoneInviteOut, PhoneInvites
from api.matching.schemas import MatchesOut, MatchIn, MatchOut
from api.people.schemas import Contact, Followed, ProfileFact, Secret
from api.places.schemas import Around, PlaceFound, PlaceSearch, PlacesFound
from api.recordings.schemas import MOST_BYTES, Recorded, RecordingOut, RecordingTold
from api.reports.schemas import Course, InsideList, Waiting
from api.requests.schemas import Cancel, Confirm, RequestOut, RequestPage, RequestPrivate
from api.restrictions.schemas import (
    RestrictionIn,
    RestrictionList,
    RestrictionOut,
)
from api.sessions.schemas import (
    Find,
    Found,
    HistoryItem,
    HistoryOut,
    RestingList,
    RestingOut,
    Resume,
    ResumeCode,
    Resumed,
)
from api.texts import schemas as texts
from api.turns.schemas import (
    Claimed,
    ClaimIn,
    ClaimOut,
    Fetch,
    Hold,
    HoldOut,
    InboundOut,
    ReceivedOut,
    TurnIn,
    TurnOut,
)
from api.understanding.schemas import Understanding
from api.watch import schemas as watch
from bot.transport import Http, NoAnswer, Problem, Transport, Unreachable

__all__ = [
    "MOST_BYTES",
    "Answer",
    "AnswerIn",
    "Answered",
    "Around",
    "AttemptIn",
    "BacklogOut",
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
    "Fetch",
    "Find",
    "Finish",
    "HistoryItem",
    "HistoryOut",
    "Hold",
    "HoldOut",
    "Http",
    "InboundIn",
    "InboundOut",
    "InsideList",
    "InvitedTo",
    "LineIn",
    "MatchIn",
    "MatchOut",
    "MatchesOut",
    "Me",
    "MessageIn",
    "MessageOut",
    "Moved",
    "NoAnswer",
    "NoticeOut",
    "NumberOut",
    "OfferFact",
    "OfferOnPhone",
    "OpenIn",
    "PaperIn",
    "PauseIn",
    "PauseList",
    "PauseOnPhone",
    "PauseOut",
    "PhoneInviteIn",
    "PhoneInviteOut",
    "PhoneInvites",
    "PlaceFound",
    "PlaceSearch",
    "PlacesFound",
    "PlanIn",
    "PlanOut",
    "Problem",
    "ProfileFact",
    "ReceivedOut",
    "Recorded",
    "RecordingOut",
    "RecordingTold",
    "Report",
    "RequestOut",
    "RequestPage",
    "RequestPrivate",
    "RestingList",
    "RestingOut",
    "RestrictionIn",
    "RestrictionList",
    "RestrictionOut",
    "Resume",
    "ResumeCode",
    "Service",
    "SignedIn",
    "SpokenTo",
    "Start",
    "Started",
    "TaskTold",
    "Transport",
    "TurnIn",
    "TurnsOut",
    "Understanding",
    "Unreachable",
    "Waiting",
    "alerts",
    "groups",
    "texts",
    "watch",
]


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

    async def hold(self, wanted: Hold) -> HoldOut:
        """The answer takes longer: hold the lane, or give it back; its writer is told."""
        return await self._call("POST", "/v1/inbound/hold", wanted, HoldOut)

    async def recording(self, wanted: Fetch) -> Recorded:
        """The audio that came with a message that is being answered."""
        return await self._call("POST", "/v1/inbound/recording", wanted, Recorded)

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

    async def own_recording(self, address_id: str, recording_id: str) -> RecordingOut:
        """A voice note for the page of who spoke it; raises Problem when it is kept no more."""
        path = f"/v1/sessions/{address_id}/recordings/{recording_id}"
        return await self._call("GET", path, None, RecordingOut)

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
