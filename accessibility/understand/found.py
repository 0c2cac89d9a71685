"""What free words say: needs, when, for whom, what we must know; found to be proposed, never kept.

Every code was found by a rule of a language's data, and `why` names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from accessibility.understand.codes import UNKNOWN, URGENCIES, WHOM
from accessibility.understand.disguise import marked_again
from accessibility.understand.firing import Finding, findings
from accessibility.understand.rulebook import rulebook_of
from locales.rules import ruled, ruled_as

OTHER = "other"
UNSPACED = re.compile(r"(?<=[㐀-鿿]) (?=[㐀-鿿\d])|(?<=\d) (?=[㐀-鿿])")
"""A space that Chinese has not: 中 山 路 12 号."""

WORKING = frozenset({"need", "urgency", "whom", "must_know", "language", "place", "command"})
"""What rules may find besides danger."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a text; codes of the vocabulary, empty or "unknown" where nothing was.

    `place` holds words that name a place, `language` the tag of the language that is asked for,
    `command` what the person wants of us instead of help.
    """

    needs: tuple[str, ...] = ()
    urgency: str = UNKNOWN
    for_whom: str = ""
    accommodations: tuple[str, ...] = ()
    language: str = ""
    place: str = ""
    command: str = ""
    why: tuple[str, ...] = ()


def found(text: str, language: str) -> Found:
    """What a text says, by the rules of a language and of every other that has any."""
    counting = _counting(text, language)
    needs = _codes(counting, "need")
    return Found(
        needs=tuple(leaf for leaf in needs if leaf != OTHER or needs == (OTHER,)),
        urgency=min(_codes(counting, "urgency"), key=URGENCIES.index, default=UNKNOWN),
        for_whom=max(_codes(counting, "whom"), key=WHOM.index, default=""),
        accommodations=_codes(counting, "must_know"),
        language=next(iter(_codes(counting, "language")), ""),
        place=next((_place(one, text) for one in counting if one.rule.kind == "place"), ""),
        command=next(iter(_codes(counting, "command")), ""),
        why=tuple(dict.fromkeys(one.rule.name for one in counting)),
    )


def urgencies(text: str, language: str) -> tuple[str, ...]:
    """Every urgency that a text says, in the order of the words; several contradict each other."""
    return _codes(_counting(text, language), "urgency")


def tags(language: str) -> tuple[str, ...]:
    """A language and every other one with rules: people write in more than one."""
    return tuple(filter(None, dict.fromkeys((ruled_as(language), *ruled()))))


def _counting(text: str, language: str) -> list[Finding]:
    listed = [one for tag in tags(language) for one in _findings(text, tag)]
    timed = [one for one in listed if one.rule.kind == "urgency"]
    return [one for one in listed if not _is_within_another(one, timed)]


def _findings(text: str, language: str) -> list[Finding]:
    return findings(text, rulebook_of(language), WORKING)


def _is_within_another(one: Finding, listed: Iterable[Finding]) -> bool:
    """Whether a longer finding of the same kind says something else: "the day after tomorrow"."""
    return any(
        one.rule.kind == "urgency"
        and other.rule.code != one.rule.code
        and other.start <= one.start
        and one.end <= other.end
        and other.end - other.start > one.end - one.start
        and other.rule.name.partition(":")[0] == one.rule.name.partition(":")[0]
        for other in listed
    )


def _place(one: Finding, text: str) -> str:
    return UNSPACED.sub("", marked_again(one.words.strip(" ,"), text))


def _codes(listed: Iterable[Finding], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.rule.code for one in listed if one.rule.kind == kind))
