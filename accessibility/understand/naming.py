"""What names the options of one prompt: keys, number words, labels and the listed words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from accessibility.prompt import Option, Prompt
from accessibility.understand.rules import MIDDLE, Rules
from accessibility.understand.tongue_names import language_names
from locales.rules import ruled

FEWEST = 3
"""Options from which one is the last, or in the middle."""


@dataclass(frozen=True, slots=True)
class Names:
    """What names an option on offer: its key, a number word for the key, or words.

    `named` gives for each code sets of spellings, most of them as the rules have them: they are
    looked through for a few words, and made anew for every reply.
    """

    keys: Mapping[str, str]
    counted: Mapping[str, int]
    named: Mapping[str, tuple[frozenset[str], ...]]

    def code(self, *plains: str) -> str:
        """The one option these spellings of a reply name, or "" for none or for several.

        A digit alone is a key, whatever the labels say.
        """
        pressed = {self.keys[plain] for plain in plains if plain in self.keys}
        counted = {self.by_key(plain) for plain in plains} - {""}
        return _only(pressed or {*counted, *self._words(plains)})

    @property
    def keyed(self) -> frozenset[str]:
        """The names that are keys, or numbers of keys."""
        return frozenset((*self.keys, *self.counted))

    def by_key(self, plain: str) -> str:
        """The option whose key a digit or a number word is, or ""."""
        return self.keys.get(plain) or self.keys.get(str(self.counted.get(plain)), "")

    def word(self, *plains: str) -> str:
        """The one option these spellings name by words, or ""."""
        return _only(self._words(plains))

    def _words(self, plains: tuple[str, ...]) -> set[str]:
        said = {plain for plain in plains if plain}
        return {
            code
            for code, spellings in self.named.items()
            if any(not said.isdisjoint(each) for each in spellings)
        }


@lru_cache(maxsize=64)
def names_of(prompt: Prompt, rules: Rules) -> Names:
    """The names of a prompt's options; those on other pages have words only."""
    keys = {option.key: option.code for option in prompt.options if option.key}
    counted = {**rules.counted, **_placed(prompt, rules)}
    offered = (*prompt.options, *prompt.also)
    codes = {option.code for option in offered}
    named: dict[str, tuple[frozenset[str], ...]] = {}
    for option in offered:
        named[option.code] = (*named.get(option.code, ()), *_spellings(option, codes, rules))
    return Names(keys, counted, named)


def _placed(prompt: Prompt, rules: Rules) -> dict[str, int]:
    """The keys that "the last one" and "the middle one" name, where all options are shown."""
    keys = [int(option.key) for option in prompt.options if option.key.isdecimal()]
    if prompt.also or len(keys) < FEWEST or len(keys) < len(prompt.options):
        return {}
    places = {-at: key for at, key in enumerate(reversed(keys), 1)}
    if len(keys) % 2:
        places[MIDDLE] = keys[len(keys) // 2]
    return {name: places[place] for name, place in rules.placed.items() if place in places}


def _spellings(option: Option, codes: set[str], rules: Rules) -> Iterator[frozenset[str]]:
    plain = rules.spelling.plain(option.label)
    labels = {plain, rules.without_articles(plain)}
    # A key goes with the label only: "2 pills" is a number of pills, not option 2.
    numbered = {f"{option.key} {label}" for label in labels if option.key and label}
    yield frozenset(labels | numbered)
    yield rules.options.get(option.code, frozenset())
    if not codes.isdisjoint(ruled()):
        yield language_names(option.code, tuple(sorted(codes)))
    for other, words in rules.beside.items():
        if other in codes and option.code in words:
            yield words[option.code]


def _only(codes: set[str]) -> str:
    return codes.pop() if len(codes) == 1 else ""
