"""Which voice speaks a language: the operator's own first, then espeak-ng's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import locales

INSTEAD = {("1.51", "cmn"): "cmn-latn-pinyin"}
"""Voices that are broken in a version of espeak-ng, and the one that reads the same text there.

1.51 (Debian 12) says Mandarin with English digits for its tones; its pinyin voice reads
characters as they should be.
"""

UNFIT = frozenset({"ja"})
"""Languages whose voice cannot read their usual script: Japanese kanji are left out."""

OTHER_NAMES = {"zh": "cmn", "no": "nb", "tl": "fil", "iw": "he"}
"""What espeak-ng, by ISO 639-3, calls the language of a tag."""


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices of this machine; `engine` names the one of espeak-ng with its version.

    `found` are its voices, by language tag in small letters; `own` the operator's, likewise.
    `lacks` says what cannot be used, and why.
    """

    engine: str = ""
    version: str = ""
    found: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    lacks: str = ""

    @property
    def any(self) -> bool:
        """Whether there is any voice at all."""
        return bool(self.found or self.own)

    def of(self, language: str) -> str:
        """The name of the voice that speaks a BCP 47 tag; "" where none does."""
        tag = language.lower()
        primary = tag.partition("-")[0]
        for one in (tag, primary):
            if one in self.own:
                return self.own[one]
        listed = {one.code.lower(): one.voice for one in locales.languages()}
        if primary in UNFIT or listed.get(tag) == "":
            return ""
        wanted = (listed.get(tag, ""), tag, OTHER_NAMES.get(primary, ""), primary)
        named = next((voice for one in wanted if (voice := self._named(one))), "")
        return named or self._dialect(primary)

    def speaks(self, language: str) -> bool:
        """Whether any voice speaks it."""
        return bool(self.of(language))

    def _dialect(self, primary: str) -> str:
        """The first voice of any dialect of a language."""
        tags = sorted(tag for tag in self.found if tag.partition("-")[0] == primary)
        return self.found[tags[0]] if tags else ""

    def _named(self, name: str) -> str:
        for (version, broken), good in INSTEAD.items():
            if name == broken and self.version.startswith(version):
                name = good
        return self.found.get(name.lower(), "")
