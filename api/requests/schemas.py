"""The wire schemas of requests."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from api.vocabulary import Accommodation, Arrival, Datum, Leaf, RequestStatus, Urgency
from api.wire import E164, Id, Language, Latitude, Line, Longitude, Short, Wire, Words

Detail = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]


class Place(Wire):
    """Where help is needed: the resident's own words, and a coordinate if there is one."""

    text: Line = ""
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    datum: Datum = Datum.WGS84
    place_id: Line = ""

    @model_validator(mode="after")
    def _whole(self) -> Place:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude come together")
        if not self.text.strip() and self.latitude is None:
            raise ValueError("a place needs words or a coordinate")
        return self


class RequestIn(Wire):
    """What a resident asks for, however they asked; equal for every face (law 1)."""

    needs: Annotated[list[Leaf], Field(min_length=1, max_length=len(Leaf))]
    urgency: Urgency
    place: Place
    accommodations: Annotated[list[Accommodation], Field(max_length=len(Accommodation))] = Field(
        default_factory=list
    )
    for_whom: Literal["me", "someone_else"] = "me"
    name: Short = ""
    their_name: Short = ""
    phone: E164 = ""
    reach: Literal["here", "call", "text"] = "here"
    leave_message: bool = False
    people: Literal["", "one", "two", "three", "four", "five_or_more"] = ""
    details: Annotated[
        dict[Detail, Words],
        Field(max_length=20, json_schema_extra={"additionalProperties": False}),
    ] = Field(default_factory=dict)
    language: Language = "en"


def canonical(request: RequestIn) -> dict[str, Any]:
    """What two requests must share to be identical: everything asked for, sorted, no receipt."""
    kept = request.model_dump(mode="json")
    kept["needs"] = sorted(set(kept["needs"]))
    kept["accommodations"] = sorted(set(kept["accommodations"]))
    kept["details"] = dict(sorted(kept["details"].items()))
    return kept


class RequestFact(Wire):
    """One of the person's open requests."""

    id: Id
    receipt: str
    leaves: list[Leaf]
    urgency: Urgency
    status: RequestStatus


class ForSomebody(Wire):
    """A request made by a coordinator or another system, for a resident it names by phone."""

    request: RequestIn
    resident_id: Id | None = None


class Change(Wire):
    """A change of an open request; what is not named stays. `words` are added to the details."""

    urgency: Urgency | None = None
    place: Place | None = None
    words: Words = ""


class Cancel(Wire):
    """Why a request is cancelled or closed."""

    reason: Line = ""


class Confirm(Wire):
    """What the resident, or a coordinator for them, says of the help."""

    arrival: Arrival
    remark: Words = ""


class NeedOut(Wire):
    """One need of a request."""

    leaf: Leaf
    status: RequestStatus


class RequestOut(Wire):
    """A request as lists and boards show it: codes and an area, nothing that says who or where."""

    id: Id
    receipt: str
    status: RequestStatus
    urgency: Urgency
    needs: list[NeedOut]
    accommodations: list[Accommodation]
    area: str
    located: bool
    language: str
    created_at: datetime
    queued_at: datetime
    wave: int
    closed_at: datetime | None
    closed_reason: str


class RequestPrivate(Wire):
    """Who and where; every reading of it is in the audit. `reason`: why it was cancelled.

    `people`, `for_whom`, `reach` and `leave_message` are as they were answered.
    """

    request: RequestOut
    name: str
    their_name: str
    phone: str
    place: Place
    details: dict[str, str]
    people: str
    for_whom: str
    reach: str
    leave_message: bool
    remark: str
    reason: str


class RequestPage(Wire):
    """A page of a list; `next` is the cursor of the following page, if there is one."""

    items: list[RequestOut]
    next: str | None
