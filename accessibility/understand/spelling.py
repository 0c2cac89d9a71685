"""The one form in which replies, labels and rules are compared, whatever their script or width.

Digits of every script become 0-9, letters lose their case, apostrophes go, an ideograph is a word
of its own. Signs that carry meaning ("-1", "1.5", "2/3", emoji) stay, so that they match nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Any

COMMA = ","
BREAK = "|"
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´′＇"))
_COMMAS = frozenset(",、،;؛\n")
_BREAKS = frozenset(".!?:|…。؟।¿¡")
PAUSE = 3
"""So many ideographs before and after a space make it a comma."""

_DROPPED = frozenset('"“”„·•‧')
_IDEOGRAPHS = (("㐀", "䶿"), ("一", "鿿"), ("豈", "﫿"), ("\U00020000", "\U0003ffff"))
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_BY_CATEGORY = {"L": "letter", "M": "letter", "N": "figure", "Z": "gap", "P": "sign", "S": "sign"}
_BY_PUNCTUATION = {"Ps": "dropped", "Pe": "dropped", "Pi": "dropped", "Pf": "dropped"} | {
    "Pc": "dropped",
    "Pd": "dash",
    "Cc": "gap",
}


@dataclass(frozen=True, slots=True)
class Spelling:
    """How one language's spellings are made one.

    `characters` maps variants of a character (traditional to simplified), `words` maps variants
    of a word or of two ("im", "can not"), `longest` tells of how many words those are that begin
    with a word.
    """

    characters: Mapping[int, int] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    longest: Mapping[str, int] = field(default_factory=dict)

    def marked(self, text: str) -> str:
        """The words of a text with a space between, commas and breaks between them kept."""
        return self.spelled(self.tokens(folded(text)))

    def tokens(self, fold: str) -> list[str]:
        """The words of a folded text as they were written, its commas, breaks and signs."""
        return list(_tokens(fold.translate(self.characters)))

    def spelled(self, tokens: list[str]) -> str:
        """Words in their one spelling, with a space between; the longest variant counts."""
        if self.longest.keys().isdisjoint(tokens):
            return " ".join(tokens)
        found: list[str] = []
        at = 0
        while at < len(tokens):
            size = self.longest.get(tokens[at], 0)
            while size and " ".join(tokens[at : at + size]) not in self.words:
                size -= 1
            said = " ".join(tokens[at : at + size])
            found.append(self.words[said] if size else tokens[at])
            at += size or 1
        return " ".join(found)

    def plain(self, text: str) -> str:
        """The words of a text with a space between, and nothing else."""
        return unmarked(self.marked(text))


def spelling_of(rules: Mapping[str, Any]) -> Spelling:
    """The spelling that a language's rules describe."""
    pairs = rules.get("characters", {})
    variants = rules.get("spelling", {}).items()
    words = {" ".join(str(key).split()): str(value) for key, value in variants if str(key).split()}
    longest: dict[str, int] = {}
    for said in words:
        first, *others = said.split()
        longest[first] = max(longest.get(first, 0), 1 + len(others))
    return Spelling(
        characters=str.maketrans(pairs.get("from", ""), pairs.get("to", "")),
        words=words,
        longest=longest,
    )


def unmarked(marked: str) -> str:
    """A marked text without its commas and breaks."""
    return " ".join(word for word in marked.split() if word not in (COMMA, BREAK))


def once(plain: str) -> str:
    """Words said several times over, said once: "help me help me"."""
    words = plain.split()
    for size in range(1, len(words) // 2 + 1):
        if len(words) % size == 0 and words == words[:size] * (len(words) // size):
            return " ".join(words[:size])
    return plain


def cleaned(text: str) -> str:
    """A person's own words, as they are kept: no edge spaces, nothing a database refuses."""
    if not text.isprintable():
        text = "".join(filter(_keeps, text))
    return text.strip()


def says_something(text: str) -> bool:
    """Whether there is a letter or a digit in it; an emoji alone says nothing to rely on."""
    return any(unicodedata.category(ch)[0] in "LN" for ch in text)


@lru_cache(maxsize=16)
def folded(text: str) -> str:
    """One width, one case, digits 0-9, no apostrophes and nothing invisible."""
    known = text.translate(_APOSTROPHES)
    if known.isascii():
        return known.casefold()
    return "".join(map(_folded, unicodedata.normalize("NFKC", known).casefold()))


@lru_cache(maxsize=4096)
def _folded(ch: str) -> str:
    if ch.isascii():
        return ch
    digit = unicodedata.digit(ch, None)
    if digit is not None:
        return str(digit)
    invisible = unicodedata.category(ch) in ("Cf", "Me") or "\ufe00" <= ch <= "\ufe0f"
    return "" if invisible or _SKIN_TONES[0] <= ch <= _SKIN_TONES[1] else ch


@lru_cache(maxsize=1 << 14)
def is_ideograph(word: str) -> bool:
    """Whether a word is a sign that stands for a whole word."""
    return any(first <= word <= last for first, last in _IDEOGRAPHS)


def _keeps(ch: str) -> bool:
    return ch in "\n\t" or unicodedata.category(ch) not in ("Cc", "Cs")


@lru_cache(maxsize=4096)
def _kind(ch: str) -> str:
    if ch in _COMMAS:
        return "comma"
    if ch in _BREAKS:
        return "break"
    if ch in _DROPPED:
        return "dropped"
    if is_ideograph(ch):
        return "ideograph"
    category = unicodedata.category(ch)
    return _BY_PUNCTUATION.get(category) or _BY_CATEGORY.get(category[0], "sign")


@lru_cache(maxsize=16)
def _tokens(text: str) -> list[str]:
    """The words of a folded text, its commas, its breaks and the signs that carry meaning."""
    if text.isascii() and text.replace(" ", "").isalpha():
        return text.split()
    runs = [(kind, "".join(run)) for kind, run in groupby(text, _kind)]
    kinds = ["", *(kind for kind, _ in runs), "", ""]
    found: list[str] = []
    for place, (kind, run) in enumerate(runs):
        if kind == "dash":
            found += _dash(kinds[place : place + 4], first=not found)
        elif kind == "break" and kinds[place] == kinds[place + 2] == "figure":
            found.append(run)
        elif kind == "gap" and _is_pause(runs[max(place - 1, 0) : place + 2]):
            found.append(COMMA)
        else:
            found += _words(kind, run)
    return found


def _is_pause(around: list[tuple[str, str]]) -> bool:
    """A space between long runs of ideographs is a comma: 门打不开 水在涨; 救 命 has none."""
    return all(kind == "ideograph" and len(run) >= PAUSE for kind, run in (around[0], around[-1]))


def _dash(kinds: list[str], *, first: bool) -> list[str]:
    """A dash stays in "-1", "1-3" and "1 - 3"; it goes in "on-my-way" and as a bullet, "- 1"."""
    _, _, after, later = kinds
    minus = after == "figure"
    between = after == "gap" and later == "figure" and not first
    return ["-"] if minus or between else []


def _words(kind: str, run: str) -> list[str]:
    if kind in ("letter", "figure"):
        return [run]
    if kind in ("ideograph", "sign"):
        return list(run)
    return {"comma": [COMMA], "break": [BREAK]}.get(kind, [])
