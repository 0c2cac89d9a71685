"""What names the options of one prompt: keys, number words, labels and the listed words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from accessibility.prompt import Option, Prompt
from accessibility.understand.rules import Rules


@dataclass(frozen=True, slots=True)
class Names:
    """What names an option on offer: `counted` by its key, `named` by words."""

    counted: Mapping[str, str]
    named: Mapping[str, frozenset[str]]

    def code(self, *plains: str) -> str:
        """The one option these spellings of a reply name, or "" for none or for several.

        A digit alone is a key, whatever the labels say.
        """
        counted = {plain: self.counted[plain] for plain in plains if plain in self.counted}
        pressed = {code for plain, code in counted.items() if plain.isdecimal()}
        return _only(pressed or {*counted.values(), *self._words(plains)})

    def word(self, *plains: str) -> str:
        """The one option these spellings name by words, or ""."""
        return _only(self._words(plains))

    def _words(self, plains: tuple[str, ...]) -> set[str]:
        return {code for plain in plains for code in self.named.get(plain, ())}


def names_of(prompt: Prompt, rules: Rules) -> Names:
    """The names of a prompt's options; those on other pages have words only."""
    keys = {option.key: option.code for option in prompt.options if option.key}
    offered = (*prompt.options, *prompt.also)
    codes = {option.code for option in offered}
    named: defaultdict[str, set[str]] = defaultdict(set)
    for option in offered:
        for name in _spellings(option, codes, rules) - {""}:
            named[name].add(option.code)
    counted = {
        name: keys[str(value)] for name, value in rules.counted.items() if str(value) in keys
    }
    return Names(keys | counted, {name: frozenset(found) for name, found in named.items()})


def _spellings(option: Option, codes: set[str], rules: Rules) -> set[str]:
    plain = rules.spelling.plain(option.label)
    labels = {plain, rules.without_articles(plain)}
    numbered = {f"{option.key} {said}" for said in labels if option.key and said}
    beside = (
        words.get(option.code, frozenset())
        for other, words in rules.beside.items()
        if other in codes
    )
    return labels | numbered | rules.options.get(option.code, frozenset()).union(*beside)


def _only(codes: set[str]) -> str:
    return codes.pop() if len(codes) == 1 else ""
