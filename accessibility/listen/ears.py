"""Which language is understood by what, as the worker told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from accessibility.listen.tags import closest, whisper_name


@dataclass(frozen=True, slots=True)
class Ears:
    """What a machine understands, by what; tags in small letters.

    `own` are models of one language, `every` names a multilingual one for all `tongues`. `lacks`
    says what cannot be used, and what is missing for it.
    """

    own: Mapping[str, str] = field(default_factory=dict)
    every: str = ""
    tongues: Sequence[str] = ()
    lacks: Sequence[str] = ()

    @property
    def any(self) -> bool:
        """Whether anything is understood at all."""
        return bool(self.languages)

    @property
    def languages(self) -> tuple[str, ...]:
        """Every tag that is understood."""
        return tuple(sorted({*self.own, *self.tongues}))

    def by(self, language: str) -> str:
        """What understands a BCP 47 tag, by the name of its package; "" for nothing."""
        if tag := closest(language, self.own):
            return self.own[tag]
        return self.every if whisper_name(language) in self.tongues else ""

    def hears(self, language: str) -> bool:
        """Whether a language is understood."""
        return bool(self.by(language))
