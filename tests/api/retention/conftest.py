"""A resident's life with Linli that is over at NOW: every personal column has something in it."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.alerts import service as alerts
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import CloseIn
from api.database.metadata import metadata
from api.inbound import service as inbound
from api.inbound.schemas import Body, InboundIn
from api.people import service as people
from api.people.schemas import Contact, Profile
from api.places.rules.answers import Named
from api.places.service import asked
from api.recordings import service as recordings
from api.requests import service as requests
from api.requests.schemas import Confirm
from api.retention import service as retention
from api.sessions import service as sessions
from api.sessions.schemas import SessionIn
from api.texts import service as texts
from api.vocabulary import (
    AlertKind,
    Arrival,
    CallOutcome,
    CallReason,
    Channel,
    DangerClass,
    InboundKind,
    Role,
)
from tests.api.district import HOUR, NOW, SETTINGS, forget, person, request

COORDINATOR = Actor(Role.COORDINATOR, "00000000-0000-7000-8000-000000000001")
BEFORE = NOW - HOUR
SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Life:
    """Who it was, and what they had."""

    id: str
    address_id: str
    request_id: str
    call_id: str
    alert_id: str


def begin(conn, name="ann"):
    """Somebody wrote, was called, was in danger, and asked for something; all of it is open."""
    who = person(conn, name, now=BEFORE)
    people.set_phone(conn, who.id, "+862155550100")
    people.set_contact(conn, who.id, Contact(who_answers="my words"))
    people.keep_profile(conn, who.id, Profile(helper_name="my words"), talking=None, now=BEFORE)
    said = InboundIn(
        channel=Channel.TELEGRAM,
        message_id=name,
        address=name,
        kind=InboundKind.TEXT,
        body=Body(text="my words"),
        audio=b"my words",
    )
    spoken = inbound.receive(conn, said, now=BEFORE).inbound_id
    state = SessionIn(state={"said": "my words"}, asks=False)
    sessions.save(conn, who.address_id, 0, state, settings=SETTINGS, now=NOW)
    duty, here = calls.OnDuty.of(SETTINGS), who.address_id
    called = calls.queue(conn, who.id, CallReason.ASKED, now=BEFORE, duty=duty, address_id=here)
    recordings.give(conn, spoken, called.call_id)
    texts.keep(conn, who.id, who.address_id, "", "my words", settings=SETTINGS, now=BEFORE)
    turn = asked.reserve(conn, f"lane of {name}", now=NOW, patience=HOUR)
    asked.keep(conn, turn, [Named("my words", (31.2, 121.4))], now=NOW)
    return Life(
        id=who.id,
        address_id=who.address_id,
        request_id=request(conn, who, now=BEFORE, name=name),
        call_id=called.call_id,
        alert_id=alerts.raise_alert(
            conn,
            AlertKind.DANGER,
            who.id,
            who.address_id,
            "my words",
            why=alerts.Why(DangerClass.MEDICAL),
            settings=SETTINGS,
            now=BEFORE,
        ),
    )


def end_request(conn, life, now=NOW):
    """Help arrived, and the resident says how it was."""
    said = Confirm(arrival=Arrival.DONE, remark="my words")
    requests.confirm(conn, life.request_id, said, now=now)


def end_call(conn, life, now=NOW):
    """A person called, and noted what was said."""
    closing = CloseIn(outcome=CallOutcome.COMPLETED, note="my words")
    calls.close(conn, life.call_id, closing, COORDINATOR, settings=SETTINGS, now=now)


def end_alert(conn, life, now=NOW):
    """A person saw to it."""
    alerts.note(conn, life.alert_id, "my words", COORDINATOR)
    alerts.close(conn, life.alert_id, COORDINATOR, now=now)


def end_talk(conn, life, now=NOW):
    """Everything said is answered and read, everything to be told is sent."""
    unread = texts.show(conn, 300, COORDINATOR, now=now)
    texts.read(conn, [one.id for one in unread], COORDINATOR, now=now)
    head = inbound.head(conn, life.address_id)
    if head is not None:
        inbound.settle(conn, head.id, life.address_id, now=now)
    forget(conn, life)


ENDINGS = {"request": end_request, "call": end_call, "alert": end_alert, "talk": end_talk}


def lived(conn, name="ann", *, but=""):
    """A life that was over at NOW, but for one thing that still goes on."""
    life = begin(conn, name)
    for what, end in ENDINGS.items():
        if what != but:
            end(conn, life)
    return life


def sweep(now, settings=SETTINGS):
    """A unit of work: all that is over by now is forgotten."""

    def unit(conn):
        while retention.due(conn, now, settings):
            pass

    return unit


def full(table, column):
    """A unit of work: how many rows have something in a personal column."""
    found = metadata.tables[table]
    there = sa.and_(found.c[column].is_not(None), found.c[column] != b"")
    return lambda conn: conn.scalar(sa.select(sa.func.count()).where(there))


@pytest.fixture
def life(store):
    """As `lived`, in the store of the test."""

    async def live(name="ann", **changed):
        return await store.write(lambda conn: lived(conn, name, **changed))

    return live
