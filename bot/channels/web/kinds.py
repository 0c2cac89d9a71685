"""What kind of sound a file is, by how it begins: its name and its sender may say anything."""

from __future__ import annotations

MARKS = (
    (0, b"OggS", "audio/ogg"),
    (0, b"\x1aE\xdf\xa3", "audio/webm"),
    (4, b"ftyp", "audio/mp4"),
    (8, b"WAVE", "audio/wav"),
    (8, b"AIF", "audio/aiff"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"#!AMR", "audio/amr"),
    (0, b"caff", "audio/x-caf"),
)
"""Where, with what, and the media type: what browsers and telephones record."""

SYNC, ADTS, LAYER = 0xFFE0, 0xFFF0, 0x0006
"""MPEG audio without a tag begins with eleven ones; with twelve and no layer it is AAC."""


def media_type(audio: bytes) -> str:
    """The media type of a recording; "" for what is no sound."""
    for at, mark, kind in MARKS:
        if audio[at : at + len(mark)] == mark:
            return kind
    head = int.from_bytes(audio[:2], "big")
    if head & (ADTS | LAYER) == ADTS:
        return "audio/aac"
    return "audio/mpeg" if head & SYNC == SYNC and head & LAYER else ""
