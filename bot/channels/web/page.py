"""The conversation as an accessible page; every word of it is the language's own."""

from __future__ import annotations

import secrets

from jinja2 import Environment, PackageLoader, StrictUndefined

import locales
from accessibility.prompt import Kind
from bot.channel import Shown

PAGES = Environment(
    loader=PackageLoader("bot.channels.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
BY = {"linli": "linli", "person": "you", "caller": "person"}
"""Who said a line, as the visitor would put it."""

TYPED = frozenset({Kind.TEXT, Kind.PLACE, Kind.PHONE, Kind.TIME})


def as_page(
    shown: Shown, *, practice: bool, exit_url: str, code: str = "", refused: bool = False
) -> str:
    """The whole page: what was said, and the ways to answer the open question."""
    catalog = locales.catalog(shown.language)
    return PAGES.get_template("chat.html").render(
        say=catalog.say,
        language=catalog.language,
        direction=locales.language_of(catalog.language).direction,
        shown=shown,
        by=BY,
        open=shown.open,
        many=shown.open is not None and shown.open.kind is Kind.MANY,
        typed=shown.open is None or shown.open.kind in TYPED,
        message_id=secrets.token_hex(8),
        practice=practice,
        exit_url=exit_url,
        code=code,
        refused=refused,
    )
