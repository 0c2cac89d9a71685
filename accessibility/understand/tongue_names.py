"""What languages are called: in themselves, and in each other; from CLDR, by way of Babel."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from accessibility.understand.spelling import folded
from locales.rules import ruled


@lru_cache(maxsize=256)
def language_names(tag: str, offered: tuple[str, ...]) -> frozenset[str]:
    """The names of a language, as plain words: its own, and those of the languages beside it.

    Empty for a tag that is none. With accents, and without them, as many write.
    """
    said = {name for other in {tag, *offered, *ruled()} for name in _names(tag, other)}
    return frozenset(plain for name in said for plain in _spellings(name))


def _names(tag: str, other: str) -> Iterator[str]:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - loaded where languages are asked

    try:
        locale, speaker = Locale.parse(tag, sep="-"), Locale.parse(other, sep="-")
    except (ValueError, UnknownLocaleError):
        return
    yield from filter(
        None, (locale.get_display_name(speaker), speaker.languages.get(locale.language))
    )


def _spellings(name: str) -> Iterator[str]:
    """A name as it is compared: an ideograph is a word by itself."""
    for said in (name, "".join(filter(_stays, unicodedata.normalize("NFD", name)))):
        yield " ".join(folded(said).split() if folded(said).isascii() else _apart(folded(said)))


def _apart(name: str) -> list[str]:
    return "".join(f" {ch} " if ch >= "㐀" else ch for ch in name).split()


def _stays(sign: str) -> bool:
    return not unicodedata.combining(sign)
