"""A voice note is kept sealed until its message is answered, and then only with a call."""

import pytest
import sqlalchemy as sa

from api.database.tables.recordings import recordings as table
from api.inbound.schemas import Body, Media
from api.recordings import service as recordings
from api.recordings.schemas import Recorded
from api.vocabulary import InboundKind
from tests.api.world import NOON, hear, meet, message

OGG = b"OggS\x00\xff my own voice"
SPOKEN = {
    "kind": InboundKind.VOICE,
    "audio": OGG,
    "body": Body(media=Media(file_id="", mime="audio/ogg; codecs=opus", size=len(OGG))),
}


async def test_a_voice_note_that_came_along_is_kept_with_its_message(store):
    """Byte by byte, under the message's own id."""
    (came,) = await store.write(hear(message(**SPOKEN)))
    kept = await store.read(
        lambda conn: recordings.of_message(conn, came.inbound_id, came.address_id)
    )
    assert (kept.audio, kept.mime, kept.size) == (OGG, "audio/ogg", len(OGG))
    assert (kept.id, kept.said_at) == (came.inbound_id, NOON)


async def test_a_message_that_comes_twice_has_one_voice_note(store):
    """The first one stays."""
    await store.write(hear(message(**SPOKEN)))
    (again,) = await store.write(hear(message(**SPOKEN | {"audio": b"another"})))
    kept = await store.read(
        lambda conn: recordings.of_message(conn, again.inbound_id, again.address_id)
    )
    assert kept.audio == OGG
    assert await store.read(lambda conn: conn.scalar(sa.select(sa.func.count(table.c.id)))) == 1


async def test_a_message_without_audio_has_none(store):
    """Nothing is kept for it."""
    (came,) = await store.write(hear(message()))
    assert (
        await store.read(
            lambda conn: recordings.of_message(conn, came.inbound_id, came.address_id)
        )
        is None
    )


async def test_it_rests_sealed(store):
    """In no column can a word of it be heard."""
    await store.write(hear(message(**SPOKEN)))
    rows = await store.read(lambda conn: conn.execute(sa.select(table)).all())
    assert b"my own voice" not in b"".join(row.audio for row in rows)
    assert "voice" not in repr(rows)


async def test_what_is_understood_is_gone(store):
    """Not only hidden."""
    (came,) = await store.write(hear(message(**SPOKEN)))
    await store.write(lambda conn: recordings.drop(conn, came.inbound_id))
    assert await store.read(lambda conn: conn.execute(sa.select(table)).all()) == []


@pytest.mark.parametrize(
    ("named", "kept"),
    [
        ("audio/ogg", "audio/ogg"),
        ("Audio/WebM;codecs=opus", "audio/webm"),
        ("video/mp4", "video/mp4"),
        ("", "application/octet-stream"),
        ("text/html", "application/octet-stream"),
        ("audio/<script>", "application/octet-stream"),
        ("audio/ogg\r\nx: y", "application/octet-stream"),
    ],
)
async def test_what_is_no_kind_of_sound_is_called_nothing(store, named, kept):
    """A page that plays it must not take it for a page."""
    someone = await store.write(meet())
    (came,) = await store.write(hear(message()))
    said = Recorded(audio=OGG, mime=named)

    def unit(conn):
        recordings.keep(conn, came.inbound_id, someone.id, said, now=NOON)
        return recordings.of_message(conn, came.inbound_id, someone.id)

    assert (await store.write(unit)).mime == kept
