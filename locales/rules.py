"""The rules of each language as plain data: how replies are understood, how things are said aloud.

A language keeps them in `<language>/understand.toml` and `<language>/speech.toml`; one without
the first is answered by keys and labels alone, one without the second says digits one by one.
Rules of what free words say stand in `<language>/understand/*.toml`, a file for what they are
about. A later directory of words wins over an earlier one, as it does for words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from locales.languages import directories

UNDERSTAND = "understand.toml"
SPEECH = "speech.toml"
VOCABULARY = "vocabulary.toml"
SOUNDS = "sounds.toml"


def ruled() -> tuple[str, ...]:
    """The languages that have rules of understanding, in alphabetical order."""
    return tuple(sorted(_files(UNDERSTAND, directories())))


def rules(language: str) -> Mapping[str, Any]:
    """The rules for a BCP 47 tag, if need be of another tag of that language; or empty."""
    return _read(UNDERSTAND, language, directories())


def rule_files(language: str) -> Mapping[str, str]:
    """The texts of the files in the folder of rules for a BCP 47 tag, by their names."""
    return {
        f"{one.parent.name}/{one.name}": one.read_text(encoding="utf-8")
        for one in rule_paths(language)[1:]
    }


def rule_paths(language: str) -> tuple[Path, ...]:
    """The file of rules for a BCP 47 tag and those of its folder; none where it has no rules."""
    where = directories()
    name = _serving(UNDERSTAND, language, where)
    if not name:
        return ()
    file = _files(UNDERSTAND, where)[name]
    return (file, *sorted(file.with_suffix("").glob("*.toml")))


def sources(language: str) -> tuple[Path | None, ...]:
    """The files by which a BCP 47 tag is understood; where these are the same, so is all else."""
    return _sources(language, directories())


def vocabulary(language: str) -> str:
    """The common words of a language, each between two spaces; "" where they are not listed."""
    listed = _read(VOCABULARY, language, directories()).get("words", "")
    return f" {' '.join(listed.split())} "


def sounds(language: str) -> Mapping[str, str]:
    """How each character of a language sounds, in Latin letters; empty for letters that do."""
    listed = _read(SOUNDS, language, directories()).get("syllables", {})
    return {sign: syllable for syllable, signs in listed.items() for sign in signs}


def words_alone(language: str) -> frozenset[str]:
    """The characters that are words by themselves in a language whose sounds are listed."""
    return frozenset(_read(SOUNDS, language, directories()).get("alone", ""))


def said_aloud(language: str) -> Mapping[str, Any]:
    """How the language of a BCP 47 tag says digits, signs and short forms; or empty."""
    return _read(SPEECH, language, directories())


def ruled_as(language: str) -> str:
    """The language whose rules serve a BCP 47 tag, or "": zh-CN is understood as zh-Hans."""
    return _serving(UNDERSTAND, language, directories())


def _read(file: str, language: str, where: tuple[Path, ...]) -> Mapping[str, Any]:
    name = _serving(file, language, where)
    return _parsed(_files(file, where)[name]) if name else {}


@lru_cache(maxsize=256)
def _sources(language: str, where: tuple[Path, ...]) -> tuple[Path | None, ...]:
    name = _serving(UNDERSTAND, language, where)
    return tuple(_files(one, where).get(name) for one in (UNDERSTAND, VOCABULARY, SOUNDS))


@lru_cache(maxsize=256)
def _serving(file: str, language: str, where: tuple[Path, ...]) -> str:
    return _closest(language.replace("_", "-").casefold(), _files(file, where))


@lru_cache(maxsize=64)
def _parsed(file: Path) -> Mapping[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def _files(file: str, where: tuple[Path, ...]) -> Mapping[str, Path]:
    return {path.parent.name: path for folder in where for path in folder.glob(f"*/{file}")}


def _closest(wanted: str, files: Mapping[str, Path]) -> str:
    """The folder for a tag: zh-CN and zh-Hant read the rules of zh-Hans."""
    exact = (name for name in files if name.casefold() == wanted)
    same = (name for name in files if _primary(name) == _primary(wanted))
    return next(exact, "") or next(same, "")


def _primary(tag: str) -> str:
    return tag.casefold().partition("-")[0]
