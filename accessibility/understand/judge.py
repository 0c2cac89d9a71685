"""Whether a text says that somebody is in danger, in any language that has rules.

A judgement is made before anything else is read, and it says by which rules it was made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from accessibility.understand.codes import ASK, EMERGENCY, NONE, OUTCOMES
from accessibility.understand.firing import Finding, findings
from accessibility.understand.found import tags
from accessibility.understand.rulebook import rulebook_of
from accessibility.understand.rules import rules_of
from accessibility.understand.spelling import says_something

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|「[^」]*」|『[^』]*』|《[^》]*》")
GONE = "¤"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a text says of danger, of which class, and the rules that found it.

    `outcome`: the card at once (emergency), one calm question (ask), only the safeguarding lead
    is told (flag), or nothing (none). `danger_class` is "" where the outcome is none.
    """

    outcome: str = NONE
    danger_class: str = ""
    why: tuple[str, ...] = ()


@lru_cache(maxsize=4)
def judged(text: str, language: str) -> Judgement:
    """What a text says of danger, in the given language and in every one with rules.

    What is quoted is said by somebody else, unless nothing but a quotation was written.
    """
    outside = QUOTED.sub(GONE, text)
    meant = outside if says_something(outside) else text
    found = sorted(
        (one for tag in tags(language) for one in _dangers(meant, tag)),
        key=lambda one: OUTCOMES.index(one.outcome),
    )
    if not found:
        return Judgement()
    strongest = [one for one in found if one.outcome == found[0].outcome]
    why = tuple(dict.fromkeys(one.rule.name for one in found))
    return Judgement(found[0].outcome, strongest[0].rule.code, why)


def alarms(text: str, language: str) -> bool:
    """Whether a text needs an answer about danger: the card at once, or a question."""
    return judged(text, language).outcome in (EMERGENCY, ASK)


def claims_detection(language: str) -> bool:
    """Whether we may say that danger is noticed in this language: its rules have a reviewer."""
    return bool(rules_of(language).danger.get("reviewer"))


def _dangers(text: str, language: str) -> list[Finding]:
    return findings(text, rulebook_of(language), {"danger"})
