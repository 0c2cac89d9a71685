"""Which model understands a language: folders told apart by their files, nothing loaded.

The directory holds a folder for each language, named by its tag, or is itself one multilingual
model; a folder for a language goes before the multilingual one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path

from accessibility.listen.tags import closest, whisper_name

TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
SPOKEN = re.compile(r"<\|([a-z]{2,3})\|>")


class Make(StrEnum):
    """Who made a model, by the package that runs it."""

    WHISPER = "faster-whisper"
    VOSK = "vosk"
    SHERPA = "sherpa-onnx"

    @property
    def module(self) -> str:
        """The module of the package."""
        return self.value.replace("-", "_")

    @property
    def way(self) -> str:
        """How to get the package."""
        return f"pip install 'linli[{EXTRAS[self]}]'"


EXTRAS = {Make.WHISPER: "stt", Make.VOSK: "stt-vosk", Make.SHERPA: "stt-sherpa"}


@dataclass(frozen=True, slots=True)
class Model:
    """A folder that can be listened with."""

    make: Make
    folder: Path


@dataclass(frozen=True, slots=True)
class Models:
    """The models of a directory: by tag in small letters, and a multilingual one.

    `tongues` are the languages of the multilingual one; `lacks` says what cannot be used and why.
    """

    own: Mapping[str, Model] = field(default_factory=dict)
    every: Model | None = None
    tongues: frozenset[str] = frozenset()
    lacks: tuple[str, ...] = ()

    def of(self, language: str) -> Model | None:
        """The model for a BCP 47 tag."""
        if tag := closest(language, self.own):
            return self.own[tag]
        return self.every if whisper_name(language) in self.tongues else None


def models_of(folder: Path) -> Models:
    """The models in a directory; never raises: what is wrong is in `lacks`."""
    lacks: list[str] = []
    try:
        inside = sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError as error:
        return Models(lacks=(f"{folder}: {error.strerror}",))
    own: dict[str, Model] = {}
    for path in inside:
        make = make_of(path)
        if make and TAG.fullmatch(path.name):
            own[path.name.lower()] = Model(make, path)
        elif TAG.fullmatch(path.name):
            lacks.append(f"{path}: {NOT_A_MODEL}")
    made = make_of(folder)
    every = Model(made, folder) if made is Make.WHISPER else None
    if made and every is None:
        lacks.append(f"{folder}: a model of one language belongs in a folder named by its tag")
    if not own and not made and not lacks:
        lacks.append(f"{folder}: {NOT_A_MODEL}")
    lacks += _missing({model.make for model in (*own.values(), *([every] if every else ()))})
    return Models(
        {tag: one for tag, one in own.items() if _runs(one.make)},
        every if every and _runs(every.make) else None,
        tongues(folder) if every else frozenset(),
        tuple(lacks),
    )


NOT_A_MODEL = "no model of faster-whisper, Vosk or sherpa-onnx is in it"


def make_of(folder: Path) -> Make | None:
    """Whose model a folder holds, by its files; None for none that we know."""
    if all((folder / name).is_file() for name in ("model.bin", "config.json", "tokenizer.json")):
        return Make.WHISPER
    if (folder / "am" / "final.mdl").is_file() or (folder / "final.mdl").is_file():
        return Make.VOSK
    if (folder / "tokens.txt").is_file() and next(folder.glob("*.onnx"), None):
        return Make.SHERPA
    return None


def tongues(folder: Path) -> frozenset[str]:
    """The languages of a Whisper model, as its tokenizer names them; English alone has none."""
    try:
        told = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
        wanted = set(json.loads((folder / "config.json").read_text(encoding="utf-8"))["lang_ids"])
        named = ((one["id"], SPOKEN.fullmatch(one["content"])) for one in told["added_tokens"])
        found = frozenset(name[1] for number, name in named if name and number in wanted)
    except (OSError, ValueError, KeyError, TypeError):
        found = frozenset()
    return found or frozenset({"en"})


def _runs(make: Make) -> bool:
    return find_spec(make.module) is not None


def _missing(makes: set[Make]) -> Iterator[str]:
    """The packages that these models need and that are not there."""
    for make in sorted(makes):
        if not _runs(make):
            yield f"{make} is missing: {make.way}"
