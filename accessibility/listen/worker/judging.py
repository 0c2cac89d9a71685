"""Words that nobody said: what models write where there is silence, noise or music. Pure."""

from __future__ import annotations

import re
import zlib

MOST_ALIKE = 2.4
"""How much a text may be compressed before it is one thing over and over: Whisper's own bound."""

LONG_ENOUGH = 40
"""Bytes of a text from which its compression tells anything."""

LOOP = re.compile(r"(.{1,40}?)\1{3,}", re.DOTALL)
"""The same, four times on end."""

ASIDES = re.compile(r"[\[(（【*][^\])）】*]{0,60}[\])）】*]|[♪♫]+")
"""Sounds in words: "[Music]", "(applause)"."""

NEVER_SAID = (
    "thank you for watching",
    "thanks for watching",
    "please subscribe",
    "subtitles by",
    "amara.org",
    "字幕",
    "谢谢观看",
    "謝謝觀看",
    "请不吝点赞",
    "請不吝點贊",
)
"""What Whisper learnt from the ends of films."""


def said(text: str) -> str:
    """The words of a text, without sounds put in words."""
    return " ".join(ASIDES.sub(" ", text).split())


def made_up(text: str) -> bool:
    """Whether a text is one that models make of anything."""
    plain = text.casefold()
    if not any(sign.isalnum() for sign in plain):
        return True
    return any(one in plain for one in NEVER_SAID) or _goes_round(plain)


def _goes_round(text: str) -> bool:
    joined = re.sub(r"[\s,.，。!！?？]+", " ", text)
    looped = any(not found[1].isdecimal() for found in LOOP.finditer(f"{joined} "))
    raw = text.encode("utf-8", "replace")
    return looped or (len(raw) > LONG_ENOUGH and len(raw) / len(zlib.compress(raw)) > MOST_ALIKE)
