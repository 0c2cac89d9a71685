"""Any file that people send voice notes in becomes samples; anything else an error, in bounds.

What a file is is told by its first bytes, and only a demultiplexer from this list opens it: others
of FFmpeg's (playlists) would open more files, or connections.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from accessibility.listen.limits import MOST_SECONDS
from accessibility.listen.worker.engine import HZ

if TYPE_CHECKING:
    from accessibility.listen.worker.engine import Samples

BEGINNINGS = (
    (0, b"OggS", "ogg"),
    (0, b"\x1a\x45\xdf\xa3", "matroska"),
    (0, b"RIFF", "wav"),
    (0, b"ID3", "mp3"),
    (4, b"ftyp", "mp4"),
    (0, b"fLaC", "flac"),
    (0, b"#!AMR", "amr"),
    (0, b"caff", "caf"),
)
"""Where, with which bytes, a file of a kind begins; the kinds by FFmpeg's names."""

SYNC, LAYER_AAC = 0xFFE0, 0x0006
"""The first bits of a frame of MP3 or AAC, and those that are 0 in the second alone."""


class TooLong(Exception):  # noqa: N818 - the name says what is the matter
    """It lasts longer than is listened to."""


class NotAudio(Exception):  # noqa: N818 - the name says what is the matter
    """It is no audio, or none that can be decoded; says why."""


def decoded(audio: bytes) -> Samples:
    """The samples of a whole file, one channel, 16 kHz; raises TooLong or NotAudio."""
    import numpy as np  # noqa: PLC0415

    kind = kind_of(audio)
    if not kind:
        raise NotAudio("no kind of audio that is known begins like this")
    pieces: list[Samples] = []
    length = 0
    for piece in _by_av(audio, kind) if find_spec("av") else _by_soundfile(audio):
        length += len(piece)
        if length > MOST_SECONDS * HZ:
            raise TooLong
        pieces.append(piece)
    if not length:
        raise NotAudio("there is no sound in it")
    return np.nan_to_num(np.concatenate(pieces)).clip(-1, 1)


def kind_of(audio: bytes) -> str:
    """What a file is by its beginning; "" for nothing that is listened to."""
    for at, begins, kind in BEGINNINGS:
        if audio[at : at + len(begins)] == begins:
            return kind
    head = int.from_bytes(audio[:2], "big")
    if len(audio) > 1 and head & SYNC == SYNC:
        return "mp3" if head & LAYER_AAC else "aac"
    return ""


def _by_av(audio: bytes, kind: str) -> Iterator[Samples]:
    """By FFmpeg; a file that is broken in the middle ends there."""
    import av  # noqa: PLC0415

    try:
        with av.open(io.BytesIO(audio), "r", format=kind, metadata_errors="ignore") as file:
            if not file.streams.audio:
                raise NotAudio("there is no sound in it")
            resampler = av.AudioResampler(format="flt", layout="mono", rate=HZ)
            try:
                for frame in file.decode(file.streams.audio[0]):
                    frame.pts = None
                    yield from (one.to_ndarray()[0] for one in resampler.resample(frame))
            except av.error.InvalidDataError:
                pass
            yield from (one.to_ndarray()[0] for one in resampler.resample(None))
    except (av.error.FFmpegError, ValueError, OSError, MemoryError) as error:
        raise NotAudio(f"{kind}: {type(error).__name__}") from error


def _by_soundfile(audio: bytes) -> Iterator[Samples]:
    """By libsndfile, where PyAV is not there: Ogg, MP3, WAV and FLAC."""
    import soundfile  # noqa: PLC0415
    import soxr  # noqa: PLC0415

    try:
        with soundfile.SoundFile(io.BytesIO(audio)) as file:
            if file.frames > MOST_SECONDS * file.samplerate:
                raise TooLong
            samples = file.read(dtype="float32", always_2d=True).mean(axis=1)
            yield soxr.resample(samples, file.samplerate, HZ)
    except (RuntimeError, ValueError, OSError, MemoryError) as error:
        raise NotAudio(type(error).__name__) from error
