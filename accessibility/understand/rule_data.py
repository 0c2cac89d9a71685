"""What may stand in a rule, and what is said to the person who wrote something else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from accessibility.understand.codes import ASK, EMERGENCY, FLAG, KINDS, NONE, OUTCOMES
from accessibility.understand.parts import PatternError
from accessibility.understand.patterns import Language, Pattern, pattern_of

PLACES = ("before", "clause", "sentence", "text", "around")
OF_A_FILE = {"rules", "lists"}
OF_A_CONTEXT = {"name", "effect", "within", "on", "unless", *PLACES}
OF_A_RULE = {"id", "finds", "outcome", "says", "unless", "whatever", "example", "never"}
LISTS = ("says", "unless", "whatever", "example", "never", "on", *PLACES)
FARTHEST = 8
"""The most words between a word and what it takes the alarm out of."""


class RuleError(ValueError):
    """What is wrong with a rule or a context."""


def parsed(
    files: Mapping[str, str], folder: str, problems: list[str]
) -> dict[str, Mapping[str, Any]]:
    """Files of rules and lists; one that cannot be read is told and left out."""
    found: dict[str, Mapping[str, Any]] = {}
    for name, text in files.items():
        try:
            found[name] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            problems.append(f"{folder}/{name}: {error}")
            continue
        if unknown := found[name].keys() - OF_A_FILE:
            problems.append(f"{folder}/{name}: it cannot have {', '.join(sorted(unknown))}")
    return found


def lists(
    files: Mapping[str, Mapping[str, Any]], folder: str, problems: list[str]
) -> dict[str, str]:
    """The lists of all files, each as the choice it is; a name that comes again is told."""
    found: dict[str, str] = {}
    for file, data in files.items():
        for name, words in data.get("lists", {}).items():
            if name in found:
                problems.append(f"{folder}/{file}: [lists]: another list is called {name}")
            found.setdefault(name, "|".join(words))
    return found


class Reader:
    """Reads the patterns of the files in a folder and keeps a list of what is wrong in them."""

    def __init__(self, folder: str, language: Language, problems: list[str]) -> None:
        self.folder, self.language, self.problems = folder, language, problems
        self.file = "understand.toml"

    @contextmanager
    def reading(self, what: str) -> Iterator[None]:
        """While an entry is read: a mistake is told and the entry left out."""
        try:
            yield
        except (RuleError, PatternError) as error:
            self.problems.append(f"{self.folder}/{self.file}: {what}: {error}")

    def patterns(self, entry: Mapping[str, Any], key: str) -> tuple[Pattern, ...]:
        """The patterns under a key of an entry."""
        return tuple(self._pattern(written, key) for written in entry.get(key, ()))

    def _pattern(self, written: str, key: str) -> Pattern:
        try:
            return pattern_of(written, self.language)
        except PatternError as error:
            raise RuleError(f"{key}: '{written}': {error}") from error


def check_context(entry: Mapping[str, Any]) -> None:
    """Say what is wrong with a context, patterns aside."""
    _check_keys(entry, OF_A_CONTEXT)
    if not entry.get("name"):
        raise RuleError("it has no name")
    if entry.get("effect") not in (NONE, ASK, FLAG):
        raise RuleError("effect must be none, ask or flag")
    if not any(entry.get(place) for place in PLACES):
        raise RuleError(f"it needs patterns under one of {', '.join(PLACES)}")
    if not isinstance(entry.get("within", 0), int) or not 0 <= entry.get("within", 0) <= FARTHEST:
        raise RuleError(f"within must be a number from 0 to {FARTHEST}")
    if unknown := set(entry.get("on", ())) - KINDS.keys():
        raise RuleError(f"on: nothing is called {', '.join(sorted(unknown))}")


def check_rule(entry: Mapping[str, Any], contexts: set[str], seen: set[str]) -> None:
    """Say what is wrong with a rule, patterns aside."""
    _check_keys(entry, OF_A_RULE)
    if not entry.get("id"):
        raise RuleError("it has no id")
    if entry["id"] in seen:
        raise RuleError("another rule has the same id")
    _check_finds(str(entry.get("finds", "")), entry.get("outcome"))
    if not entry.get("says"):
        raise RuleError("it has no patterns under says")
    if not entry.get("example"):
        raise RuleError("it has no example, which is its test")
    if unknown := set(entry.get("whatever", ())) - contexts:
        raise RuleError(f"whatever: no context is called {', '.join(sorted(unknown))}")


def _check_keys(entry: Mapping[str, Any], known: set[str]) -> None:
    if unknown := entry.keys() - known:
        raise RuleError(f"it cannot have {', '.join(sorted(unknown))}")
    for key in LISTS:
        listed = entry.get(key, [])
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            raise RuleError(f"{key} must be a list of texts: ['...', '...']")


def _check_finds(finds: str, outcome: str | None) -> None:
    kind, _, code = finds.partition(".")
    if kind not in KINDS:
        raise RuleError(f"finds '{finds}': it begins with one of {', '.join(KINDS)}")
    if (KINDS[kind] and code not in KINDS[kind]) or not (code or "" in KINDS[kind]):
        raise RuleError(f"finds '{finds}': there is {kind} {', '.join(KINDS[kind]) or '...'}")
    if kind == "danger" and outcome not in OUTCOMES:
        raise RuleError(f"outcome must be {EMERGENCY}, {ASK} or {FLAG}")
    if kind != "danger" and outcome is not None:
        raise RuleError("only danger has an outcome")
