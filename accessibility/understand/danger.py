"""Words that cannot be anything but danger now: a short literal list in every language.

A phrase counts as the whole reply; those marked `anywhere` count inside a longer one, unless they
are negated, quoted or part of an idiom. Such a list finds little, so a language claims detection
only when somebody has reviewed its list, and "Are you safe now?" is asked all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from accessibility.understand.rules import Rules, rules_of
from accessibility.understand.spelling import Spelling, once, says_something, unmarked
from locales.rules import ruled

NEVER = re.compile(r"(?!)")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|「[^」]*」|『[^』]*』|《[^》]*》")
_GONE = "¤"


@dataclass(frozen=True, slots=True)
class DangerList:
    """The phrases of one language, ready to be looked for."""

    spelling: Spelling
    whole: frozenset[str]
    fillers: re.Pattern[str]
    anywhere: re.Pattern[str]
    harmless: re.Pattern[str]

    def hears(self, text: str) -> bool:
        """Whether the text says that somebody is in danger now."""
        plain = self.spelling.plain(text)
        if {plain, once(unmarked(self.fillers.sub("", plain)))} & self.whole:
            return True
        return bool(self.anywhere.search(plain)) and self._means_it(text)

    def _means_it(self, text: str) -> bool:
        outside = _QUOTED.sub(_GONE, text)
        said = outside if says_something(outside) else text
        meant = self.harmless.sub(_GONE, self.spelling.marked(said))
        return bool(self.anywhere.search(unmarked(meant)))


def says_a_phrase(text: str, language: str) -> bool:
    """Whether a reply is explicit danger, in the person's language or in any with a list."""
    return any(
        danger_list(rules_of(name)).hears(text) for name in dict.fromkeys((language, *ruled()))
    )


@lru_cache(maxsize=64)
def danger_list(rules: Rules) -> DangerList:
    """The list in a language's rules; one that hears nothing for a language without rules."""
    data, spelling = rules.danger, rules.spelling
    phrases: list[Mapping[str, Any]] = data.get("phrases", [])
    anywhere = [spelling.plain(phrase["text"]) for phrase in phrases if phrase.get("anywhere")]
    idioms = [spelling.plain(idiom) for phrase in phrases for idiom in phrase.get("unless", ())]
    negated = [
        f"{spelling.plain(negation)} {phrase}"
        for negation in data.get("negations", ())
        for phrase in anywhere
    ]
    fillers = [spelling.plain(filler) for filler in data.get("fillers", ())]
    return DangerList(
        spelling=spelling,
        whole=frozenset(spelling.plain(phrase["text"]) for phrase in phrases),
        fillers=_any_of([*rules.polite, *fillers]),
        anywhere=_any_of(anywhere),
        harmless=_any_of([*idioms, *negated]),
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole phrases; the longest is tried first."""
    longest = sorted(phrases, key=len, reverse=True)
    if not longest:
        return NEVER
    return re.compile(rf"(?<![^ ])(?:{'|'.join(map(re.escape, longest))})(?![^ ])")
