"""A request that changes: who is under way hears what is new, who is asked is asked anew."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.dispatch import rules, store
from api.dispatch.service.closing import take_back
from api.dispatch.service.ending import offer_of, resident_of
from api.dispatch.service.offering import offer_again
from api.dispatch.service.taking import door, record_reveal
from api.dispatch.service.telling import Work, is_rung, tell_over, tell_volunteer
from api.dispatch.store import Offer, Task
from api.notices import schemas as said
from api.requests import service as requests
from api.requests.schemas import Change
from api.requests.service import Request
from api.settings import Settings
from api.vocabulary import NoticeCode, OfferStatus, Part


def change_request(  # noqa: PLR0913 - who says what of which, where and when
    conn: Connection,
    request_id: str | None,
    wanted: Change,
    *,
    person_id: str | None = None,
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> Request:
    """Changes a request as `requests.change` does, and tells whoever has a task for it.

    Whoever was asked for another time than it now has is asked anew; for another place the
    worker begins the search anew.
    """
    request = requests.change(
        conn, request_id, wanted, person_id=person_id, address_id=address_id, now=now
    )
    work = Work(conn, settings, now)
    for task in store.tasks_for(conn, request.id):
        _tell(work, request, task, wanted)
    if wanted.urgency is not None and wanted.place is None:
        for offer in store.offers_of(conn, request.id):
            _ask_anew(work, request, offer)
    return request


def _ask_anew(work: Work, request: Request, offer: Offer) -> None:
    """An open offer in a chat or to who is written to; whoever is rung is told all by a caller."""
    rung = offer.person_id is not None and is_rung(work, offer, offer.person_id)
    if offer.status is not OfferStatus.SENT or rung:
        return
    if take_back(work, offer, NoticeCode.OFFER_CHANGED):
        tell_over(work, offer, NoticeCode.OFFER_CHANGED, again=True)
    offer_again(work, request, offer)


def _tell(work: Work, request: Request, task: Task, wanted: Change) -> None:
    """The new door and the new words in full: whoever stands at the old one must know both.

    Who only brings it to a gate hears of which area it is, and no number that stands in the words.
    """
    offer = offer_of(work, task)
    brings = offer.part is Part.BRING
    there = door(wanted.place, offer.mode) if wanted.place else ""
    words = wanted.words.strip()
    told = said.TaskChanged(
        receipt=request.receipt,
        leaves=list(task.leaves),
        name=resident_of(work, request, offer),
        urgency=request.urgency,
        address=request.area if brings and there else there,
        text=rules.without_numbers(words) if brings else words,
    )
    code = NoticeCode.TASK_CHANGED
    tell_volunteer(work, offer, task.person_id, code, told, must_hear=True)
    if there and not brings:
        record_reveal(work, request, task)
