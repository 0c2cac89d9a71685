"""Telling people, and a call by a person to whoever cannot be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.calls import service as calls
from api.dispatch.rules import first_name
from api.dispatch.service.reaching import has_only_a_phone
from api.dispatch.store import Offer
from api.groups import service as groups
from api.notices import schemas as said
from api.notices import service as notices
from api.people import service as people
from api.requests import service as requests
from api.requests.service import Request
from api.settings import Settings
from api.vocabulary import CallBy, CallReason, NoticeCode
from api.wire import Wire


@dataclass(frozen=True, slots=True)
class Work:
    """One unit of work: its connection, settings and moment, and where whoever acts is now."""

    conn: Connection
    settings: Settings
    now: datetime
    here: Mapping[str, str | None] = field(default_factory=dict)


def tell_resident(
    work: Work, request: Request, code: NoticeCode, values: Wire, *, opens: str = ""
) -> None:
    """Tells whoever made a request; a person says it on the phone when words do not reach them.

    Then it stands on the caller's page, and what is to be asked is the next question there.
    """
    if requests.tell(work.conn, request, code, values, work.now, opens=opens) is not None:
        return
    line = calls.line_of(work.conn, _asker(request), work.now)
    requests.tell(work.conn, request, code, values, work.now, at=line.id, opens=opens)
    call_resident(work, request, _only_by_phone(work, request, opens=opens), at=line.id)


def _only_by_phone(work: Work, request: Request, *, opens: str) -> CallReason:
    known = addresses.addresses_of(work.conn, _asker(request))
    if any(address.dead_at is not None for address in known):
        return CallReason.ADDRESS_DEAD
    return CallReason.FOLLOW_UP if opens else CallReason.NEWS


def _asker(request: Request) -> str:
    return request.asked_by or request.resident_id


def call_resident(
    work: Work, request: Request, reason: CallReason, *, at: str | None = None
) -> None:
    """Puts a call with whoever made a request into the queue; a second one joins the first."""
    calls.queue(
        work.conn,
        _asker(request),
        reason,
        now=work.now,
        duty=calls.OnDuty.of(work.settings),
        address_id=at or requests.living(work.conn, request),
        request_id=request.id,
        urgency=request.urgency,
    )


def tell_volunteer(  # noqa: PLR0913 - a notice's own columns
    work: Work,
    offer: Offer,
    person_id: str,
    code: NoticeCode,
    values: Wire,
    *,
    opens: str = "",
    about: str = "",
    patience_s: int = 0,
    must_hear: bool = False,
) -> str | None:
    """Tells a volunteer; what they must hear, a person says when there is no other way."""
    told = notices.tell(
        work.conn,
        person_id,
        code,
        values,
        now=work.now,
        address_id=work.here.get(person_id),
        opens=opens,
        about=about,
        patience_s=patience_s,
    )
    if told is None and must_hear:
        call_volunteer(work, offer, person_id)
    return told


def tell_over(
    work: Work,
    offer: Offer,
    because: NoticeCode,
    *,
    again: bool = False,
    restricted: bool = False,
) -> None:
    """Ends the question of an offer that is over, there where it was asked, and says why.

    `again`: the request, which changed, is put to them anew. `restricted`: by a rule of its area.
    """
    if offer.person_id is None:
        return
    notices.tell(
        work.conn,
        offer.person_id,
        because,
        over_of(offer, because, again=again, restricted=restricted),
        now=work.now,
        address_id=_asked_at(work, offer),
        opens="offer",
        about=offer.id,
    )


def over_of(
    offer: Offer, because: NoticeCode, *, again: bool = False, restricted: bool = False
) -> said.OfferOver:
    """What is said of an offer that is over."""
    over = {"offer_id": offer.id, "leaves": list(offer.leaves), "letter": offer.letter}
    if because is NoticeCode.OFFER_CHANGED:
        why = {"again": "yes" if again else "", "restricted": "yes" if restricted else ""}
        return said.OfferChanged.model_validate({**over, **why})
    return said.OfferOver.model_validate(over)


def _asked_at(work: Work, offer: Offer) -> str | None:
    """The address where an offer became a question, while it lives."""
    for address_id in reversed(notices.told_about(work.conn, offer.id, NoticeCode.OFFER)):
        if people.address_of(work.conn, address_id).dead_at is None:
            return address_id
    return None


def is_rung(work: Work, offer: Offer, person_id: str) -> bool:
    """Whether a caller says it all: to a group with only a phone, or whom no words reach."""
    phone_only = groups.get(work.conn, offer.group_id).phone_only
    return phone_only or has_only_a_phone(work.conn, person_id)


def call_volunteer(work: Work, offer: Offer, person_id: str) -> datetime:
    """Puts a call with a volunteer about an offer into the queue; until when it is promised."""
    request, phone_only = (
        requests.get(work.conn, offer.request_id),
        is_rung(work, offer, person_id),
    )
    queued = calls.queue(
        work.conn,
        person_id,
        CallReason.PHONE_ONLY if phone_only else CallReason.ADDRESS_DEAD,
        now=work.now,
        duty=calls.OnDuty.of(work.settings),
        offer_id=offer.id,
        request_id=request.id,
        by=CallBy.VOICE if phone_only else None,
        urgency=request.urgency,
    )
    return queued.promised_at


def tell_chat(work: Work, offer: Offer, code: NoticeCode, values: Wire) -> None:
    """Tells a group's chat about an offer it has seen; a later notice replaces the offer there."""
    if offer.address_id is not None:
        told = notices.values_of(code, values)
        notices.put(work.conn, offer.address_id, code, told, now=work.now, about=offer.id)


def name_of(work: Work, person_id: str) -> str:
    """What a volunteer is called by whom they help."""
    return first_name(people.person(work.conn, person_id).name)
