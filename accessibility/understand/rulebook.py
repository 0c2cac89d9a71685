"""The rules of one language, read from its data: what each finds, by which patterns, and when not.

A mistake in a rule takes that rule out and is told in `problems`, with the file, the rule and what
is wrong; the others go on working, for a service must hear danger whatever is in its files.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

from accessibility.understand import rule_data
from accessibility.understand.codes import ANSWER
from accessibility.understand.disguise import unmasked
from accessibility.understand.excuses import Excuses
from accessibility.understand.index import Index, counted
from accessibility.understand.keeping import restored, stored
from accessibility.understand.parts import Keys, forget
from accessibility.understand.patterns import Language, Pattern, runs_of, words_of
from accessibility.understand.repair import Vocabulary, repaired, vocabulary_of
from accessibility.understand.rules import Rules, rules_of
from accessibility.understand.said import Said, said_of
from accessibility.understand.sounding import Sounds, resounded, sounds_of
from accessibility.understand.spelling import Spelling, folded, once
from locales.rules import rule_files, ruled_as, sounds, vocabulary, words_alone

Pairs = list[tuple[tuple["Rule", Pattern], Keys]]
DOUBTS = ("doubt", "several")
Placed = tuple["Context", str, Pattern]
"""A context, where it must stand, and a pattern of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """What takes the alarm out of words: `effect` none, ask or flag, for rules of kinds `on`.

    `before`: it ends right before the words, or up to `within` words before. `clause` and
    `sentence`: it is anywhere in theirs. `text`: anywhere at all. `around`: they are part of it,
    as in an idiom. It counts for nothing where it is part of one of `unless`.
    """

    name: str
    effect: str
    within: int = 0
    on: frozenset[str] = frozenset()
    before: tuple[Pattern, ...] = ()
    clause: tuple[Pattern, ...] = ()
    sentence: tuple[Pattern, ...] = ()
    text: tuple[Pattern, ...] = ()
    around: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What is found where a text says so; `kind` and `code` are "danger" and "medical"."""

    name: str
    kind: str
    code: str
    outcome: str = ""
    says: tuple[Pattern, ...] = ()
    unless: Excuses = field(default_factory=Excuses)
    whatever: frozenset[str] = frozenset()
    example: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """All of a language's rules, ready to be used.

    `ends` are words at which a clause begins, `doubts` what makes an answer none: "not sure";
    `several` what makes a choice none: "both", "none of them".
    """

    language: str = ""
    rules: tuple[Rule, ...] = ()
    contexts: tuple[Context, ...] = ()
    ends: frozenset[tuple[str, ...]] = frozenset()
    doubts: tuple[Pattern, ...] = ()
    several: tuple[Pattern, ...] = ()
    problems: tuple[str, ...] = ()
    index: Index[tuple[Rule, Pattern]] = field(default_factory=Index)
    answers: Index[tuple[Rule, Pattern]] = field(default_factory=Index)
    surroundings: Index[Placed] = field(default_factory=Index)
    spelling: Spelling = field(default_factory=Spelling)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    sounds: Sounds = field(default_factory=Sounds)


NO_BOOK = Rulebook()


def rulebook_of(language: str) -> Rulebook:
    """The rules for a BCP 47 tag; an empty book for a language that has none."""
    name = ruled_as(language)
    return _kept(rules_of(language), name) if name else NO_BOOK


@lru_cache(maxsize=64)
def _kept(rules: Rules, name: str) -> Rulebook:
    """A book lives as long as the process: the collector of garbage need not look through it.

    It would, again and again, and take a third of the time of every text.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return restored(name, Rulebook) or stored(name, _book(rules, name))
    finally:
        gc.freeze()
        if collects:
            gc.enable()


def _book(rules: Rules, name: str) -> Rulebook:
    data, problems = rules.found_by, list[str]()
    files = {"understand.toml": data} | rule_data.parsed(rule_files(name), name, problems)
    lists = rule_data.lists(files, name, problems)
    reader = rule_data.Reader(name, Language(rules.spelling.plain, rules.numbers, lists), problems)
    contexts = tuple(_contexts(data.get("contexts", ()), reader))
    found = tuple(_rules(files, reader, {one.name for one in contexts}))
    pairs = [((rule, says), says.keys) for rule in found for says in rule.says]
    answers = [one for one in pairs if one[0][0].kind == ANSWER]
    doubts, several = (_doubts(data.get("reply", {}), key, reader) for key in DOUBTS)
    forget()
    told = chain.from_iterable((*rule.example, *rule.never) for rule in found)
    common = counted(map(rules.spelling.tokens, map(folded, told)))
    ends = (rules.spelling.plain(said) for said in data.get("clauses", {}).get("ends", ()))
    return Rulebook(
        language=name,
        rules=found,
        contexts=contexts,
        ends=frozenset(tuple(said.split()) for said in ends if said),
        doubts=doubts,
        several=several,
        problems=tuple(problems),
        index=Index((one for one in pairs if one[0][0].kind != ANSWER), common),
        answers=Index(answers, common),
        surroundings=Index(_placed(contexts), common),
        spelling=rules.spelling,
        vocabulary=vocabulary_of(_words(rules, pairs), vocabulary(name), rules.spelling.words),
        sounds=sounds_of(_runs(rules, pairs), sounds(name), vocabulary(name), words_alone(name)),
    )


def _placed(contexts: tuple[Context, ...]) -> Iterator[tuple[Placed, Keys]]:
    for one in contexts:
        for place in (*rule_data.PLACES, "unless"):
            for pattern in getattr(one, place):
                yield (one, place, pattern), pattern.keys


def _doubts(reply: Mapping[str, Any], key: str, reader: rule_data.Reader) -> tuple[Pattern, ...]:
    read: list[Pattern] = []
    for written in reply.get(key, ()):
        with reader.reading("[reply]"):
            read += reader.patterns({key: [written]}, key)
    return tuple(read)


def _words(rules: Rules, pairs: Pairs) -> Iterator[str]:
    """Every word that means something in a language: what is mistyped may be one of them."""
    yield from words_of(says for (_, says), _ in pairs)
    for said in (*rules.spelling.words, *rules.spelling.words.values(), *rules.commands):
        yield from said.split()
    for listed in rules.options.values():
        yield from (word for said in listed for word in said.split())


def _runs(rules: Rules, pairs: Pairs) -> Iterator[str]:
    """Every run of words that rules name side by side, and the words of options."""
    yield from runs_of(says for (_, says), _ in pairs)
    yield from chain(*rules.options.values(), rules.commands)


def _contexts(data: list[Mapping[str, Any]], reader: rule_data.Reader) -> Iterator[Context]:
    for entry in data:
        name = str(entry.get("name", ""))
        with reader.reading(f"context '{name}'"):
            rule_data.check_context(entry)
            yield Context(
                name=name,
                effect=entry["effect"],
                within=entry.get("within", 0),
                on=frozenset(entry.get("on", ())),
                before=reader.patterns(entry, "before"),
                clause=reader.patterns(entry, "clause"),
                sentence=reader.patterns(entry, "sentence"),
                text=reader.patterns(entry, "text"),
                around=reader.patterns(entry, "around"),
                unless=reader.patterns(entry, "unless"),
            )


def _rules(
    files: Mapping[str, Mapping[str, Any]], reader: rule_data.Reader, contexts: set[str]
) -> Iterator[Rule]:
    seen: set[str] = set()
    for reader.file, entry in (
        (file, entry) for file, data in files.items() for entry in data.get("rules", ())
    ):
        name = str(entry.get("id", ""))
        with reader.reading(f"rule '{name}'"):
            rule_data.check_rule(entry, contexts, seen)
            kind, _, code = entry["finds"].partition(".")
            yield Rule(
                name=f"{reader.folder}:{name}",
                kind=kind,
                code=code,
                outcome=entry.get("outcome", ""),
                says=reader.patterns(entry, "says"),
                unless=Excuses(entry.get("unless", ()), reader.language),
                whatever=frozenset(entry.get("whatever", ())),
                example=tuple(entry["example"]),
                never=tuple(entry.get("never", ())),
            )
        seen.add(name)


def said_in(text: str, book: Rulebook) -> Said:
    """A text in the form in which the patterns of a book are looked for."""
    return readings_in(text, book)[0]


@lru_cache(maxsize=4)
def readings_in(text: str, book: Rulebook) -> tuple[Said, ...]:
    """A text as it is written; and, where that may be otherwise, as it sounds.

    The second is for a text in which nothing was found: what is written well is never changed.
    Danger, needs and answers are looked for in the same text, so the last ones are at hand.
    """
    known = book.vocabulary
    tokens = book.spelling.tokens(unmasked(folded(text), known))
    words = [repaired(token, known) for token in tokens]
    if not all(map(str.isdecimal, words)):
        words = once(" ".join(words)).split()
    heard = resounded(words, book.sounds)
    spelled = (
        book.spelling.spelled(one) for one in ([words] if heard == words else [words, heard])
    )
    return tuple(said_of(one, book.ends) for one in spelled)
