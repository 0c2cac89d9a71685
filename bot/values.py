"""Values of notices and prompts put in words: codes to labels, moments to clock times.

A field's name says how it is worded, so that one word means one thing everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

from locales import Catalog

Value = str | int | float | list[Any] | dict[str, Any] | None
"""What JSON carries."""

PEOPLE = ("one", "two", "three", "four", "five_or_more")
"""How many people food is for, as it is asked; the last one counts as five."""

HECTOMETRES_A_KM = 10
FAR = 100
"""In hectometres: from here on whole kilometres are told, for nobody walks by the difference."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language at one moment in one time zone."""

    catalog: Catalog
    now: datetime
    zone: ZoneInfo

    @property
    def locale(self) -> Locale:
        """The CLDR locale of the language."""
        return Locale.parse(self.catalog.language, sep="-")

    def label(self, kind: str, code: str) -> str:
        """The words for a code; the code itself where it is a name already."""
        key = f"{kind}-{code}"
        return self.catalog.say(key) if self.catalog.has(key) else code

    def joined(self, parts: list[str]) -> str:
        """A list as the language writes one: "a, b and c".

        Without its "and" where an item has one: nobody must guess where an item ends.
        """
        patterns = self.locale.list_patterns["standard"]
        comma, last = (str(patterns[name].format("", "")) for name in ("middle", "2"))
        if any(last in part for part in parts):
            return comma.join(parts)
        return format_list(parts, locale=self.locale) if parts else ""

    def option(self, question: str, code: str, **values: str | int) -> str:
        """The label of an option of a question ("ask.need"), its own or the shared one.

        `values` are those of the question: an option may be called by what it is about.
        """
        own = f"{question.replace('.', '-')}-{code}"
        if self.catalog.has(own):
            return self.catalog.say(own, None, **values)
        return self.label("option", code)

    def item(self, question: str) -> str:
        """The short name of a question, for a read-back."""
        return self.catalog.say(question.replace(".", "-"), "item")


def in_words(values: Mapping[str, Any], words: Words) -> dict[str, str | int]:
    """Every value as text, by its field's name; a field with no format passes as it is.

    Codes by which a sentence is chosen (outcome, by, kind) and counts stay what they are.
    """
    told = {
        name: FORMATS[name](value, words) if name in FORMATS else value
        for name, value in values.items()
        if value not in (None, "", [], {}) and (name in FORMATS or isinstance(value, str | int))
    }
    if values.get("people") in PEOPLE:
        told["count"] = PEOPLE.index(values["people"]) + 1
    return told | ({"options": _chosen(values, words)} if values.get("options") else {})


def _chosen(values: Mapping[str, Any], words: Words) -> str:
    """The options pressed so far, at the question they belong to."""
    labels, question = values.get("labels", {}), str(values["question"])
    return words.joined(
        [labels.get(code) or words.option(question, code) for code in values["options"]]
    )


def _labels(kind: str) -> Callable[[Value, Words], str]:
    def worded(value: Value, words: Words) -> str:
        codes = value if isinstance(value, list | tuple) else [value]
        return words.joined([words.label(kind, str(code)) for code in codes])

    return worded


def _ways(value: Value, words: Words) -> str:
    """The ways to talk with somebody, one after the other."""
    ways = [words.label("call_by", str(code)) for code in value] if isinstance(value, list) else []
    say = words.catalog.say
    return reduce(lambda one, other: say("part-then", first=one, second=other), ways)


def _moment(value: Value, words: Words) -> str:
    at = datetime.fromisoformat(str(value)).astimezone(words.zone)
    clock = format_time(at, "HH:mm", locale=words.locale)
    days = (at.date() - words.now.astimezone(words.zone).date()).days
    if days == 0:
        return words.catalog.say("time-today", time=clock)
    if days == 1:
        return words.catalog.say("time-tomorrow", time=clock)
    day = format_date(
        at, "full" if abs(days) > timedelta(days=300).days else "EEEE d MMMM", locale=words.locale
    )
    return words.catalog.say("time-day", day=day, time=clock)


def _tries(value: Value, words: Words) -> str:
    """What came of each try: the same said once, with how often."""
    counted = Counter(value if isinstance(value, list) else ())
    labels = {code: words.label("call_outcome", str(code)) for code in counted}
    say = words.catalog.say
    return words.joined(
        [say("tried-times", what=labels[code], count=n) for code, n in counted.items()]
    )


def _distance(value: Value, words: Words) -> str:
    """About how far it is in a straight line; the way may be longer, and the words say so."""
    hectometres = max(1, int(float(str(value)) / 100 + 0.5))
    if hectometres < HECTOMETRES_A_KM:
        return words.catalog.say("distance-metres", number=str(hectometres * 100))
    far = hectometres / HECTOMETRES_A_KM
    told = format_decimal(int(far + 0.5) if hectometres >= FAR else far, "0.#", words.locale)
    return words.catalog.say("distance-kilometres", number=told)


def _receipt(value: Value, words: Words) -> str:
    del words
    digits = str(value)
    return f"{digits[:4]} {digits[4:]}"


def _language(value: Value, words: Words) -> str:
    """A language by its name in the language of the words: "Chinese"."""
    try:
        return Locale.parse(str(value), sep="-").get_language_name(words.locale) or str(value)
    except (ValueError, UnknownLocaleError):
        return str(value)


def _faults(value: Value, words: Words) -> str:
    """Why a typed line is refused, one sentence a line."""
    faults = value if isinstance(value, list) else []
    return "\n".join(
        words.catalog.say(
            f"say-{one['code']}", None, **{n: one[n] for n in ("step", "said") if one[n]}
        )
        for one in faults
    )


def _lost(value: Value, words: Words) -> str:
    """What areas lost or have again, and why if that is told, one sentence a line."""
    return "\n".join(_lost_line(one, words) for one in (value if isinstance(value, list) else ()))


def _lost_line(one: Mapping[str, Any], words: Words) -> str:
    say = words.catalog.say
    told = {
        "areas": _areas(one["areas"], words),
        "more": one.get("more", 0),
        "leaves": words.joined([words.label("leaf", code) for code in one["leaves"]]),
    }
    why = [
        say(f"loss-{reason['code']}", None, count=reason.get("count", 0))
        for reason in one.get("because", ())
    ]
    line = say("lost-line", None, **told)
    return f"{line} {say('lost-why', None, why=words.joined(why))}" if why else line


def _areas(value: Value, words: Words) -> str:
    return words.joined([str(name) for name in value] if isinstance(value, list) else [])


def _details(value: Value, words: Words) -> str:
    told = value.items() if isinstance(value, dict) else ()
    lines = ({"question": f"ask.{name}", "answer": [str(text)]} for name, text in told if text)
    return "\n".join(_item(line, words) for line in lines)


def _read_back(value: Value, words: Words) -> str:
    return "\n".join(_item(line, words) for line in (value if isinstance(value, list) else ()))


def _item(line: Mapping[str, Any], words: Words) -> str:
    item = words.item(line["question"])
    return words.catalog.say("read_back-line", item=item, value=_answer(line, words))


def _answer(value: Value | Mapping[str, Any], words: Words) -> str:
    """What is answered to a question, by its labels, or by those of a `kind` of codes."""
    told = value if isinstance(value, Mapping) else {}
    labels, question, kind = told.get("labels", {}), str(told.get("question")), told.get("kind")

    def named(code: str) -> str:
        return words.label(kind, code) if kind else words.option(question, code)

    return words.joined([labels.get(code) or named(code) for code in told.get("answer", ())])


FORMATS: Mapping[str, Callable[[Value, Words], str]] = {
    "leaves": _labels("leaf"),
    "accommodations": _labels("accommodation"),
    "ways": _ways,
    "manner": _labels("manner"),
    "command": _labels("command"),
    "danger_class": _labels("danger_class"),
    "urgency": _labels("urgency"),
    "status": _labels("request_status"),
    "reason": _labels("call_reason"),
    "tries": _tries,
    "before": _moment,
    "at": _moment,
    "since": _moment,
    "distance": _distance,
    "receipt": _receipt,
    "details": _details,
    "areas": _areas,
    "lost": _lost,
    "language": _language,
    "interpreter": _language,
    "faults": _faults,
    "read_back": _read_back,
    "changes": _read_back,
    "heard": _answer,
}
