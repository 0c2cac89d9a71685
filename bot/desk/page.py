"""Pages of the desk: rendered on the server, with no script, in the language of who sits there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from babel.dates import format_timedelta
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

import locales
from bot.values import FORMATS, Words

STYLE_AT = "/desk/static/script.css"
"""The style of a script."""

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
SCRIPTED = {
    **HEADERS,
    "Content-Security-Policy": f"{HEADERS['Content-Security-Policy']}; script-src 'self'; "
    "connect-src 'self'",
}
"""For a page that has keys and hears what is new: our own scripts, and no other."""

SOUNDS = "; media-src 'self'"
"""For a page on which voice notes can be heard."""
PAGES = Environment(
    loader=PackageLoader("bot.desk"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of one visit shares; `proof` goes into each of its forms."""

    words: Words
    practice: bool
    name: str = ""
    signed_in: bool = False
    coordinator: bool = False
    by_card: bool = False
    proof: str = ""

    def outside(self) -> Frame:
        """The same for whoever is no longer signed in."""
        return Frame(self.words, self.practice)

    def page(
        self,
        template: str,
        status: int = 200,
        *,
        scripted: bool = False,
        sounds: bool = False,
        **values: Any,  # noqa: ANN401 - templates take anything
    ) -> HTMLResponse:
        """A page as an answer; `scripted`: with keys for who wants them, `sounds`: to be heard."""
        language = self.words.catalog.language
        html = PAGES.get_template(f"{template}.html").render(
            frame=self,
            scripted=scripted,
            language=language,
            direction=locales.language_of(language).direction,
            **worded(self.words),
            **values,
        )
        answer = HTMLResponse(html, status, headers=SCRIPTED if scripted else HEADERS)
        if sounds:
            answer.headers["Content-Security-Policy"] += SOUNDS
        return answer


def worded(words: Words) -> dict[str, Callable[..., str]]:
    """How templates put codes and values into words."""

    def labels(kind: str, codes: Collection[str]) -> str:
        return words.joined([words.label(kind, code) for code in codes])

    def ago(at: datetime) -> str:
        waited = max(words.now - at, words.now - words.now)
        return format_timedelta(waited, granularity="minute", locale=words.locale)

    def item(question: str) -> str:
        key = question.replace(".", "-")
        return words.item(question) if words.catalog.has(key, "item") else ""

    return {
        "say": words.catalog.say,
        "label": words.label,
        "labels": labels,
        "ago": ago,
        "ways": lambda codes: FORMATS["ways"](list(codes), words),
        "moment": lambda at: FORMATS["at"](at.isoformat(), words),
        "receipt": lambda digits: FORMATS["receipt"](digits, words),
        "distance": lambda metres: FORMATS["distance"](metres, words),
        "joined": lambda parts: words.joined(list(parts)),
        "language_name": lambda code: FORMATS["language"](code, words),
        "native_name": lambda code: locales.language_of(code).native_name if code else "",
        "item": item,
        "detail_name": lambda name: item(f"ask.{name}") or words.catalog.say("desk-added"),
    }
