"""Which language a stretch of text is in, as far as its script tells.

A voice that meets letters it does not know spells them out or says nothing. So each stretch of
another script is given to the language that writes it: the first of our own languages, or the
one that is likeliest for the script (CLDR, by `langcodes`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import langcodes

import locales

SCRIPTS = {
    "LATIN": "Latn",
    "CJK": "Hani",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
    "HANGUL": "Hang",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "GURMUKHI": "Guru",
    "GUJARATI": "Gujr",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "KANNADA": "Knda",
    "MALAYALAM": "Mlym",
    "SINHALA": "Sinh",
    "THAI": "Thai",
    "LAO": "Laoo",
    "KHMER": "Khmr",
    "MYANMAR": "Mymr",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
}
"""The first word of a character's Unicode name, and its script (ISO 15924)."""

WRITTEN_IN = {
    "Hans": frozenset({"Hani"}),
    "Hant": frozenset({"Hani"}),
    "Jpan": frozenset({"Hani", "Kana"}),
    "Kore": frozenset({"Hang", "Hani"}),
}
"""Systems of writing that are a script with another name, or several together."""

LIKELIEST = {"Hani": "zh-Hans", "Kana": "ja", "Hang": "ko"}
"""Scripts to which `langcodes` gives no language by themselves."""

UNKNOWN = "und"
"""A script that we have no name for."""


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """The script of a letter; "" for what belongs to none: digits, marks, signs."""
    if not unicodedata.category(character).startswith("L"):
        return ""
    first = unicodedata.name(character, "").partition(" ")[0]
    return "" if first == "MODIFIER" else SCRIPTS.get(first, UNKNOWN)


def runs(text: str, language: str, neutral: re.Pattern[str] | None) -> Iterator[tuple[str, str]]:
    """The stretches of a text with the language of each.

    What has no script of its own (digits, signs, and what `neutral` finds) goes with its
    neighbours where they agree, at an edge with the only one there is, and else with `language`.
    """
    if text.isascii() and "Latn" in _scripts(language):
        yield from ((language, text),) if text.strip() else ()
        return
    marked = _marked(text, language, neutral)
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or marked[at] != marked[start]:
            if text[start:at].strip():
                yield marked[start], text[start:at]
            start = at


def _marked(text: str, language: str, neutral: re.Pattern[str] | None) -> list[str]:
    """A language for each character."""
    codes: list[str] = [_language(script_of(character), language) for character in text]
    for found in neutral.finditer(text) if neutral else ():
        codes[found.start() : found.end()] = [""] * (found.end() - found.start())
    at = 0
    while at < len(codes):
        if codes[at]:
            at += 1
            continue
        end = next((n for n in range(at, len(codes)) if codes[n]), len(codes))
        before = codes[at - 1] if at else ""
        after = codes[end] if end < len(codes) else ""
        codes[at:end] = [_between(before, after, language)] * (end - at)
        at = end
    return codes


def _between(before: str, after: str, language: str) -> str:
    known = {before, after} - {""}
    return known.pop() if len(known) == 1 else language


@lru_cache(maxsize=512)
def _language(script: str, language: str) -> str:
    """Who reads a script: the language itself if it writes it, another of ours, the likeliest."""
    if not script:
        return ""
    ours: Iterable[str] = (language, *(one.code for one in locales.languages()))
    for code in ours:
        if script in _scripts(code):
            return code
    if script in LIKELIEST:
        return LIKELIEST[script]
    likely = langcodes.Language.get(f"und-{script}").maximize().language
    return likely or UNKNOWN


@lru_cache(maxsize=64)
def _scripts(code: str) -> frozenset[str]:
    written = langcodes.Language.get(code).maximize().script or ""
    return WRITTEN_IN.get(written, frozenset({written}))
