"""Which words are likely in an answer: those of the open question's options and their keys.

They are a hint to the listening, never a list to choose from: what was said otherwise is heard.
"""

from __future__ import annotations

from dataclasses import dataclass

from accessibility.prompt import Kind, Prompt
from locales import Catalog
from locales.rules import rules

FREE = frozenset({Kind.TEXT, Kind.PLACE, Kind.PHONE, Kind.TIME, None})
"""Questions that are answered in a person's own words; a hint would put ours in their mouth."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The words an answer may have; `free` when any others are as likely."""

    words: tuple[str, ...] = ()
    free: bool = True


def expected_of(prompt: Prompt | None, catalog: Catalog) -> Expected:
    """What may be answered to the open question, or to none.

    A word of one sign is no hint: a listener that expects 三 and 四 hears them in any noise.
    """
    if prompt is None or prompt.kind in FREE:
        return Expected()
    labels = [option.label for option in (*prompt.options, *prompt.also)]
    count = rules(catalog.language).get("numbers", {}).get("count", ())
    keys = [option.key for option in prompt.options if option.key.isdecimal()]
    numbers = [count[int(key)] for key in keys if int(key) < len(count)]
    likely = (word for word in (*labels, *numbers) if len(word) > 1)
    return Expected(tuple(dict.fromkeys(likely)), free=False)
