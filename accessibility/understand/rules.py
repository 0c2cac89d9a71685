"""One language's rules in the form in which replies are compared with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

from accessibility.prompt import KEYS, Command
from accessibility.understand.spelling import Spelling, spelling_of
from locales.rules import ruled, ruled_as, rules, sources

IDEOGRAPHIC_DIGITS = "〇一二三四五六七八九"
FILLING = ("fillers", "polite", "articles", "choosing")
MIDDLE = 0
FOUND_BY = ("reply", "lists", "clauses", "contexts", "rules", "vocabulary", "alike")
"""The tables of a file that say what free words mean; they are read further elsewhere."""


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """Words of one language, each in its plain form.

    `polite` words may stand before or after a reply, `choosing` ("I choose") before any choice,
    `needing` ("I need") before a choice that is a thing; `fillers` change no answer at all.
    `numbers` are numerals alone, `counted` everything that names an option by its key, `placed` by
    its place from the end (-1 is the last) or the `MIDDLE`. `beside`
    holds words that mean an option only where a certain other option is on offer too. `alike`
    gives for a word the one it sounds like, `turning` words mean the opposite. `time`, `danger`
    and `found_by` are read further elsewhere.
    """

    spelling: Spelling = field(default_factory=Spelling)
    polite: tuple[str, ...] = ()
    articles: frozenset[str] = frozenset()
    choosing: tuple[str, ...] = ()
    needing: tuple[str, ...] = ()
    fillers: frozenset[str] = frozenset()
    joins: tuple[str, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    counted: Mapping[str, int] = field(default_factory=dict)
    placed: Mapping[str, int] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    commands: Mapping[str, Command] = field(default_factory=dict)
    nothing: frozenset[str] = frozenset()
    options: Mapping[str, frozenset[str]] = field(default_factory=dict)
    beside: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    phone: tuple[str, ...] = ()
    alike: Mapping[str, str] = field(default_factory=dict)
    turning: frozenset[str] = frozenset()
    time: Mapping[str, Any] = field(default_factory=dict)
    danger: Mapping[str, Any] = field(default_factory=dict)
    found_by: Mapping[str, Any] = field(default_factory=dict)

    def without_articles(self, plain: str) -> str:
        """The reply without "the" and its like; unchanged if nothing else is in it."""
        words = [word for word in plain.split() if word not in self.articles]
        return " ".join(words) or plain


def rules_of(language: str) -> Rules:
    """The rules of a language; only digits and keys for one that has none."""
    return _rules(ruled_as(language), sources(language))


def stripped(text: str, edges: Iterable[str], *, end: bool = True) -> str:
    """A text without the edge words before it and, with `end`, after it; never empty."""
    known = tuple(edges)
    while True:
        shorter = next(
            (rest for edge in known if (rest := _without(text, edge, end=end)) and rest != text),
            text,
        )
        if shorter == text:
            return text
        text = shorter


def is_courtesy(text: str, language: str) -> bool:
    """Whether words only greet, thank or excuse themselves, in any language with rules."""
    return any(_is_courtesy(text, rules_of(tag)) for tag in (language, *ruled()))


def _is_courtesy(text: str, rules: Rules) -> bool:
    left = rules.spelling.plain(text)
    while edge := next((one for one in rules.polite if f"{left} ".startswith(f"{one} ")), ""):
        left = left.removeprefix(edge).strip(" ,|")
        if not left:
            return True
    return False


def _without(text: str, edge: str, *, end: bool) -> str:
    rest = text.removeprefix(f"{edge} ")
    if rest == text and end:
        rest = text.removesuffix(f" {edge}")
    return rest.strip(" ,|")


@lru_cache(maxsize=64)
def _rules(language: str, _where: tuple[object, ...]) -> Rules:
    data = rules(language)
    spelling = spelling_of(data)
    reply = data.get("reply", {})
    numbers = _numbers(data.get("numbers", {}), spelling)
    return Rules(
        spelling=spelling,
        polite=_edges(spelling, reply.get("polite", ())),
        articles=frozenset(_plain(spelling, reply.get("articles", ()))),
        choosing=_edges(spelling, reply.get("choosing", ())),
        needing=_edges(spelling, reply.get("needing", ())),
        fillers=frozenset(_plain(spelling, chain(*(reply.get(key, ()) for key in FILLING)))),
        joins=_edges(spelling, reply.get("joins", ())),
        numbers=numbers,
        counted=_counted(data.get("numbers", {}), spelling) | numbers,
        placed=_placed(data.get("numbers", {}), spelling),
        keys={k: k for k in KEYS} | _table(spelling, reply.get("keys", {})),
        commands=_commands(spelling, data.get("commands", {})),
        nothing=frozenset(_plain(spelling, reply.get("nothing", ()))),
        options=_options(spelling, data.get("options", {})),
        beside={
            other: _options(spelling, words) for other, words in data.get("beside", {}).items()
        },
        phone=_edges(spelling, reply.get("phone", ())),
        alike=_table(spelling, data.get("heard", {}).get("alike", {})),
        turning=frozenset(_plain(spelling, data.get("heard", {}).get("turning", ()))),
        time=data.get("time", {}),
        danger=data.get("danger", {}),
        found_by={key: data.get(key, {}) for key in FOUND_BY if key in data},
    )


def _plain(spelling: Spelling, words: Iterable[str]) -> list[str]:
    return [spelling.plain(word) for word in words]


def _edges(spelling: Spelling, words: Iterable[str]) -> tuple[str, ...]:
    """The longest first, so that "please help" goes before "please"."""
    return tuple(sorted(_plain(spelling, words), key=len, reverse=True))


def _table(spelling: Spelling, words: Mapping[str, str]) -> dict[str, str]:
    return {spelling.plain(word): value for word, value in words.items()}


def _options(spelling: Spelling, codes: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {code: frozenset(_plain(spelling, words)) for code, words in codes.items()}


def _commands(spelling: Spelling, words: Mapping[str, Iterable[str]]) -> dict[str, Command]:
    return {
        plain: Command(command)
        for command, spoken in words.items()
        for plain in _plain(spelling, spoken)
    }


def _numbers(data: Mapping[str, Any], spelling: Spelling) -> dict[str, int]:
    """Numerals: 0-99 in digits, single ideographs in every language, and the language's words."""
    digits = {str(value): value for value in range(100)}
    ideographs = {ch: value for value, ch in enumerate(IDEOGRAPHIC_DIGITS)}
    words = {spelling.plain(word): value for value, word in enumerate(data.get("count", ()))}
    also = {spelling.plain(word): value for word, value in data.get("also", {}).items()}
    return digits | ideographs | words | also


def _counted(data: Mapping[str, Any], spelling: Spelling) -> dict[str, int]:
    """Names of an option by its place: "option 2", "the second one"."""
    names: dict[str, int] = {}
    for value in range(1, 7):
        spoken = [str(value), data.get("count", [""] * 7)[value]]
        for form in data.get("forms", ()):
            names |= {spelling.plain(form.replace("{n}", word)): value for word in spoken}
        for form in data.get("order_forms", ()):
            for word in data["order"].get(str(value), ()):
                names[spelling.plain(form.replace("{o}", word))] = value
    return names


def _placed(data: Mapping[str, Any], spelling: Spelling) -> dict[str, int]:
    """Names of an option by its place from the end, or in the middle: "the last one"."""
    places = {-int(place): words for place, words in data.get("from_end", {}).items()}
    places[MIDDLE] = data.get("middle", ())
    return {
        spelling.plain(form.replace("{o}", word)): place
        for place, words in places.items()
        for word in words
        for form in data.get("order_forms", ())
    }
