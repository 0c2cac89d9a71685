"""What was said in a conversation, for a page that shows it, or answered, for a script."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import Connection

from api.addresses.service import address_of
from api.audit import service as audit
from api.auth.actor import Actor
from api.errors import NotFound
from api.inbound import service as inbound
from api.inbound.service import Heard
from api.notices import service as notices
from api.notices.schemas import for_others
from api.notices.service import Notice
from api.people.service import manner_at, person
from api.recordings import service as recordings
from api.recordings.schemas import RecordingOut
from api.sessions.schemas import HistoryItem, HistoryOut, RestingOut
from api.sessions.service.keeping import get, is_unfinished
from api.vocabulary import NoticeCode

Speaker = Literal["linli", "person", "caller"]

LINES = 100
"""The most lines a page shows."""


def history(conn: Connection, address_id: str, *, now: datetime, own: bool = False) -> HistoryOut:
    """A conversation, oldest line first; raises NotFound for an unknown address.

    `own`: for the page of whoever has it. To all others nothing is shown that signs somebody in.
    """
    address = address_of(conn, address_id)
    heard = inbound.heard(conn, address_id, limit=LINES)
    told = notices.said(conn, address_id, limit=LINES)
    kept = recordings.at_address(conn, address_id) if own else set[str]()
    lines = [(one.received_at, one.id, _heard(one, kept)) for one in heard]
    lines += [
        (one.created_at, one.id, _told(one, own=own))
        for one in told
        if not one.opens and one.due_at <= now
    ]
    items = [item for _, _, item in sorted(lines, key=lambda line: line[:2])]
    whose = person(conn, address.person_id) if address.person_id else None
    return HistoryOut(
        address_id=address_id,
        language=whose.language if whose else "",
        accommodations=list(whose.accommodations) if whose else [],
        manner=manner_at(address, whose.profile if whose else None),
        items=items[-LINES:],
        session=get(conn, address_id),
        waiting=any(not one.settled for one in heard),
    )


def answered(conn: Connection, address_id: str, actor: Actor, *, now: datetime) -> RestingOut:
    """The answers of an unfinished request, and in the audit that they were read.

    Raises NotFound where none rests.
    """
    if not is_unfinished(conn, address_id):
        raise NotFound
    audit.record(conn, actor, "reveal", "sessions", address_id, now=now)
    address = address_of(conn, address_id)
    whose = person(conn, address.person_id) if address.person_id else None
    return RestingOut(
        address_id=address_id,
        name=whose.name if whose else "",
        phone=whose.phone if whose else "",
        language=whose.language if whose else "",
        accommodations=list(whose.accommodations) if whose else [],
        state=get(conn, address_id).state,
    )


def own_recording(conn: Connection, address_id: str, recording_id: str) -> RecordingOut:
    """A voice note for the page of who spoke it; raises NotFound when it is kept no more."""
    found = recordings.of_message(conn, recording_id, address_id)
    if found is None:
        raise NotFound
    return found


def _heard(one: Heard, kept: set[str]) -> HistoryItem:
    by: Speaker = "caller" if one.call_id else "person"
    recording_id = one.id if one.id in kept else ""
    return HistoryItem(
        by=by, kind=one.kind, text=_words(one), at=one.received_at, recording_id=recording_id
    )


def _words(one: Heard) -> str:
    """What was typed or heard; of a button only the code of its option, worded by the page."""
    said = " ".join(filter(None, (one.body.text, one.body.heard)))
    return said or one.body.button or one.body.phone


def _told(one: Notice, *, own: bool) -> HistoryItem:
    by: Speaker = "caller" if one.code == NoticeCode.CALL_MESSAGE else "linli"
    values = one.values if own else for_others(one.values)
    return HistoryItem(by=by, code=one.code, values=values, at=one.created_at)
