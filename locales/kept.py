"""What was made of a language's rules, kept beside them, as Python keeps what it makes of modules.

It is found again only if the same code made it of the same files. Where nothing can be written it
is made each time anew; whoever may write there may change the code as well.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from locales.rules import rule_paths, sources

FOLDER = "__pycache__"


def kept(language: str, made_by: bytes) -> bytes | None:
    """What was kept of the rules for a BCP 47 tag; None if that was made otherwise, or not yet."""
    path, mark = _path(language), _mark(language, made_by)
    try:
        found = path.read_bytes()
    except OSError:
        return None
    return found[len(mark) :] if found.startswith(mark) else None


def keep(language: str, made_by: bytes, made: bytes) -> None:
    """Keep it, whole or not at all; several processes may do so at a time."""
    path = _path(language)
    written = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        written.write_bytes(_mark(language, made_by) + made)
        written.replace(path)


def _path(language: str) -> Path:
    first = next(iter(rule_paths(language)))
    return first.parent / FOLDER / f"{first.stem}.{sys.implementation.cache_tag}.kept"


def _mark(language: str, made_by: bytes) -> bytes:
    """A digest of everything it is made of."""
    digest = blake2b(made_by)
    for content in _contents(language):
        digest.update(blake2b(content).digest())
    return digest.digest()


def _contents(language: str) -> Iterator[bytes]:
    """The files of the language, and how we read them."""
    ours = Path(__file__).with_name("rules.py")
    for path in dict.fromkeys((ours, *rule_paths(language), *filter(None, sources(language)))):
        yield path.read_bytes()
