"""Signs that are said by their names, signs that are silences, and how words are set together."""

from __future__ import annotations

import re
import unicodedata

from accessibility.speech.forms import Forms

STOPS = ".。!！?？"
COMMAS = ",，、;；:：()（）[]【】{}「」『』《》〈〉…—–~～/|•·→"
"""Everything that is a short silence, and nothing else, when it is said."""

WITHIN = "'’-"
"""These are a part of a word between its letters."""

BETWEEN_NUMBERS = "-–/"
"""Whether it is a range, a house or a date nobody can tell; so it is said as what it is."""

BEFORE_NUMBERS = "<>"
"""These compare only there; elsewhere they are markup or arrows."""

QUOTES = '"“”„«»‘`'

_EDGE = " \n="
_NARROW, _WIDE = ",.!?", "，。！？"
_HAN = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff，。！？]"


def named(found: re.Match[str], forms: Forms) -> str:
    """What one character that is neither letter nor digit becomes."""
    sign, text = found[0], found.string
    before = text[found.start() - 1 : found.start()] or " "
    after = text[found.end() : found.end() + 1] or " "
    if sign in WITHIN and before.isalpha() and after.isalpha():
        return "-" if sign == "-" else "'"
    if sign in BETWEEN_NUMBERS and before.isdigit() and after.isdigit():
        return f" {forms.symbols.get(sign, ',')} "
    if sign in QUOTES or sign in WITHIN:
        return _alone(sign, before, after, forms)
    if sign in STOPS or sign in COMMAS:
        return sign if sign in STOPS else ", "
    if sign in BEFORE_NUMBERS and not text[found.end() :].lstrip()[:1].isdigit():
        return " "
    return f" {forms.symbols[sign]} " if sign in forms.symbols else _kept(sign)


def _alone(sign: str, before: str, after: str, forms: Forms) -> str:
    """A dash or a quote is said only where it stands by itself."""
    if before in _EDGE and (after in _EDGE or after in STOPS + COMMAS):
        return f" {forms.symbols.get(sign, '')} "
    return " "


def _kept(sign: str) -> str:
    """A mark that belongs to a letter stays (vowel signs are marks in many scripts)."""
    return sign if unicodedata.category(sign).startswith("M") else " "


def tidy(text: str, *, spaces: bool) -> str:
    """Words set together: one space or none, one mark at a time, none at the beginning."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" (?=[,.!?，。！？])", "", text)
    text = re.sub(r"([,，])[,，]+", r"\1", text)
    text = re.sub(r"[,，](?=[.!?。！？])|(?<=[.!?。！？])[,，]", "", text)
    text = re.sub(r"([.!?。！？])[.!?。！？]+", r"\1", text)
    if not spaces:
        text = text.translate(str.maketrans(_NARROW, _WIDE))
        text = re.sub(rf"(?<={_HAN}) | (?={_HAN})", "", text)
    else:
        text = text.translate(str.maketrans(_WIDE, _NARROW))
        text = re.sub(r"(?<=[,.!?])(?=[^\s,.!?])", " ", text)
    return text.strip(" ,，、").lstrip(".。!！?？ ")
