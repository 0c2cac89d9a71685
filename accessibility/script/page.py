"""A script as a page: made for paper first, readable on a telephone and by a screen reader."""

from __future__ import annotations

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
STYLE = Path(__file__).parent / "templates" / "script.css"


def style() -> str:
    """The style of every script."""
    return STYLE.read_text("utf-8")


def as_page(script: Script, style_at: str = "") -> str:
    """The page, whole in one file; or with its style where `style_at` says."""
    inline = "" if style_at else style()
    page = PAGES.get_template("script.html")
    return page.render(script=script, words=script.words, style=inline, style_at=style_at)
