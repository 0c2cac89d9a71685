"""What a longer reply means where a yes or a no is asked for: "no thank you dear, my son came".

A yes counts only if every word is known: a yes, or what may stand beside one. A no may be
explained in any words, unless they say the opposite. Somebody may come to harm by a yes that was
none, so all that is between the two is asked again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.understand.choice import NO, YES, YES_NO
from accessibility.understand.marking import AGAINST, BESIDE, TURNED, mark
from accessibility.understand.naming import Names
from accessibility.understand.rules import Rules

PHRASE = 6
"""The most words of one name or filler."""

MANY = 2
NEGATED, UNKNOWN = "negated", "unknown"
MARKS = {mark(YES): YES, mark(NO): NO, BESIDE: BESIDE, AGAINST: AGAINST, TURNED: NEGATED}


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause says: a yes, a no or neither; `known`: it holds no other word at all."""

    says: frozenset[str]
    known: bool
    against: bool


def yes_or_no(text: str, names: Names, rules: Rules) -> str:
    """What a marked reply says; "" for both or neither, or for more than a yes."""
    words = (part.split() for part in re.split("[,|]", text))
    clauses = [_clause(each, names, rules) for each in words if each]
    said = frozenset[str]().union(*(clause.says for clause in clauses))
    if any(clause.against for clause in clauses) or len(said & YES_NO) != 1:
        return ""
    if NO in said:
        return NO
    return YES if NEGATED not in said and all(clause.known for clause in clauses) else ""


def _clause(words: list[str], names: Names, rules: Rules) -> Clause:
    """What a clause says. A rule's no counts where the clause begins with it, whatever follows.

    A name counts only in a clause without unknown words, and without another name: two may say
    something else together. What a negation turns away says nothing.
    """
    parts = list(_parts(words, names, rules))
    kinds = {kind for kind, _ in parts}
    named = {phrase for kind, phrase in parts if phrase and kind in YES_NO}
    first = next((part for part in parts if part[0] != BESIDE), ("", ""))
    known = UNKNOWN not in kinds and (len(named) < MANY or first == (YES, ""))
    begins = first == (NO, "")
    if NEGATED in kinds:
        says = {NO} if begins else {NEGATED}
    else:
        says = {YES} if YES in kinds and (known or (YES, "") in parts) else set()
        says |= {NO} if begins or (known and NO in kinds) else set()
    return Clause(frozenset(says), known, AGAINST in kinds)


def _parts(words: list[str], names: Names, rules: Rules) -> Iterator[tuple[str, str]]:
    """What the words are, the longest phrases first, each with itself; "" where a rule says so."""
    at = 0
    while at < len(words):
        if words[at] in MARKS:
            yield MARKS[words[at]], ""
            at += 1
            continue
        size, kind = _phrase(words[at : at + PHRASE], names, rules)
        yield kind, " ".join(words[at : at + size])
        at += size


def _phrase(words: list[str], names: Names, rules: Rules) -> tuple[int, str]:
    """How many of the first words are a phrase that is known, and what it is."""
    for size in range(len(words), 0, -1):
        phrase = " ".join(words[:size])
        if code := names.code(phrase):
            return size, code if code in YES_NO else UNKNOWN
        if phrase in rules.polite:
            return size, BESIDE
        if phrase in rules.turning:
            return size, NEGATED
    return 1, UNKNOWN
