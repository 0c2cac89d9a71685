"""Audio that was made before, in a directory of a limited size.

Only words that are everybody's are kept: a prompt without anybody's name, address or answers.
Whoever speaks decides that (`Speaker.say(keep=True)`). Several processes may share a directory:
a file appears whole or not at all, and may be gone at any time.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from accessibility.speech.segment import Speech
from accessibility.voice.sound import Format, Manner

PART = ".part"
LEFT_AFTER_S = 3600.0
"""A part so old is of a process that ended in the middle."""


def key_of(speech: Speech, manner: Manner, voices: str) -> str:
    """The name of an utterance: its words, silences, rate, gain, format and the voices there are.

    No name of a file tells what is said in it.
    """
    told = [[one.language, one.text, one.pause] for one in speech]
    written = json.dumps([voices, told, manner.rate, manner.gain, manner.format.value])
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


class Cache:
    """A directory of audio; the files used longest ago go when it is full (`limit` in bytes)."""

    def __init__(self, folder: Path, limit: int) -> None:
        self.folder = folder
        self.limit = limit

    def get(self, key: str, kind: Format) -> bytes | None:
        """The audio, or None; being asked for makes it young again."""
        path = self._path(key, kind)
        try:
            audio = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return audio if audio.startswith(kind.begins) else None

    def put(self, key: str, kind: Format, audio: bytes) -> None:
        """Keep audio, if it fits at all; raises OSError if the directory cannot be written."""
        if len(audio) > self.limit:
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._path(key, kind)
        part = path.with_name(f"{path.name}.{os.getpid()}-{secrets.token_hex(4)}{PART}")
        try:
            with part.open("wb") as file:
                file.write(audio)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        self._trim()

    def _path(self, key: str, kind: Format) -> Path:
        return self.folder / f"{key}.{kind.value}"

    def _trim(self) -> None:
        """Delete the oldest files until the rest is within the limit."""
        files = sorted(self._files())
        size = sum(one[1] for one in files)
        for _, its_size, path in files:
            if size <= self.limit:
                break
            with suppress(OSError):
                path.unlink(missing_ok=True)
            size -= its_size

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """Age, size and path of each file; what a dead process left is deleted."""
        kinds = tuple(f".{kind.value}" for kind in Format)
        for path in self.folder.iterdir():
            with suppress(OSError):
                known = path.stat()
                if path.name.endswith(kinds):
                    yield known.st_mtime, known.st_size, path
                elif path.name.endswith(PART) and known.st_mtime < time.time() - LEFT_AFTER_S:
                    path.unlink(missing_ok=True)
