"""A voice note of a call is heard by who holds it or steers, and each hearing is in the audit."""

import pytest

from api.audit import service as audit
from api.calls import service as calls
from api.calls.schemas import CloseIn
from api.errors import NotFound
from api.inbound import service as inbound
from api.inbound.schemas import InboundIn
from api.recordings import service as recordings
from api.vocabulary import CallOutcome, CallReason, Channel, InboundKind, Role
from tests.api.calls.conftest import NOW, SETTINGS, queue, resident, who

OGG = b"OggS\x00\xff words"


def spoken(conn, name="1"):
    """Somebody spoke, and a person must hear it: the call and the voice note."""
    someone = resident(conn, name)
    said = InboundIn(
        channel=Channel.TELEGRAM,
        message_id=f"voice {name}",
        address=name,
        kind=InboundKind.VOICE,
        audio=OGG,
    )
    heard = inbound.receive(conn, said, now=NOW).inbound_id
    call_id = queue(conn, someone, CallReason.MEDIA).call_id
    assert recordings.give(conn, heard, call_id)
    return call_id, heard


def claim(conn, call_id, caller):
    """They hold the call."""
    calls.claim(conn, call_id, caller, settings=SETTINGS, now=NOW)


async def test_who_holds_the_call_listens(store, ann):
    """It stands with the call, and its audio comes whole; the audit has it."""

    def unit(conn):
        call_id, heard = spoken(conn)
        claim(conn, call_id, ann)
        (told,) = calls.detail(conn, call_id, ann, now=NOW).recordings
        got = calls.recording(conn, call_id, told.id, ann, now=NOW)
        seen = audit.entries(conn, subject_id=heard, before=None, limit=9)
        return heard, told, got, seen

    heard, told, got, seen = await store.write(unit)
    assert (told.id, told.size, told.said_at) == (heard, len(OGG), NOW)
    assert got.audio == OGG
    assert [(one.action, one.subject, one.actor_id) for one in seen] == [
        ("reveal", "recordings", ann.id)
    ]


@pytest.mark.parametrize("role", [Role.CALLER, Role.ADMIN])
async def test_nobody_else_does(store, ann, role):
    """Nor are they told that there is one."""
    other = who(role)

    def unit(conn):
        call_id, heard = spoken(conn)
        claim(conn, call_id, ann)
        assert calls.detail(conn, call_id, other, now=NOW).recordings == []
        with pytest.raises(calls.CallNotHeld):
            calls.recording(conn, call_id, heard, other, now=NOW)

    await store.write(unit)


async def test_a_coordinator_listens_to_any_call(store, ann):
    """Also while somebody else holds it, and when it is over."""
    boss = who(Role.COORDINATOR)

    def unit(conn):
        call_id, heard = spoken(conn)
        claim(conn, call_id, ann)
        assert calls.recording(conn, call_id, heard, boss, now=NOW).audio == OGG
        closing = CloseIn(outcome=CallOutcome.COMPLETED)
        calls.close(conn, call_id, closing, ann, settings=SETTINGS, now=NOW)
        assert calls.recording(conn, call_id, heard, boss, now=NOW).audio == OGG
        with pytest.raises(calls.CallNotHeld):
            calls.recording(conn, call_id, heard, ann, now=NOW)

    await store.write(unit)


async def test_holding_one_call_opens_no_voice_note_of_another(store, ann):
    """An id that was seen elsewhere leads nowhere."""

    def unit(conn):
        mine, _ = spoken(conn, "1")
        _, theirs = spoken(conn, "2")
        claim(conn, mine, ann)
        with pytest.raises(NotFound):
            calls.recording(conn, mine, theirs, ann, now=NOW)

    await store.write(unit)
