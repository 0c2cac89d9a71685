"""A recording is one message, stored before it is acknowledged, or refused with the way out."""

import logging

import pytest

from api.vocabulary import InboundKind
from api.wire import AUDIO_BYTES
from bot.channels.web.kinds import media_type
from bot.channels.web.recorded import READ_BYTES
from bot.channels.web.sent import BYTES, RECORDING_BYTES

OGG = b"OggS" + bytes(200)
BOUNDARY = "xyz"
HEADERS = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}


def recordings(alone):
    """What was said aloud."""
    return [one for one in alone.received if one.kind is InboundKind.VOICE]


def part(name, value, *, file=False):
    """A part of a form as a browser sends it."""
    said = f'Content-Disposition: form-data; name="{name}"' + ('; filename="a"' if file else "")
    return f"--{BOUNDARY}\r\n{said}\r\n\r\n".encode() + value + b"\r\n"


async def test_a_recording_is_one_message_with_the_question_it_answers(alone, visitor):
    """Its audio comes along whole; its media type is what it is, whatever its name says."""
    await visitor.uploads(OGG, name="holiday.jpg")
    [message] = recordings(alone)
    assert message.audio == OGG
    assert message.body == {
        "media": {"file_id": "", "mime": "audio/ogg", "size": len(OGG), "seconds": 0},
        "question": "7",
    }
    assert str(visitor.last.url).endswith("/chat#open")


async def test_a_recording_sent_twice_is_one_message(alone, visitor):
    """A double press or a reload; another recording from the same page is another."""
    page = visitor.screen
    for audio in (OGG, OGG, OGG + b"more"):
        visitor.screen = page
        await visitor.uploads(audio)
    assert [len(one.audio) for one in recordings(alone)] == [len(OGG), len(OGG) + 4]


async def test_words_typed_beside_it_are_still_in_their_field(alone, visitor):
    """They are no part of the recording, and were not sent."""
    await visitor.uploads(OGG, text="my words")
    assert [one.kind for one in alone.received] == [InboundKind.VOICE]
    text = next(one for one in visitor.screen.answer.fields if one.name == "text")
    assert text.value == "my words"


@pytest.mark.parametrize(
    ("audio", "status", "told"),
    [
        (b"", 422, "There is no sound file, or it is empty."),
        (OGG + bytes(RECORDING_BYTES), 413, "The sound file is too large."),
        (b"%PDF-1.7 a letter", 415, "This file is no sound."),
        (b"<script>alert(1)</script>", 415, "This file is no sound."),
    ],
    ids=["empty", "too large", "a letter", "a script"],
)
async def test_what_is_no_recording_is_refused_at_its_field(alone, visitor, audio, status, told):
    """With the way out; nothing of it is kept, and typed words are."""
    await visitor.uploads(audio, text="my words")
    assert visitor.last.status_code == status
    assert visitor.screen.part("voice-trouble").startswith(told)
    fields = {one.name: one for one in visitor.screen.answer.fields}
    assert fields["recording"].asides["aria-invalid"] == "true"
    assert "voice-trouble" in fields["recording"].asides["aria-describedby"]
    assert fields["text"].value == "my words"
    assert "trouble" not in visitor.screen.described
    assert recordings(alone) == []


async def test_the_largest_recording_is_taken(alone, visitor):
    """As large as the API takes them."""
    assert RECORDING_BYTES == AUDIO_BYTES
    await visitor.uploads(OGG + bytes(RECORDING_BYTES - len(OGG)))
    assert len(recordings(alone)[0].audio) == RECORDING_BYTES


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        (b"OggS", "audio/ogg"),
        (b"\x1aE\xdf\xa3", "audio/webm"),
        (b"\0\0\0\x20ftypM4A ", "audio/mp4"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        (b"FORM\0\0\0\0AIFF", "audio/aiff"),
        (b"ID3\x04", "audio/mpeg"),
        (b"\xff\xfb\x90", "audio/mpeg"),
        (b"\xff\xf1\x50", "audio/aac"),
        (b"fLaC", "audio/flac"),
        (b"#!AMR\n", "audio/amr"),
        (b"caff", "audio/x-caf"),
        (b"", ""),
        (b"\xff\xd8\xff\xe0", ""),
        (b"\x89PNG", ""),
        (b"RIFF\0\0\0\0WEBP", ""),
        (b"MZ\x90", ""),
    ],
)
def test_a_sound_is_known_by_how_it_begins(begins, kind):
    """What telephones and browsers record; pictures and programs are none."""
    assert media_type(begins + bytes(20) if begins else b"") == kind


async def test_another_site_cannot_speak_for_anybody(alone, visitor):
    """Only a form of ours is taken."""
    visitor.screen.answer.fields[0].value = "0" * 64
    await visitor.uploads(OGG)
    assert visitor.last.status_code == 403
    assert recordings(alone) == []


async def test_while_we_are_away_the_page_says_that_it_was_not_sent(alone, visitor):
    """A page cannot hold a recording: it is to be sent again. Typed words can be read."""
    alone.failing.add("receive")
    await visitor.uploads(OGG, text="my words")
    assert visitor.last.status_code == 503
    assert "Your recording was not sent. Please send it again." in visitor.screen.text
    assert "my words" in visitor.screen.text
    assert [one.action for one in visitor.screen.forms if one.name == "again"] == []
    assert "/chat" in visitor.screen.links


async def test_the_page_that_refused_one_can_be_opened_again(alone, visitor):
    """By its address, as a browser does that comes back: it is the conversation."""
    await visitor.uploads(b"")
    await visitor.opens("/chat/voice")
    assert visitor.last.status_code == 200
    assert visitor.screen.part("question") == "Are you safe?"
    assert "voice-trouble" not in visitor.screen.described


async def test_who_is_new_begins_by_speaking(alone, new_visitor):
    """The question that was shown is then the open one."""
    alone.new = True
    browser = new_visitor()
    await browser.opens()
    await browser.uploads(OGG)
    assert [one.kind for one in alone.received] == [InboundKind.START, InboundKind.VOICE]


@pytest.mark.parametrize(
    "flood",
    [
        part("text", b"x" * (BYTES + 1)),
        b"".join(part(f"f{number}", b"1") for number in range(99)),
        part("recording", bytes(READ_BYTES), file=True),
    ],
    ids=["words", "parts", "bytes"],
)
async def test_a_flood_is_not_read_to_its_end(alone, visitor, flood):
    """More than a page of ours sends, in words, in parts or in bytes."""
    before = len(alone.received)
    answer = await visitor.posts("/chat/voice", flood, **HEADERS)
    assert answer.status_code == 413
    assert len(alone.received) == before


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfe\0",
        part("recording", OGG, file=True)[:60],
        b"--xyz\r\nContent-Disposition: form-data\r\n\r\nx\r\n--xyz--\r\n",
        b"--xyz\r\n: :\r\n\r\n",
        b"--xyz--\r\n",
        b"",
    ],
)
async def test_no_bytes_break_the_page(alone, visitor, body, caplog):
    """It answers in words whatever is sent; half a form is no recording."""
    with caplog.at_level(logging.ERROR):
        for headers in (HEADERS, {"content-type": "multipart/form-data"}):
            answer = await visitor.posts("/chat/voice", body, **headers)
            assert answer.status_code in {403, 413}
    assert not caplog.records
    assert recordings(alone) == []
