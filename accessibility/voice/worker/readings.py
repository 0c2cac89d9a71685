"""Corrections of what a voice of espeak-ng reads wrongly, by phonemes of its own alphabet.

They are put in after the text was cleaned: nobody else's brackets reach a voice.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

MANDARIN = "sit/cmn"
ER = re.compile(r"(?<=[\u4e00-\u9fff])儿(?![子童科女媳歌戏孙])")
"""The sign that colours the syllable before it ("哪儿"); such words are English to espeak-ng 1.52.

Where it is a child ("儿子") its words are read rightly.
"""


def corrected(voice: str, text: str) -> str:
    """The text with phonemes, in double brackets, for what this voice reads wrongly."""
    signs = _signs(voice)
    if not signs:
        return text
    text = "".join(f"[[{signs[sign]}]]" if sign in signs else sign for sign in text)
    return ER.sub("[['@r35]]", text) if voice == MANDARIN else text


@cache
def _signs(voice: str) -> Mapping[str, str]:
    """Each sign that is read wrongly, and its phonemes."""
    data = tomllib.loads(Path(__file__).with_name("readings.toml").read_text(encoding="utf-8"))
    return {sign: said for said, signs in data.get(voice, {}).items() for sign in signs}
