"""How words sound, in letters that can be compared: what a listener confuses is alike.

Chinese is written in pinyin without tones, whatever signs a listener chose for it. Elsewhere words
that sound the same are made one, as the language's rules list them.
"""

from __future__ import annotations

from functools import lru_cache

from accessibility.understand.rules import Rules
from accessibility.understand.spelling import once

FIRST_IDEOGRAPH = "㐀"


def sound_of(text: str, rules: Rules) -> str:
    """The sound of a text said once, without pauses; "" for one that has none."""
    words = (_word(word, rules) for word in once(rules.spelling.plain(text)).split())
    return "".join(_sound(sign) for word in words for sign in word.split() if sign.isalnum())


def likeness(one: str, other: str) -> float:
    """How alike two sounds are, from 0 to 1: the share that need not be changed."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - memory of who hears nobody

    return float(Levenshtein.normalized_similarity(one, other))


def _word(word: str, rules: Rules) -> str:
    """The word that stands for those of its sound; digits as they are said."""
    if not word.isdecimal():
        return rules.alike.get(word, word)
    said = [name for name, value in rules.numbers.items() if str(value) == word]
    return max((name for name in said if not name.isdecimal()), key=len, default=word)


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """A word as it is; an ideograph as its first reading."""
    if word < FIRST_IDEOGRAPH:
        return word
    # 55 MB of memory, needed by the first spoken reply in Chinese.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return "".join(lazy_pinyin(word))
