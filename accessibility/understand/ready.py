"""Whether rules are at hand for a text; reading them takes seconds of a processor.

They are read when somebody first writes words, not before: who only presses buttons needs none.
"""

from __future__ import annotations

from collections.abc import Hashable
from threading import Lock

from accessibility.understand.rulebook import rulebook_of
from locales.rules import ruled, sources

KEY = 2
"""So many digits are a key at most; it names an option, and is read without rules."""

_one_at_a_time = Lock()
_read: set[Hashable] = set()


def is_ready(text: str) -> bool:
    """Whether a text is understood at once."""
    said = text.strip()
    is_key = len(said) <= KEY and (not said or said.isdecimal())
    return is_key or all(sources(tag) in _read for tag in ruled())


def get_ready() -> None:
    """Read the rules of every language; whoever comes meanwhile waits for the same reading."""
    with _one_at_a_time:
        for tag in ruled():
            rulebook_of(tag)
            _read.add(sources(tag))
