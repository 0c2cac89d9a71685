"""Reads the words of a language from its `.ftl` files, once.

A file that does not parse, or that says one key twice, is refused with its name and line: half a
message must never reach a person.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from fluent.syntax import FluentParser, ast

from locales.catalog import Catalog, Key, name_of
from locales.languages import SOURCE, Language, directories, language_of, languages
from locales.messages import Variables, variables_of
from locales.said import Messages

log = logging.getLogger(__name__)

OPEN_TO_PEOPLE = ("team", "native")
"""The review states in which a complete language is offered to people."""


Entry = ast.Message | ast.Term


class BrokenWords(Exception):  # noqa: N818 - the name says what is the matter
    """A file of words that cannot be used; says the file, the line and what is wrong."""


def catalog(language: str) -> Catalog:
    """The words of the language that serves a BCP 47 tag best; English for an unknown one.

    Raises BrokenWords if a file of it cannot be used.
    """
    return _load(language_of(language).code, directories())


def missing_words(language: str) -> frozenset[str]:
    """The keys for which a language has no words; empty when it is complete."""
    return catalog(language).missing


def offered() -> tuple[Language, ...]:
    """The languages residents may choose: complete, and read by somebody else than the writer."""
    return tuple(
        language
        for language in languages()
        if language.review_state in OPEN_TO_PEOPLE and not missing_words(language.code)
    )


def greeting(codes: tuple[str, ...] = (), **values: str) -> str:
    """The language question, each language in its own words; `codes` in the order to say them.

    Without codes, all languages that are offered. `values` are those of `language-line`.
    """
    chosen = codes or tuple(language.code for language in offered())
    return "\n".join(catalog(code).say("language-line", **values) for code in chosen)


@lru_cache(maxsize=64)
def _load(code: str, where: tuple[Path, ...]) -> Catalog:
    lent = _load(SOURCE, where) if code != SOURCE else None
    entries: dict[str, Entry] = {}
    sources: dict[str, str] = {}
    for path in where:
        for key, entry, source in _entries(path / code):
            entries[key], sources[key] = entry, source
    patterns = dict(_patterns(entries))
    missing = frozenset(name_of(*key) for key in lent.patterns.keys() - patterns) if lent else ()
    if missing:
        log.warning("%s lacks words, said in English: %s", code, ", ".join(sorted(missing)))
    messages = Messages(code, SOURCE, sources)
    return Catalog(code, messages, patterns, frozenset(missing), lent)


def _entries(folder: Path) -> Iterator[tuple[str, Entry, str]]:
    """Every message and term of one language in one directory: its key, itself, its source."""
    seen: dict[str, Path] = {}
    for path in sorted(folder.glob("*.ftl")):
        for key, entry, source in _parsed(path):
            if key in seen:
                raise BrokenWords(f"{path}: {key} is already in {seen[key]}")
            seen[key] = path
            yield key, entry, source


def _parsed(path: Path) -> Iterator[tuple[str, Entry, str]]:
    text = path.read_text(encoding="utf-8")
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            raise BrokenWords(f"{path}:{_line(text, entry)}: {entry.annotations[0].message}")
        if isinstance(entry, ast.Message | ast.Term) and entry.span is not None:
            hyphen = "-" if isinstance(entry, ast.Term) else ""
            source = text[entry.span.start : entry.span.end]
            yield f"{hyphen}{entry.id.name}", entry, source


def _line(text: str, junk: ast.Junk) -> int:
    """The line, from 1, on which the message that does not parse begins."""
    return text.count("\n", 0, text.index(junk.content or "")) + 1


def _patterns(entries: dict[str, Entry]) -> Iterator[tuple[Key, Variables]]:
    for key, entry in entries.items():
        if key.startswith("-"):
            continue
        if entry.value is not None:
            yield (key, None), variables_of(entry.value, entries)
        for attribute in entry.attributes:
            yield (key, attribute.id.name), variables_of(attribute.value, entries)
