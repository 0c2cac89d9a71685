"""Which rules find something in a text, and what their context leaves of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from accessibility.understand.codes import ANSWER, ASK, EMERGENCY, FLAG, KINDS, NONE
from accessibility.understand.index import Match, searched
from accessibility.understand.rulebook import Rule, Rulebook, readings_in
from accessibility.understand.said import Said
from accessibility.understand.surroundings import Surroundings

FREE = frozenset(KINDS) - {ANSWER}
"""What contexts take away that name nothing: all but answers, for these are whole replies."""

MOST = 60
"""So many times one pattern is looked at in a text; nobody says the same thing more often."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that found something: with which outcome, where, and the words of its last gap."""

    rule: Rule
    outcome: str
    start: int
    end: int
    words: str


def findings(text: str, book: Rulebook, kinds: Collection[str]) -> list[Finding]:
    """What rules of some kinds find in a text, each as strong as its context leaves it.

    How it sounds is heard only where no rule says anything of what is written.
    """
    for said in readings_in(text, book):
        told = list(matches(said, book, kinds))
        if told:
            return [one for one in told if one.outcome != NONE]
    return []


def matches(said: Said, book: Rulebook, kinds: Collection[str]) -> Iterator[Finding]:
    """Everything that the rules say of a reading of a text, and what its context leaves of it."""
    told = _all(said, book, answers=ANSWER in kinds)
    return (one for one in told if one.rule.kind in kinds)


@lru_cache(maxsize=16)
def _all(said: Said, book: Rulebook, *, answers: bool) -> tuple[Finding, ...]:
    """What the rules of answers say, or all others: a text is asked for danger and for needs."""
    around, found = Surroundings(said, book), list[Finding]()
    for rule, says in (book.answers if answers else book.index).candidates(said):
        for match in islice(searched(says, said), MOST):
            words = said.text[slice(*(match.gaps[-1] if match.gaps else match.span))]
            found.append(Finding(rule, _outcome(rule, match, around), *match.span, words))
    return tuple(found)


def _outcome(rule: Rule, match: Match, around: Surroundings) -> str:
    """What is left of a rule's outcome; NONE where it does not count here."""
    said, outcome = around.said, rule.outcome or rule.kind
    if rule.unless:
        first, last = said.sentence(*match.span)
        if any(first <= start < last for start, _ in around.excuses(rule)):
            return NONE
    gaps = [span for span in match.gaps if span[0] < span[1]]
    for context in around.present():
        less = _weakened(outcome, context.effect)
        concerns = rule.kind in (context.on or FREE)
        if less == outcome or not concerns or context.name in rule.whatever:
            continue
        if around.has(context, match.span, gaps):
            outcome = less
    return outcome


def _weakened(outcome: str, effect: str) -> str:
    """An outcome after an effect. What is no danger is only ever taken away whole."""
    if effect == NONE:
        return NONE
    if effect == ASK and outcome == EMERGENCY:
        return ASK
    return FLAG if effect == FLAG and outcome in (EMERGENCY, ASK) else outcome
