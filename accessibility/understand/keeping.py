"""A language's book of rules as it was made once: to restore it takes a fraction of the time.

It is a pickle, which may hold anything: it lies beside the rules and the code, as trusted as they.
"""

from __future__ import annotations

import pickle
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import TypeVar

from locales.kept import keep, kept

T = TypeVar("T")


def restored(language: str, kind: type[T]) -> T | None:
    """The book that this code made of these rules; None if it was not, or cannot be read."""
    found = kept(language, _code())
    if found is None:
        return None
    try:
        book = pickle.loads(found)  # noqa: S301 - said above
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it is made anew
        return None
    return book if isinstance(book, kind) else None


def stored(language: str, book: T) -> T:
    """The book, kept for the next time where it can be."""
    with suppress(RecursionError, pickle.PicklingError):
        keep(language, _code(), pickle.dumps(book, pickle.HIGHEST_PROTOCOL))
    return book


@cache
def _code() -> bytes:
    """A digest of the code that makes a book."""
    digest = blake2b()
    for source in sorted(files(__package__ or "").iterdir(), key=lambda one: one.name):
        if source.name.endswith(".py"):
            digest.update(source.read_bytes())
    return digest.digest()
