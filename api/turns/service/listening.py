"""Voice notes of a turn: while one is listened to, and what becomes of its audio then."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.calls import service as calls
from api.database.engine import after_commit_wake
from api.inbound import service as inbound
from api.lanes import service as lanes
from api.lanes.service import Direction
from api.notices import service as notices
from api.notices.schemas import Nothing
from api.recordings import service as recordings
from api.recordings.schemas import Recorded
from api.sessions.service import StaleTurn
from api.turns.schemas import Fetch, Hold, HoldOut
from api.turns.service.effects import Doing
from api.vocabulary import MEDIA, NoticeCode


def hold(conn: Connection, wanted: Hold, *, now: datetime) -> HoldOut:
    """Hold a lane longer or give it back, and say that it takes a moment.

    Raises LeaseLost when somebody else has the lane, StaleTurn when the message is answered.
    """
    lanes.check(conn, wanted.address_id, Direction.IN, wanted.lease)
    until = now + timedelta(seconds=wanted.for_s)
    since = _say(conn, wanted, now)
    if not wanted.back or now - since >= timedelta(seconds=wanted.most_s):
        lanes.prolong(conn, wanted.address_id, Direction.IN, wanted.lease, until=until)
        return HoldOut(held=True)
    if not inbound.put_back(conn, wanted.inbound_id, wanted.address_id):
        raise StaleTurn
    lanes.pause(conn, wanted.address_id, Direction.IN, due_at=now, until=until)
    after_commit_wake(conn, "inbound")
    return HoldOut(held=False)


def _say(conn: Connection, wanted: Hold, now: datetime) -> datetime:
    """Say it, once a message; since when that is said."""
    told = notices.values_of(NoticeCode.LISTENING, Nothing())
    key = f"listening {wanted.inbound_id}"
    put = notices.put(conn, wanted.address_id, NoticeCode.LISTENING, told, now=now, dedupe=key)
    notice = notices.get(conn, put)
    return notice.created_at if notice is not None else now


def recording(conn: Connection, wanted: Fetch) -> Recorded:
    """The audio of a message, for who holds its lane; raises LeaseLost."""
    lanes.check(conn, wanted.address_id, Direction.IN, wanted.lease)
    found = recordings.of_message(conn, wanted.inbound_id, wanted.address_id)
    return Recorded(audio=found.audio, mime=found.mime) if found else Recorded()


def settle_audio(doing: Doing, recorded: Recorded | None) -> None:
    """A voice note that a person must hear belongs to their call now; of others nothing stays."""
    heard = doing.heard
    if heard is None or heard.kind not in MEDIA:
        return
    call = calls.open_of(doing.conn, doing.person_id) if recorded is not None else None
    if recorded is None or call is None:
        recordings.drop(doing.conn, heard.id)
        return
    recordings.keep(doing.conn, heard.id, doing.address_id, recorded, now=heard.received_at)
    recordings.give(doing.conn, heard.id, call.id)
