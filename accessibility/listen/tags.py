"""Which of some tags a language is understood by: its own, its language's, another dialect's."""

from __future__ import annotations

from collections.abc import Iterable

OTHER_NAMES = {"nb": "no", "nn": "no", "fil": "tl", "iw": "he", "jv": "jw", "cmn": "zh"}
"""What Whisper calls the language of a tag."""


def closest(language: str, tags: Iterable[str]) -> str:
    """The tag, in small letters, that serves a BCP 47 tag; "" where none does."""
    tag = language.lower()
    primary = tag.partition("-")[0]
    known = sorted(tags)
    alike = [one for one in known if one.partition("-")[0] == primary]
    return next((one for one in (tag, primary) if one in known), next(iter(alike), ""))


def whisper_name(language: str) -> str:
    """The name that Whisper has for the language of a tag."""
    primary = language.lower().partition("-")[0]
    return OTHER_NAMES.get(primary, primary)
