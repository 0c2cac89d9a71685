"""Several options in one reply: "1 3", "13", "food and medicine"; all of it is read, or none."""

from __future__ import annotations

from accessibility.prompt import Prompt
from accessibility.understand.choice import asks_back, one
from accessibility.understand.naming import Names, names_of
from accessibility.understand.rules import Rules, stripped
from accessibility.understand.spelling import BREAK, COMMA, unmarked

LONGEST = 60
"""The most words in which a list of options is looked for."""
_MARKS = (COMMA, BREAK, "&", "+")


def many(text: str, prompt: Prompt, rules: Rules) -> tuple[str, ...]:
    """The codes of all options a reply lists, in the order said; none if any part is doubtful."""
    alone = one(text, prompt, rules)
    if alone or asks_back(text, prompt):
        return (alone,) if alone else ()
    names = names_of(prompt, rules)
    said = stripped(rules.spelling.marked(text), _MARKS[:2])
    polite = stripped(said, (*rules.polite, *_MARKS[:2]))
    chosen = stripped(polite, rules.choosing, end=False)
    needed = stripped(chosen, rules.needing, end=False)
    listings = (
        _listed(words.split(), names, rules)
        for words in dict.fromkeys((said, polite, chosen, needed))
    )
    return _run_together(chosen, names) or next(filter(None, listings), ())


def _run_together(said: str, names: Names) -> tuple[str, ...]:
    """What "13" names where 1 and 3 are options: each digit its own key."""
    codes = tuple(names.keys.get(digit, "") for digit in said)
    return codes if said.isdecimal() and _each_once(codes) else ()


def _listed(words: list[str], names: Names, rules: Rules) -> tuple[str, ...]:
    """The options that a list of names gives, if one way to read it names none twice."""
    ways = _ways(words, names, rules) if len(words) <= LONGEST else set()
    likely = [codes for codes in ways if _each_once(codes)]
    return likely[0] if len(likely) == 1 else ()


def _each_once(codes: tuple[str, ...]) -> bool:
    return all(codes) and len(set(codes)) == len(codes)


def _ways(words: list[str], names: Names, rules: Rules) -> set[tuple[str, ...]]:
    """Every way to read words as names with separators between, worked out from the end."""
    ways: list[set[tuple[str, ...]]] = [*(set() for _ in words), {()}]
    for start in range(len(words) - 1, -1, -1):
        for end in range(start + 1, len(words) + 1):
            code = _name(words[start:end], names)
            for rest in _rests(words, start, end, rules) if code else ():
                ways[start] |= {(code, *codes) for codes in ways[rest]}
    return ways[0]


def _name(words: list[str], names: Names) -> str:
    if {words[0], words[-1]} & {COMMA, BREAK}:
        return ""
    return names.code(unmarked(" ".join(words)))


def _rests(words: list[str], start: int, end: int, rules: Rules) -> tuple[int, ...]:
    """Where the next name begins after one that ends; nowhere if nothing separates the two.

    Between numbers a space is enough.
    """
    if end == len(words):
        return (end,)
    begun = end + _separators(words[end:], rules)
    if begun > end:
        return (begun,) if begun < len(words) else ()
    number = end == start + 1 and {words[start], words[end]} <= rules.numbers.keys()
    return (end,) if number else ()


def _separators(words: list[str], rules: Rules) -> int:
    """How many words at the beginning only separate: commas, "and"."""
    for mark in (*_MARKS, *rules.joins):
        parts = mark.split()
        if words[: len(parts)] == parts:
            return len(parts) + _separators(words[len(parts) :], rules)
    return 0
