"""Words that nobody said: what models write where there is silence, noise or music. Pure.

Models also go round, one word over and over; but so does somebody who shouts for help. Such words
are kept once, and doubted.
"""

from __future__ import annotations

import re
import zlib

MOST_ALIKE = 2.4
"""How much a text may be compressed before it is one thing over and over: Whisper's own bound."""

LONG_ENOUGH = 40
"""Bytes of a text from which its compression tells anything."""

LOOP = re.compile(r"(.{1,40}?)\1{3,}", re.DOTALL | re.IGNORECASE)
"""The same, four times on end."""

PAUSES = re.compile(r"[\s,.，。!！?？、]+")
ASIDES = re.compile(r"[\[(（【*][^\])）】*]{0,60}[\])）】*]|[♪♫]+")
"""Sounds in words: "[Music]", "(applause)"."""

NEVER_SAID = (
    "thank you for watching",
    "thanks for watching",
    "please subscribe",
    "subtitles by",
    "amara.org",
    "字幕由",
    "字幕志愿者",
    "字幕組",
    "字幕组",
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
    nothing = not any(sign.isalnum() for sign in plain)
    return nothing or any(one in plain for one in NEVER_SAID)


def goes_round(text: str) -> bool:
    """Whether a text is one thing over and over."""
    raw = text.encode("utf-8", "replace")
    thin = len(raw) > LONG_ENOUGH and len(raw) / len(zlib.compress(raw)) > MOST_ALIKE
    joined = f"{PAUSES.sub(' ', text.casefold())} "
    return thin or any(not _is_figure(found[1]) for found in LOOP.finditer(joined))


def once(text: str) -> str:
    """The text with what is said over and over said once."""
    joined = f"{PAUSES.sub(' ', text)} "
    return LOOP.sub(lambda found: found[1], joined).strip()


def _is_figure(part: str) -> bool:
    """Whether a part is one figure: telephone numbers have four of the same."""
    return len(part.strip()) == 1 and part.strip().isnumeric()
