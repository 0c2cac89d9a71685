"""Text that hides its words behind marks and signs, read without them; danger must be heard.

A word that the language writes with its marks keeps them, so Spanish rules still tell "año".
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from accessibility.understand.repair import LONGEST, MOST_PARTS, Vocabulary, divided
from accessibility.understand.spelling import Spelling, folded

DISGUISES = str.maketrans({"0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"})
ONES = ("i", "l")
"""What a 1 or an exclamation mark inside a word may stand for."""

DISGUISED = re.compile(
    r"(?<![^\W_])(?<![@$!*])[a-z0-9@$!*]{0,24}(?:[a-z][013457@$!*]|[013457@$!*][a-z])[a-z0-9@$!*]{0,24}(?<![!*])"
)
SPACED = re.compile(r"(?<![^\W_])(?:[a-z][ .*_-]{1,2}){2,}[a-z](?![^\W_])")
PAUSE = re.compile(r"\.{2,}|…+|。{2,}")
BROKEN = re.compile(r"(?<=[㐀-鿿])[*_~^.\-·]{1,3}(?=[㐀-鿿])")

MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
MARKED = re.compile(f"(?<=[a-z0-9])[{MARKS}]+")
LATIN = re.compile(f"[a-z\u00df-\u024f\u1e00-\u1eff{MARKS}]+")
"""A word of Latin letters, with marks or without."""

STROKES = str.maketrans("łøđħŧŀıðþ", "lodhtlidp")
"""Letters whose mark is no sign of its own."""

TONED_U = re.compile("u\u0308|ü")
LOOKALIKES = str.maketrans("аеорсухіѕјӏһԁɡοαεικνρτυ", "aeopcyxisjlhdgoaeikvptu")
MIXED = re.compile(r"(?<![^\W\d_])[a-zа-яіѕјӏһԁɡα-ω]{2,24}(?![^\W\d_])")

BETWEEN = r"(?:[^\w\s,'¤-][^\w\s,¤]{0,2}|_|-| [^\w\s,¤]{1,2} )"
RUN = re.compile(rf"(?<![^\s(])[a-z]+(?:{BETWEEN}[a-z0-9]+)+(?![a-z0-9])")
"""Words with signs between where a space should be; ¤ stands for what is quoted."""

PIECES = re.compile(BETWEEN)
ADDRESS = re.compile(r"@|://|^www\.|\.(?:com|org|net|gov|edu|info|uk|cn|hk|tw)(?![a-z])")
"""What only an address of mail or of a page has: help.me@example.org cries for nothing."""

ENDS = frozenset(".:!?|")
FEW = 2
"""So many words with the end of a sentence between may be two sentences: a pause is heard."""

NO_WORDS = Vocabulary()


def unmasked(fold: str, vocabulary: Vocabulary) -> str:
    """A folded text without disguises: letters with marks, look-alikes, signs for letters.

    Dots in a row are a pause: "I can't... breathe" is one sentence.
    """
    if not fold.isascii():
        fold = MIXED.sub(_unmixed, LATIN.sub(lambda found: bare(found[0], vocabulary), fold))
        fold = BROKEN.sub("", MARKED.sub("", fold))
    fold = PAUSE.sub(", ", fold)
    fold = SPACED.sub(lambda found: _closed(found[0], vocabulary), fold)
    fold = DISGUISED.sub(lambda found: _shown(found[0], vocabulary), fold)
    return RUN.sub(lambda found: _spaced(found[0], vocabulary), fold)


@lru_cache(maxsize=1 << 10)
def bare(word: str, vocabulary: Vocabulary) -> str:
    """A word without the marks on its letters, unless the language knows it with them.

    Syllables of Chinese keep the two dots of ü, as a v: people type it so.
    """
    if word.isascii() or vocabulary.knows(normalize("NFC", word)):
        return normalize("NFC", word)
    apart = normalize("NFD", word)
    if vocabulary.ideographic:
        apart = TONED_U.sub("v", apart)
    return MARKED.sub("", apart).translate(STROKES)


def marked_again(words: str, text: str) -> str:
    """Words of a text that were found without their marks, as they were written."""
    if text.isascii():
        return words
    written = {bare(one, NO_WORDS): one for one in Spelling().tokens(folded(text))}
    return " ".join(written.get(word, word) for word in words.split(" "))


def _spaced(run: str, vocabulary: Vocabulary) -> str:
    """Words in a run with spaces between: "I.can't.breathe"; of two, each must be known."""
    if ADDRESS.search(run):
        return run
    words = PIECES.split(run)
    if len(words) > FEW:
        return " ".join(words)
    if not all(map(vocabulary.knows, words)):
        return run
    return (", " if ENDS & set(run) else " ").join(words)


def _unmixed(found: re.Match[str]) -> str:
    """A word of two alphabets in one; look-alikes of other alphabets become Latin letters."""
    latin = found[0].translate(LOOKALIKES)
    return latin if latin.isascii() and re.search("[a-z]", found[0]) else found[0]


def _closed(spaced: str, vocabulary: Vocabulary) -> str:
    """Letters with spaces between as a word, where it is one: "h e l p"."""
    word = re.sub(r"[^a-z]", "", spaced)
    whole = divided(word, vocabulary.words, MOST_PARTS) if len(word) <= LONGEST else ""
    return whole or spaced


def _shown(disguised: str, vocabulary: Vocabulary) -> str:
    """A word behind figures and signs, where it is one: "h3lp", "c@nt", "su1cide", "k*ll"."""
    plain = disguised.translate(DISGUISES)
    for one in ONES:
        word = re.sub("[1!]", one, plain)
        if word in vocabulary.words:
            return word
    short = plain.replace("*", "", 1)
    fitting = re.compile(re.escape(plain).replace(r"\*", "[a-z]"))
    found = [word for word in vocabulary.by_part.get(short, "").split() if fitting.fullmatch(word)]
    return found[0] if "*" in plain and len(found) == 1 else disguised
