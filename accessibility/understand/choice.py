"""The one option a whole reply names: by key, number word, label or listed word, exactly.

Never by part of a word or of a sentence, so "not food", "1 or 2" and "yes, but" name nothing.
"""

from __future__ import annotations

import re

from accessibility.prompt import Option, Prompt
from accessibility.understand.naming import Names, names_of
from accessibility.understand.rules import Rules, stripped
from accessibility.understand.spelling import folded, once

_MARKS = frozenset("?？؟")
YES, NO = "yes", "no"
YES_NO = frozenset({YES, NO})
TRAILING_OFF = re.compile(r"\W*([^\W㐀-鿿]+|[㐀-鿿]{1,2})\W*?(…|\.\.|。。)\W*")
"""One word that is not said to its end: "yes..."."""


def one(text: str, prompt: Prompt, rules: Rules) -> str:
    """The code of the one option a whole reply names, or ""."""
    if asks_back(text, prompt):
        return ""
    names = names_of(prompt, rules)
    plain = rules.spelling.plain(text)
    polite = stripped(plain, rules.polite)
    chosen = stripped(polite, rules.choosing, end=False)
    words = (once(polite), *(rules.without_articles(said) for said in (once(polite), chosen)))
    code = (
        names.code(plain, polite, chosen)
        or names.word(*(said for said in words if said not in rules.counted))
        or _needed(chosen, names, rules)
    )
    return "" if code == YES and TRAILING_OFF.fullmatch(text) else code


def shown(text: str, options: tuple[Option, ...], rules: Rules) -> str:
    """The option whose key or label a whole reply is, where words are otherwise free; or ""."""
    plain = rules.spelling.plain(text)
    labels = ((option, rules.spelling.plain(option.label)) for option in options)
    codes = [
        option.code
        for option, label in labels
        if plain and plain in (option.key, label, f"{option.key} {label}")
    ]
    return codes[0] if len(codes) == 1 else ""


def asks_back(text: str, prompt: Prompt) -> bool:
    """Whether a reply is a question to us ("Food?"), unless a label asks too."""
    asked = any(not _MARKS.isdisjoint(option.label) for option in prompt.options)
    return not asked and not _MARKS.isdisjoint(folded(text))


def _needed(chosen: str, names: Names, rules: Rules) -> str:
    """What "I need ..." names: a thing, so neither a yes or a no, nor a number of things."""
    thing = stripped(chosen, rules.needing, end=False)
    if thing == chosen:
        return ""
    code = names.word(thing, rules.without_articles(thing))
    return "" if code in YES_NO else code
