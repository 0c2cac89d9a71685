"""What to look for in a text before it is said: the kinds of stretches, the first that fits first.

Digits are ASCII by then, and wide forms are plain ones (NFKC).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from accessibility.speech.forms import Forms

TIME = r"(?P<{0}hour>[01]?\d|2[0-4]):(?P<{0}minute>[0-5]\d)"
LATIN = "A-Za-z\u00c0-\u024f"
"""Latin letters, plain and with marks: what goes on with one of them is another word."""

AMOUNT = r"\d+(?:,\d{3})*(?:\.\d+)?"

ISO = (
    r"\d{4}-\d{2}-\d{2}(?!\d)"
    r"(?:[T ](?P<iso_hour>\d{2}):(?P<iso_minute>\d{2})(?::\d{2}(?:\.\d+)?)?"
    r"(?:Z|[+-]\d{2}:?\d{2})?)?"
)
PHONE = r"\+?(?:\(?\d\)?[ ./\-]{0,2}){6,}\d"
"""At least seven digits in groups belong together (ITU-T E.164 allows up to fifteen)."""

REST = r"[^\s，。；：！？、）」』”]*[^\s，。；：！？、）」』”.,;:!?)\"'>\]]"
"""The rest of an address of the web: up to a space, without the mark that ends the sentence."""

LINK = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    rf"|(?:(?:https?|ftps?|wss?|tg|file)://|www\.){REST}"
    rf"|(?<![\w.])(?:[a-z0-9-]+\.)+[a-z]{{2,}}/(?:{REST})?"
    r"|(?<![\w.])(?:[a-z0-9-]{2,}\.)+(?:com|org|net|info|app|io|me|cn|eu|uk|de|fr)(?![\w])",
    re.IGNORECASE | re.ASCII,
)
"""Addresses of the web and of mail; nothing of one can be kept in mind by ear."""


MARKUP = re.compile(
    r"</?(?:a|b|i|u|s|p|em|br|hr|li|ul|ol|tr|td|code|pre|span|div|strong|speak|break|mark|say-as"
    r"|phoneme|prosody|voice|audio|script|style|img)(?:\s+[\w:-]+=[^<>]*)?\s*/?>",
    re.IGNORECASE,
)
"""Tags of HTML and SSML; words between signs that are none of these are words."""


@lru_cache(maxsize=64)
def pattern(forms: Forms, months: tuple[str, ...]) -> re.Pattern[str]:
    """Every kind of stretch that a language has words for; at the end, any one character."""
    kinds = [(name, body) for name, body in _kinds(forms, months) if body]
    return re.compile("|".join([*(f"(?P<{name}>{body})" for name, body in kinds), r"[^\w\s]|_"]))


@lru_cache(maxsize=64)
def neutral(forms: Forms) -> re.Pattern[str]:
    """What is in Latin letters and yet of any language: units, short forms, the R of R 4829."""
    units = _any(sign for sign in forms.units if re.search("[A-Za-z]", sign))
    found = [rf"(?<=\d)\s?(?:{units})(?![{LATIN}])"] if units else []
    found += [_whole(_any(forms.abbreviations))] if forms.abbreviations else []
    found += [rf"(?<![{LATIN}])[A-Z]{{1,2}}(?=\s?\d)"]
    return re.compile("|".join(found))


def _kinds(forms: Forms, months: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    said = bool(forms.small)
    units, times = _any(forms.units), bool(forms.clock.parts)
    signs = _any(sign for sign in forms.units if unicodedata.category(sign[0]) == "Sc")
    named = _any(month for month in months if not re.search(r"\d", month))
    date = rf"(?<!\d)(?P<date_day>[12]?\d|3[01])\.? (?P<date_month>{named})(?!\w)"
    yield "iso", rf"(?<!\d){ISO}" if said and months else ""
    yield "span", rf"(?<!\d){TIME.format('first_')} ?[-–] ?{TIME.format('last_')}" if times else ""
    yield "clock", rf"(?<!\d){TIME.format('')}(?!\d)" if times else ""
    yield "date", rf"{date}(?:,? (?P<date_year>\d{{4}})(?!\d))?" if named and forms.days else ""
    yield "money", rf"(?P<currency>{signs}) ?(?P<amount>{AMOUNT})" if signs else ""
    unit = rf"(?P<measured>{AMOUNT}) ?(?P<unit>{units})(?![{LATIN}])"
    yield "quantity", unit if units else ""
    yield "phone", PHONE
    yield "fraction", r"(?:(?P<whole>\d{1,3}) )?(?P<part>\d{1,2}⁄\d{1,3})" if said else ""
    yield "minus", r"(?<![\w.,)\]-])-(?=\d)" if "−" in forms.symbols else ""
    yield "year", r"\d{4}(?=年)" if forms.years == "digits" else ""
    yield "grouped", r"\d{1,3}(?:,\d{3})+(?!\d)" if said else ""
    yield "decimal", r"\d+\.\d+" if forms.point else ""
    yield "ordinal", r"(?<!\d)(?P<nth>[12]?[1-9]|[123]0|31)(?:st|nd|rd|th)\b" if forms.days else ""
    yield "counted", _counted(forms)
    yield "plain", r"\d+"
    yield "parted", r"(?<=\d)\s+(?=\d)"
    yield "leading", _leading(forms)
    yield "short", _whole(_any(forms.abbreviations)) if forms.abbreviations else ""


def _counted(forms: Forms) -> str:
    """A quantity: the word for what is counted follows, at once or after a space."""
    if not forms.counted or not forms.small:
        return ""
    end = r"(?!\w)" if forms.spaces else ""
    return rf"\d{{1,9}}(?=\s?(?:{_any(forms.counted)}){end})"


def _leading(forms: Forms) -> str:
    if not forms.before_number:
        return ""
    return rf"(?<!\w)(?:{_any(forms.before_number)})(?=\s?\d)"


def _whole(body: str) -> str:
    """Only as a whole word of Latin letters; other scripts may stand beside it without a space."""
    return rf"(?<![{LATIN}])(?:{body})(?![{LATIN}0-9])"


def _any(words: Iterable[str]) -> str:
    """One of these, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
