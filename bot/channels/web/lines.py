"""The lines of a conversation: each has a name of its own, and one that is spoken of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from accessibility.prompt import Prompt
from bot.channel import Said, Shown

OPEN = "open"
"""The name of the open question where it stands by itself, below all lines."""

LETTERS = str.maketrans("0123456789", "abcdefghij")
"""A name stands in addresses, where no digits may look like a telephone number."""

SHORT = 60
"""As many signs tell one line from the next by ear."""


def keyed(said: tuple[Said, ...]) -> Iterator[tuple[str, Said]]:
    """Each line with a name of its own, so that a page adds only those it does not have."""
    times: Counter[str] = Counter()
    for line in said:
        at = f"{line.at:%Y%m%d%H%M%S%f}"
        times[at] += 1
        yield f"{at}-{times[at]}".translate(LETTERS), line


def heard(shown: Shown, name: str) -> Prompt | None:
    """What is heard of the line with a name; None where there is none, or a person spoke."""
    if name == OPEN:
        return shown.open
    return next((line.prompt for key, line in keyed(shown.said) if key == name), None)


def spoken(shown: Shown, name: str) -> str:
    """The id of what was said aloud in the line with a name; "" where nothing is kept of it."""
    return next((line.recording for key, line in keyed(shown.said) if key == name), "")


def in_short(text: str) -> str:
    """The beginning of a text, as what leads to its sound is called."""
    first = " ".join(text.split("\n", 1)[0].split())
    if len(first) <= SHORT:
        return first
    cut = first[:SHORT].rsplit(" ", 1)[0]
    return f"{cut}…"
