"""What a longer reply means where options are on offer: "yes please, that would be great".

A choice may come with words that explain it: "the second, my knee hurts". A name is never picked
out of a clause that says something else; doubt, a question and a contradiction are no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.prompt import Kind, Prompt
from accessibility.understand.choice import TRAILING_OFF, YES_NO, asks_back
from accessibility.understand.codes import NEEDS, OPTION_OF, URGENCIES
from accessibility.understand.found import found, urgencies
from accessibility.understand.marking import AGAINST, TURNED, Marked, answer_of, marked
from accessibility.understand.naming import Names, names_of
from accessibility.understand.rulebook import readings_in, rulebook_of, said_in
from accessibility.understand.rules import Rules, rules_of
from accessibility.understand.spelling import is_ideograph
from accessibility.understand.yes_no import PHRASE, yes_or_no
from locales.rules import ruled

SIGN = re.compile(r"[,;.!:，、；。！：]")
"""What parts a reply where a space between two words says nothing."""


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
    codes = _offered(prompt)
    readings = [marked(said, book, codes) for said in readings_in(text, book)]
    if any(one.doubtful for one in readings):
        return ()
    names = names_of(prompt, rules)
    if codes == YES_NO:
        answers = [yes_or_no(one.text, names, rules) for one in readings]
        return () if TRAILING_OFF.fullmatch(text) else tuple(filter(None, answers))[:1]
    if codes and codes <= set(URGENCIES):
        said = readings[0]
        timed = {*urgencies(said.rest if said.codes else text, language), *said.codes}
        if len(timed) == 1 and timed <= codes:
            return tuple(timed)
    named = (_named(one, prompt, names, rules) for one in readings)
    return next(filter(None, named), ()) or _explained(text, readings[0], prompt, language)


def proposed_option(text: str, prompt: Prompt, language: str) -> tuple[str, ...]:
    """The one option of what is needed that free words come to, for the person to confirm."""
    book = rulebook_of(language)
    offered = _offered(prompt)
    if asks_back(text, prompt) or marked(said_in(text, book), book, offered).doubtful:
        return ()
    options = _needed(text, offered, language)
    return tuple(options) if len(options) == 1 and options <= offered else ()


def _explained(text: str, said: Marked, prompt: Prompt, language: str) -> tuple[str, ...]:
    """The option that a reply names among other words, where that can be trusted."""
    rules, codes = rules_of(language), _offered(prompt)
    names = names_of(prompt, rules)
    clauses = [part.split() for part in re.split("[,|]", said.text)]
    if not codes.isdisjoint(ruled()):
        return _spoken(clauses, names, rules)
    apart = SIGN.search(text) or not any(map(is_ideograph, text))
    if apart and prompt.kind is Kind.ONE and codes <= {*NEEDS, *OPTION_OF}:
        return _led(text, clauses, names, language)
    return ()


def _offered(prompt: Prompt) -> set[str]:
    return {option.code for option in (*prompt.options, *prompt.also)}


def _needed(text: str, offered: set[str], language: str) -> set[str]:
    """The options of what is needed that a text comes to."""
    needs = found(text, language).needs
    return {leaf if leaf in offered else OPTION_OF[leaf] for leaf in needs}


def _named(said: Marked, prompt: Prompt, names: Names, rules: Rules) -> tuple[str, ...]:
    """The option that the clauses of a reply name, without those it turns away; or none."""
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


def _led(text: str, clauses: list[list[str]], names: Names, language: str) -> tuple[str, ...]:
    """What is needed by the one clause that names it: "the second, my knee hurts".

    The others may neither negate, nor name another option, nor come to one by what they need.
    """
    rules = rules_of(language)
    chosen: set[str] = set()
    beside = _needed(text, {*names.named}, language)
    for words in clauses:
        phrases = [(phrase, code) for phrase, code in _phrases(words, names, rules) if code]
        named = {code for _, code in phrases}
        twice = phrases[1:] and not names.keyed.isdisjoint(phrase for phrase, _ in phrases)
        if twice or not rules.turning.isdisjoint(words) or TURNED in words:
            return ()
        if _clause(words, names, rules):
            chosen |= named
        beside |= named
    return tuple(chosen) if len(chosen) == 1 and beside <= chosen else ()


def _spoken(clauses: list[list[str]], names: Names, rules: Rules) -> tuple[str, ...]:
    """The one language that is named anywhere: "I would be happier in Spanish".

    Not in a clause that turns it away, nor beside one that is not on offer.
    """
    chosen: set[str] = set()
    for words in clauses:
        known = (phrase for phrase, code in _phrases(words, names, rules) if code)
        named = {answer_of(phrase) or names.word(phrase) for phrase in known}
        if rules.turning.isdisjoint(words) and TURNED not in words:
            chosen |= named - {""}
        if AGAINST in words:
            return ()
    return tuple(chosen) if len(chosen) == 1 else ()


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
            code = answer_of(phrase) or names.code(phrase)
            if code or any(phrase in known for known in known_by):
                break
        yield phrase, code
        at += size


def _is_no_thing(phrase: str, code: str, names: Names) -> bool:
    """Whether a name is a yes, a no or a number: nobody needs these."""
    return code in YES_NO or phrase in names.keyed
