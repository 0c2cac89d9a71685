"""What a longer reply means where options are on offer: "yes please, that would be great".

Every word of it must be known: the name of an option, a filler, or a negation. So a name is never
picked out of a sentence that says something else; doubt, a question and a contradiction are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.prompt import Kind, Prompt
from accessibility.understand.choice import YES_NO, asks_back
from accessibility.understand.codes import OPTION_OF, URGENCIES
from accessibility.understand.found import found, urgencies
from accessibility.understand.naming import Names, names_of
from accessibility.understand.rulebook import Rulebook, readings_in, rulebook_of, said_in
from accessibility.understand.rules import Rules, rules_of
from accessibility.understand.said import Said
from accessibility.understand.surroundings import spans

LONGEST = 40
"""The most words of a reply in which options are looked for."""

PHRASE = 6
"""The most words of one name or filler."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The names of options that a clause has, each with its code; `turned`: it says not these."""

    names: tuple[tuple[str, str], ...]
    turned: bool


def meant(text: str, prompt: Prompt, language: str) -> tuple[str, ...]:
    """The codes of the options that a reply means; none if anything in it is doubtful."""
    rules, book = rules_of(language), rulebook_of(language)
    if asks_back(text, prompt):
        return ()
    readings = tuple(readings_in(text, book))
    if any(_is_doubtful(said, book) for said in readings):
        return ()
    codes = {option.code for option in (*prompt.options, *prompt.also)}
    if codes and codes <= set(URGENCIES):
        timed = urgencies(text, language)
        if len(timed) == 1 and timed[0] in codes:
            return timed
    named = (_named(said, prompt, rules) for said in readings)
    return next(filter(None, named), ())


def proposed_option(text: str, prompt: Prompt, language: str) -> tuple[str, ...]:
    """The one option of what is needed that free words come to, for the person to confirm."""
    book = rulebook_of(language)
    if asks_back(text, prompt) or _is_doubtful(said_in(text, book), book):
        return ()
    offered = {option.code for option in (*prompt.options, *prompt.also)}
    needs = found(text, language).needs
    options = {leaf if leaf in offered else OPTION_OF[leaf] for leaf in needs}
    return tuple(options) if len(options) == 1 and options <= offered else ()


def _is_doubtful(said: Said, book: Rulebook) -> bool:
    """Whether a reply hedges, or is too long to be an answer."""
    return len(said.words) > LONGEST or any(True for _ in spans(book.doubts, said))


def _named(said: Said, prompt: Prompt, rules: Rules) -> tuple[str, ...]:
    """The option that the clauses of a reply name, without those it turns away; or none."""
    names = names_of(prompt, rules)
    clauses: list[Clause] = []
    for words in re.split("[,|]", said.text):
        clause = _clause(words.split(), names, rules)
        if clause is None or (clause.turned and not clause.names):
            return ()
        clauses.append(clause)
    turned = {code for clause in clauses if clause.turned for _, code in clause.names}
    chosen = [name for clause in clauses if not clause.turned for name in clause.names]
    codes = {code for _, code in chosen}
    if len(codes) != 1 or codes & turned or (prompt.kind is Kind.MANY and (turned or chosen[1:])):
        return ()
    if chosen[1:] and any(phrase in names.keyed for phrase, _ in chosen):
        return ()
    return tuple(codes)


def _clause(words: list[str], names: Names, rules: Rules) -> Clause | None:
    """What a clause says; None if it has a word that is neither a name nor a filler.

    "I need" goes before a thing; two names side by side that are not the same say something else.
    """
    named: list[tuple[str, str]] = []
    turned = needing = False
    before = ""
    for phrase, code in _phrases(words, names, rules):
        if code:
            if before not in ("", phrase) or (needing and _is_no_thing(phrase, code, names)):
                return None
            named.append((phrase, code))
        elif phrase in rules.turning:
            turned = True
        elif phrase in rules.needing:
            needing = True
        elif phrase not in rules.fillers:
            return None
        before = phrase if code and phrase not in rules.fillers else ""
    return Clause(tuple(named), turned)


def _phrases(words: list[str], names: Names, rules: Rules) -> Iterator[tuple[str, str]]:
    """The words in known phrases, the longest first, each with the option it names, or ""."""
    at, known_by = 0, (rules.fillers, rules.turning, rules.needing)
    while at < len(words):
        for size in range(min(PHRASE, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + size])
            code = names.code(phrase)
            if code or any(phrase in known for known in known_by):
                break
        yield phrase, code
        at += size


def _is_no_thing(phrase: str, code: str, names: Names) -> bool:
    """Whether a name is a yes, a no or a number: nobody needs these."""
    return code in YES_NO or phrase in names.keyed
