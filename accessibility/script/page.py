"""A script as a page: made for paper first, readable on a telephone and by a screen reader."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from accessibility.script.document import Script

PAGES = Environment(
    loader=PackageLoader("accessibility.script"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
NUMBER = re.compile(r"(?<=\d) (?=\d)")
RIGHT_TO_LEFT = frozenset({"R", "AL"})


def _whole(words: str) -> str:
    """Words in which no number is broken in two at the end of a line."""
    return NUMBER.sub("\N{NO-BREAK SPACE}", words)


def _way(words: str) -> str:
    """The way words run, by their first letter; a number alone runs from left to right."""
    letters = (unicodedata.bidirectional(sign) for sign in words if sign.isalpha())
    return "rtl" if next(letters, "L") in RIGHT_TO_LEFT else "ltr"


PAGES.filters |= {"whole": _whole, "way": _way}
STYLE = Path(__file__).parent / "templates" / "script.css"


def style() -> str:
    """The style of every script."""
    return STYLE.read_text("utf-8")


def as_page(script: Script, style_at: str = "") -> str:
    """The page, whole in one file; or with its style where `style_at` says."""
    inline = "" if style_at else style()
    page = PAGES.get_template("script.html")
    return page.render(script=script, words=script.words, style=inline, style_at=style_at)
