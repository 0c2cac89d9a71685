"""Whether the rules of a language do what their own examples say: each example is a test."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.understand.firing import findings
from accessibility.understand.found import WORKING
from accessibility.understand.rulebook import Rule, Rulebook, rulebook_of


def unproven(language: str) -> Iterator[str]:
    """Everything that is wrong with the rules of a language, each in a line for their author."""
    book = rulebook_of(language)
    yield from book.problems
    for rule in book.rules:
        yield from (f"{rule.name}: {problem}" for problem in rule.unless.problems())
        for text in rule.example:
            if (told := _told(rule, text, book)) != (rule.outcome or rule.kind):
                yield f"{rule.name}: example '{text}': {told or 'not found'}"
        for text in rule.never:
            if told := _told(rule, text, book):
                yield f"{rule.name}: never '{text}': found ({told})"


def _told(rule: Rule, text: str, book: Rulebook) -> str:
    """The strongest outcome by which a rule finds something in a text, or ""."""
    kinds = WORKING if rule.kind in WORKING else {rule.kind}
    told = {one.outcome for one in findings(text, book, kinds) if one.rule is rule}
    return rule.outcome if rule.outcome in told else min(told, default="")
