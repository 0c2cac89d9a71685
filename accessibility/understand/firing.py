"""Which rules find something in a text, and what their context leaves of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from accessibility.understand.codes import ASK, EMERGENCY, FLAG, KINDS, NONE
from accessibility.understand.index import Match, searched
from accessibility.understand.rulebook import Rule, Rulebook, readings_in
from accessibility.understand.said import Said
from accessibility.understand.surroundings import Surroundings

FREE = frozenset(KINDS) - {"answer"}
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
    around = Surroundings(said, book)
    for rule, says in book.index.candidates(said):
        if rule.kind not in kinds:
            continue
        for match in islice(searched(says, said), MOST):
            words = said.text[slice(*(match.gaps[-1] if match.gaps else match.span))]
            yield Finding(rule, _outcome(rule, match, around), *match.span, words)


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
