"""Which languages there are: a table in each directory of words, and the directories themselves.

The directory of this package is the first. An operator may add others, with a new language or with
better words for an old one; a later directory wins over an earlier one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import langcodes
from langcodes.tag_parser import LanguageTagError

TABLE = "languages.toml"
SOURCE = "en"
"""The language all others are compared with."""

FARTHEST = 25
"""How unlike two tags may be and still be served alike; `langcodes` counts 25 as "understood"."""

CHOICES = {
    "direction": ("ltr", "rtl"),
    "sms_alphabet": ("gsm7", "ucs2"),
    "review_state": ("draft", "team", "native"),
}


class LanguageTableError(Exception):
    """A table of languages that cannot be read; says the file, the entry and what is wrong."""


class UnknownLanguageError(Exception):
    """No words serve a language that was asked for; says which languages there are."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language as its table describes it; see the head of `languages.toml`."""

    code: str
    native_name: str
    english_name: str
    direction: str
    sms_alphabet: str
    voice: str
    review_state: str
    reviewer: str


_directories: list[Path] = [Path(__file__).parent]


def add_directory(path: Path) -> None:
    """Take words from this directory too; raises LanguageTableError if its table is wrong."""
    tuple(_read(path))
    if path not in _directories:
        _directories.append(path)
    _forget_what_was_read()


def forget_directory(path: Path) -> None:
    """Take no more words from a directory, if it was added."""
    if path in _directories[1:]:
        _directories.remove(path)
    _forget_what_was_read()


def directories() -> tuple[Path, ...]:
    """Where words are, the later ones winning."""
    return tuple(_directories)


@cache
def languages() -> tuple[Language, ...]:
    """Every language of every table, in the order of the tables."""
    found = {language.code: language for path in _directories for language in _read(path)}
    return tuple(found.values())


@cache
def language_of(tag: str) -> Language:
    """The language that serves a tag best: zh-CN is served by zh-Hans, an unknown one by English.

    The tag is a BCP 47 tag, with hyphens or underscores.
    """
    known = {language.code: language for language in languages()}
    wanted = tag.replace("_", "-")
    if wanted in known:
        return known[wanted]
    try:
        best, _ = langcodes.closest_match(wanted, list(known), max_distance=FARTHEST)
    except LanguageTagError:
        return known[SOURCE]
    return known.get(best, known[SOURCE])


def language_asked_for(tag: str) -> Language:
    """The language that serves a tag; English serves only who asks for it.

    Raises UnknownLanguageError, which names the languages there are.
    """
    found = language_of(tag)
    if found.code == SOURCE and tag.replace("_", "-").split("-")[0].lower() != SOURCE:
        codes = " ".join(language.code for language in languages())
        raise UnknownLanguageError(f"There are no words in {tag!r}. Choose from: {codes}")
    return found


def _forget_what_was_read() -> None:
    languages.cache_clear()
    language_of.cache_clear()


def _read(path: Path) -> Iterator[Language]:
    """The table of one directory; one without a table only adds words to known languages."""
    if not path.is_dir():
        raise LanguageTableError(f"{path}: there is no such directory")
    table = path / TABLE
    if table.exists():
        entries = tomllib.loads(table.read_text(encoding="utf-8")).get("language", [])
        for entry in entries:
            yield _checked(entry, table)


def _checked(entry: dict[str, str], table: Path) -> Language:
    names = {field.name for field in fields(Language)}
    if wrong := names ^ entry.keys():
        raise LanguageTableError(
            f"{table}: {entry.get('code', '?')}: missing or unknown: {', '.join(sorted(wrong))}"
        )
    for name, accepted in CHOICES.items():
        if entry[name] not in accepted:
            raise LanguageTableError(
                f"{table}: {entry['code']}: {name} is one of {', '.join(accepted)}"
            )
    if not langcodes.tag_is_valid(entry["code"]):
        raise LanguageTableError(f"{table}: {entry['code']} is no valid BCP 47 tag")
    return Language(**entry)
