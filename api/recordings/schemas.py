"""The wire schemas of voice notes."""

from __future__ import annotations

from datetime import datetime

from api.wire import AUDIO_BYTES, Audio, Count, Id, Short, Wire

MOST_BYTES = AUDIO_BYTES
"""The longest voice note that is kept."""


class Recorded(Wire):
    """A voice note that a person must hear.

    `audio` is what a wire kept until now; empty, it came with the message itself.
    """

    audio: Audio = b""
    mime: Short = ""


class RecordingTold(Wire):
    """That somebody spoke: which message it was, when, of what kind, how many bytes.

    `id` is also the id of the message. `seconds`: how long it lasts, as far as is known.
    """

    id: Id
    said_at: datetime
    mime: str
    size: Count
    seconds: Count = 0


class RecordingOut(RecordingTold):
    """A voice note whole; `audio` is base64 in JSON."""

    audio: Audio
