"""The words of one language, by key.

Words are Project Fluent messages. Isolation marks (U+2068, U+2069) around values are off: they
cost room in an SMS and force it into UCS-2, and some voices and braille displays say them aloud.
A right-to-left language that mixes scripts writes the marks into its own messages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from locales.messages import NONE, Variables
from locales.said import Messages

Key = tuple[str, str | None]
"""A message, or one attribute of it."""


class MissingWords(Exception):  # noqa: N818 - the name says what is the matter
    """There are no words for this key, or a value they need was not given; names both."""


@dataclass(frozen=True, slots=True, eq=False)
class Catalog:
    """The words of one language.

    What an incomplete language lacks is said in English; `missing` names those keys.
    """

    language: str
    messages: Messages
    patterns: Mapping[Key, Variables]
    missing: frozenset[str] = frozenset()
    lent: Catalog | None = None
    said: dict[Key, str] = field(default_factory=dict)
    """What takes no values is put together once: most of what is said are such labels."""

    def say(self, key: str, attribute: str | None = None, **values: str | int | None) -> str:
        """The text for a key, its variables filled in.

        An optional value may be left out, None or "". Values that the words do not use are
        ignored. Raises MissingWords for an unknown key, or a value that is needed and not given.
        """
        owner = self._owner(key, attribute)
        if (known := owner.said.get((key, attribute))) is not None:
            return known
        variables = owner.patterns[key, attribute]
        given = _given(values, variables.optional)
        text, errors = owner.messages.text(key, attribute, given)
        if errors:
            raise MissingWords(f"{owner.language}: {name_of(key, attribute)}: {errors[0]}")
        told = tidy(text)
        if not variables.all:
            owner.said[key, attribute] = told
        return told

    def has(self, key: str, attribute: str | None = None) -> bool:
        """Whether there are words for a key, here or lent by English; never raises."""
        here = (key, attribute) in self.patterns
        return here or (self.lent is not None and self.lent.has(key, attribute))

    def keys(self) -> frozenset[str]:
        """Every key this language has words of its own for; "key.attribute" for attributes."""
        return frozenset(name_of(key, attribute) for key, attribute in self.patterns)

    def variables(self, key: str, attribute: str | None = None) -> frozenset[str]:
        """The values the words for a key take; raises MissingWords for an unknown key."""
        return self._owner(key, attribute).patterns[key, attribute].all

    def optional(self, key: str, attribute: str | None = None) -> frozenset[str]:
        """The values of these that may be missing: the words have a sentence without them."""
        return self._owner(key, attribute).patterns[key, attribute].optional

    def _owner(self, key: str, attribute: str | None) -> Catalog:
        """The catalog whose words are said for a key."""
        if (key, attribute) in self.patterns:
            return self
        if self.lent is None:
            raise MissingWords(f"no words for {name_of(key, attribute)}")
        return self.lent._owner(key, attribute)  # noqa: SLF001 - another of its own kind


def name_of(key: str, attribute: str | None) -> str:
    """How a key is written: "ask-need", "ask-need.hint"."""
    return f"{key}.{attribute}" if attribute else key


def tidy(text: str) -> str:
    """Text without the gaps that a left-out sentence leaves: no empty lines, no double spaces."""
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _given(
    values: Mapping[str, str | int | None], optional: frozenset[str]
) -> dict[str, str | int]:
    """The values that are there, and `none` for each optional one that is not."""
    there = {name: value for name, value in values.items() if value is not None and value != ""}
    return dict.fromkeys(optional - there.keys(), NONE) | there
