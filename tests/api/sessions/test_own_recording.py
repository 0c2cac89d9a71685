"""Who spoke hears themselves on their own page, as long as it is kept; nobody else does."""

import base64

import pytest

from api.recordings import service as recordings
from api.sessions import service as sessions
from api.vocabulary import Channel, InboundKind, Role
from tests.api.world import NOON, hear, message

OGG = b"OggS\x00\xff my own voice"
SPOKEN = {"kind": InboundKind.VOICE, "audio": OGG, "channel": Channel.WEB}


@pytest.fixture
async def spoken(store):
    """A voice note that came in on a page."""
    (came,) = await store.write(hear(message(**SPOKEN)))
    return came


async def recording_ids(store, address_id, *, own):
    """What a page can play of a conversation."""
    shown = await store.read(lambda conn: sessions.history(conn, address_id, now=NOON, own=own))
    return [item.recording_id for item in shown.items]


async def test_the_history_of_the_page_names_it_while_it_is_kept(store, spoken):
    """Not to others, who listen by the call it belongs to."""
    assert await recording_ids(store, spoken.address_id, own=True) == [spoken.inbound_id]
    assert await recording_ids(store, spoken.address_id, own=False) == [""]
    await store.write(lambda conn: recordings.drop(conn, spoken.inbound_id))
    assert await recording_ids(store, spoken.address_id, own=True) == [""]


async def test_the_bot_is_given_it_for_that_page_alone(http, bearer, store, spoken):
    """By the address it came from; a person of the group listens in the call, and in the audit."""
    path = f"/v1/sessions/{spoken.address_id}/recordings/{spoken.inbound_id}"
    got = await http.get(path, headers=bearer(Role.BOT))
    assert base64.b64decode(got.json()["audio"]) == OGG
    (other,) = await store.write(hear(message(number="2", address="x", channel=Channel.WEB)))
    theirs = f"/v1/sessions/{other.address_id}/recordings/{spoken.inbound_id}"
    assert (await http.get(theirs, headers=bearer(Role.BOT))).status_code == 404
    for role in (Role.CALLER, Role.COORDINATOR, Role.ADMIN, Role.VOLUNTEER):
        assert (await http.get(path, headers=bearer(role))).status_code == 403


async def test_on_a_wire_without_pages_the_bot_reads_only_what_it_answers(http, bearer, store):
    """As the history of such an address."""
    (came,) = await store.write(hear(message(**SPOKEN | {"channel": Channel.TELEGRAM})))
    path = f"/v1/sessions/{came.address_id}/recordings/{came.inbound_id}"
    answer = await http.get(path, headers=bearer(Role.BOT))
    assert answer.json()["code"] == "not_held"
