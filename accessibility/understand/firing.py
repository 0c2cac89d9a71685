"""Which rules find something in a text, and what their context leaves of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from accessibility.understand.codes import ANSWER, ASK, EMERGENCY, FLAG, KINDS, NONE
from accessibility.understand.index import Match, searched
from accessibility.understand.rulebook import Context, Rule, Rulebook, readings_in
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
    around, found, far = Surroundings(said, book), list[Finding](), list[Finding]()
    for rule, says in (book.answers if answers else book.index).candidates(said):
        for match in islice(searched(says, said), MOST):
            words = said.text[slice(*(match.gaps[-1] if match.gaps else match.span))]
            one = Finding(rule, _outcome(rule, match, around), *match.span, words)
            found.append(one)
            if one.outcome == NONE and rule.outcome == EMERGENCY and _is_far(rule, match, around):
                far.append(one)
    return tuple(_agreed(found, far))


def _is_far(rule: Rule, match: Match, around: Surroundings) -> bool:
    """Whether only words elsewhere in a sentence silence an alarm: nothing is said of itself."""
    gaps = _filled(match)
    return not any(
        context.effect == NONE
        and _concerns(context, rule)
        and around.touches(context, match.span, gaps)
        for context in around.present()
    )


def _agreed(found: list[Finding], far: list[Finding]) -> Iterator[Finding]:
    """Two alarms of two rules at two places are not both explained by a word elsewhere.

    Somebody in danger says more than one thing of it, and everyday words beside.
    """
    apart = max((one.start for one in far), default=0) >= min((one.end for one in far), default=1)
    heard = apart and len({one.rule.name for one in far}) > 1
    for one in found:
        yield replace(one, outcome=EMERGENCY) if heard and one in far else one


def _outcome(rule: Rule, match: Match, around: Surroundings) -> str:
    """What is left of a rule's outcome; NONE where it does not count here."""
    said, outcome = around.said, rule.outcome or rule.kind
    if rule.unless:
        first, last = said.sentence(*match.span)
        if any(first <= start < last for start, _ in around.excuses(rule)):
            return NONE
    gaps = _filled(match)
    for context in around.present():
        less = _weakened(outcome, context.effect)
        if less != outcome and _concerns(context, rule) and around.has(context, match.span, gaps):
            outcome = less
    return outcome


def _filled(match: Match) -> list[tuple[int, int]]:
    return [span for span in match.gaps if span[0] < span[1]]


def _concerns(context: Context, rule: Rule) -> bool:
    """Whether a context takes anything from a rule."""
    return rule.kind in (context.on or FREE) and context.name not in rule.whatever


def _weakened(outcome: str, effect: str) -> str:
    """An outcome after an effect. What is no danger is only ever taken away whole."""
    if effect == NONE:
        return NONE
    if effect == ASK and outcome == EMERGENCY:
        return ASK
    return FLAG if effect == FLAG and outcome in (EMERGENCY, ASK) else outcome
