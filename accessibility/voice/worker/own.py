"""The operator's own voices: a folder for each language, with a `voice.toml` that says how.

    voices/en/voice.toml      command = ["piper", "--model", "en.onnx", "--output-file", "-"]
    voices/en/voice.toml      reader = "hibari"     # the extra voice-en

A command runs in its folder, gets the text on standard input (UTF-8, one line), and gives a WAV
file of 16 bits and one channel on standard output. In its words, {speed} becomes how fast is
wanted (1 is usual, 0.5 half as fast) and {stretch} its opposite.
"""

from __future__ import annotations

import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accessibility.voice.worker.reader import USUAL_RATE, Reader, Sound, sound_of

FILE = "voice.toml"
LONGEST_S = 120.0
"""So long a command may take for one sentence."""


class OwnVoiceError(Exception):
    """A folder whose voice cannot be used; says the file and what is wrong."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program that reads aloud."""

    words: tuple[str, ...]
    folder: Path

    def read(self, voice: str, text: str, rate: int) -> Sound:
        """Run it once; raises OSError if it fails or takes too long."""
        del voice
        speed = rate / USUAL_RATE
        words = [
            word.replace("{speed}", f"{speed:.2f}").replace("{stretch}", f"{1 / speed:.2f}")
            for word in self.words
        ]
        try:
            done = subprocess.run(  # noqa: S603 - the operator's own program
                words,
                input=f"{text}\n".encode(),
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self.folder,
                timeout=LONGEST_S,
                check=True,
            )
        except subprocess.SubprocessError as error:
            raise OSError(f"{self.words[0]}: {type(error).__name__}") from error
        return sound_of(done.stdout)


class Hibari:
    """English by `hibari-tts`, whose weights come with it: nothing is downloaded."""

    def __init__(self) -> None:
        import hibari  # noqa: PLC0415

        self._engine = hibari.Hibari()

    def read(self, voice: str, text: str, rate: int) -> Sound:
        """The sound of a text."""
        import numpy as np  # noqa: PLC0415

        del voice
        audio = self._engine(text, speed=rate / USUAL_RATE)
        samples = (np.clip(audio, -1, 1) * 32767).astype("<i2").tobytes()
        return Sound(samples, int(self._engine.sample_rate))


def entries(folder: Path) -> list[Path]:
    """The entry of each language; raises OwnVoiceError if there is no such folder."""
    if not folder.is_dir():
        raise OwnVoiceError(f"{folder}: there is no such folder")
    return sorted(folder.glob(f"*/{FILE}"))


def reader_of(path: Path) -> Reader:
    """What reads aloud by an entry; raises OwnVoiceError if it cannot be used."""
    try:
        told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise OwnVoiceError(f"{path}: {error}") from error
    command = told.get("command")
    if isinstance(command, list) and command and all(isinstance(one, str) for one in command):
        return Command(tuple(command), path.parent)
    if told.get("reader") == "hibari":
        try:
            return Hibari()
        except ImportError as error:
            raise OwnVoiceError(f"{path}: pip install 'linli[voice-en]'") from error
    raise OwnVoiceError(f'{path}: it has no command = [...] and no reader = "hibari"')
