"""One spelling for many: folded letters, numbers apart, and how Chinese names sound."""

from __future__ import annotations

import re
import unicodedata

ACCENT = re.compile("[\u0300-\u036f]")
"""Combining marks of Latin, Greek and Cyrillic; the vowel signs of other scripts are letters."""
APOSTROPHE = re.compile("['\u2019\u02bc`]")
NOT_A_WORD = re.compile(r"[^\w]|_")
HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff]")
NOT_HAN = re.compile(f"[^{HAN.pattern[1:]}")
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3007-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
"""Thai, Lao, Burmese, Khmer, kana and Chinese put no spaces between words."""
SEAM = re.compile(f"(?<={UNSPACED.pattern})(?=[a-z0-9])|(?<=[a-z0-9])(?={UNSPACED.pattern})")
NUMBER = re.compile(r"\d+")
HOUSE_NUMBER = re.compile(
    r"\b\d+[a-z]?\b(?:\s*(?:号楼|號樓|号院|號院|号门|单元|單元|[号號栋棟幢座室楼樓层層户戶门]))*"
)
TONE = re.compile(r"(?<=[a-z])[1-5](?![0-9])")


def fold(text: str) -> str:
    """The words of a text in small letters of one width, without accents or marks, spaced once."""
    wide = unicodedata.normalize("NFKD", text.casefold())
    plain = unicodedata.normalize("NFC", ACCENT.sub("", wide))
    words = NOT_A_WORD.sub(" ", APOSTROPHE.sub("", plain))
    return " ".join(SEAM.sub(" ", words).split())


def without_house_number(folded: str) -> str:
    """Folded words without numbers of houses, flats and floors."""
    return " ".join(HOUSE_NUMBER.sub(" ", folded).split())


def numbers(folded: str) -> frozenset[str]:
    """The numbers in folded words."""
    return frozenset(NUMBER.findall(folded))


def is_unspaced(folded: str) -> bool:
    """Whether words run together, so that letters must be compared instead of words."""
    return UNSPACED.search(folded) is not None


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return HAN.search(text) is not None


def sound(folded: str) -> str:
    """How it sounds: Chinese in pinyin without tones, Latin letters as they are; run together.

    Traditional and simplified characters, and characters of one sound, are the same here.
    """
    said = "".join(_syllables(folded)) if has_han(folded) else TONE.sub("", folded)
    return NUMBER.sub("", said).replace(" ", "").replace("v", "u")


def initials(folded: str) -> str:
    """The first letter of each syllable of a Chinese name; "" for any other."""
    if not has_han(folded):
        return ""
    return "".join(syllable[0] for syllable in _syllables(NOT_HAN.sub("", folded)) if syllable)


def _syllables(folded: str) -> list[str]:
    # 55 MB of memory, which a district without Chinese names never needs.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return lazy_pinyin(folded.replace(" ", ""))
