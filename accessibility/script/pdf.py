"""A script as a tagged PDF with its fonts inside, where this machine is able to make one.

WeasyPrint lays it out. It is an extra: it needs Pango, and fonts for every language.
"""

from __future__ import annotations

import logging
import threading
from functools import partial
from typing import Any

from accessibility.script.document import Script
from accessibility.script.page import as_page

VARIANT = "pdf/ua-1"
ONE_AT_A_TIME = threading.Lock()
"""The libraries below share state between threads."""

THEIRS = ("/BlockQuote", "/Span")
"""What holds words in the resident's language on the page; all else is in the caller's."""

NO_GLYPH = "glyph rendered"
GET = "pip install 'linli[pdf]', and apt-get install libpango-1.0-0 libpangoft2-1.0-0"
FONTS = "apt-get install fonts-noto-core fonts-wqy-microhei (or fonts-noto-cjk)"


class NoPdf(RuntimeError):  # noqa: N818 - it says what is the case
    """No PDF can be made here; the message says what is missing and how to get it."""


def lacking() -> str:
    """What must be installed before a PDF can be made here; nothing, if it can be tried."""
    try:
        import weasyprint  # noqa: F401, PLC0415 - an extra, and slow to load
    except (ImportError, OSError):
        return GET
    return ""


class _Missing(logging.Handler):
    """Hears of letters that no font has."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard = False

    def emit(self, record: logging.LogRecord) -> None:
        """Note a missing letter."""
        self.heard = self.heard or NO_GLYPH in record.getMessage()


def _finish(theirs: str, _document: Any, pdf: Any) -> None:  # noqa: ANN401 - another library's own
    """Say what each header of a table is over, and which passages are in their language."""
    text = type(pdf.catalog["Lang"])
    elements = {one.number: one for one in pdf.objects if hasattr(one, "get")}
    for one in elements.values():
        if one.get("S") == "/TH":
            one["A"]["Scope"] = _scope_of(one, elements)
        elif one.get("S") in THEIRS:
            one["Lang"] = text(theirs)


def _scope_of(header: Any, elements: dict[int, Any]) -> str:  # noqa: ANN401 - likewise
    over = _above(_above(header, elements), elements)
    return "/Column" if over.get("S") == "/THead" else "/Row"


def _above(one: Any, elements: dict[int, Any]) -> Any:  # noqa: ANN401 - likewise
    return elements[int(one["P"].split()[0])]


def as_pdf(script: Script) -> bytes:
    """The PDF; raises NoPdf rather than give a paper with empty squares for letters."""
    try:
        from weasyprint import HTML  # noqa: PLC0415 - an extra, and slow to load
    except (ImportError, OSError) as error:
        raise NoPdf(f"WeasyPrint or Pango is missing: {GET}") from error
    log, missing = logging.getLogger("weasyprint"), _Missing()
    with ONE_AT_A_TIME:
        log.addHandler(missing)
        try:
            page = HTML(string=as_page(script))
            made: bytes = page.write_pdf(
                pdf_variant=VARIANT, finisher=partial(_finish, script.theirs[0])
            )
        finally:
            log.removeHandler(missing)
    if missing.heard:
        raise NoPdf(f"No font on this machine has every letter of this script: {FONTS}")
    return made
