"""A prompt as plain numbered lines, for SMS, terminals, chat programs and screen readers.

The order never changes: what is asked, what may be chosen, and the keys last. Figures of SMS:
3GPP TS 23.038 (alphabets) and TS 23.040 (a part holds 140 octets; in a message of several parts,
6 of them say which part it is).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from accessibility.profile import Face
from accessibility.prompt import OTHER_KEY, Kind, Prompt
from locales import Catalog

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The characters of the GSM 7 bit default alphabet: one septet each."""

EXTENSION = frozenset("\f^{}\\[~]|€")
"""Its extension table: an escape before each, so two septets."""

MOST_PARTS = 2
"""A prompt has at most so many parts: more arrive out of order, and cost the sender each."""

BEYOND_BMP = 0x10000


class SmsAlphabet(StrEnum):
    """The alphabet of a whole text; one character outside GSM 7 bit makes all of it UCS-2."""

    GSM7 = "gsm7"
    UCS2 = "ucs2"


ROOM = {SmsAlphabet.GSM7: (160, 153), SmsAlphabet.UCS2: (70, 67)}
"""Units in a message of one part, and in each part of a longer one."""


def as_text(prompt: Prompt, catalog: Catalog) -> str:
    """The whole prompt as one text."""
    return "\n".join(as_lines(prompt, catalog))


def as_lines(prompt: Prompt, catalog: Catalog) -> list[str]:
    """The prompt line by line; a statement has no lines but its own."""
    if not prompt.asks:
        return prompt.text.splitlines()
    return [
        *prompt.text.splitlines(),
        *prompt.hint.splitlines(),
        *(f"{option.key}. {option.label}" for option in prompt.options),
        *(catalog.say(key) for key in _how(prompt)),
    ]


def person_first(prompt: Prompt, face: Face, catalog: Catalog) -> Prompt:
    """A question that begins with the way to a person, for whom that is the first of all.

    Where it would make a message too long, the way to a person stays where it is: among the keys.
    """
    if not prompt.asks or face.person is None:
        return prompt
    line = catalog.say(f"how-person_{face.person}")
    put = replace(prompt, text=f"{line}\n{prompt.text}")
    fits = sms_parts(as_text(put, catalog)) <= MOST_PARTS
    return put if fits else prompt


def _how(prompt: Prompt) -> Iterator[str]:
    """The keys of the words that say how to answer."""
    if prompt.kind is Kind.MANY:
        yield "how-choose_many"
    if prompt.also and all(option.key != OTHER_KEY for option in prompt.options):
        yield "how-more"
    if prompt.optional and not prompt.chosen:
        yield "how-done" if prompt.options else "how-skip"
    yield "how-keys"


def sms_alphabet(text: str) -> SmsAlphabet:
    """The alphabet a text needs."""
    return SmsAlphabet.GSM7 if set(text) <= BASIC | EXTENSION else SmsAlphabet.UCS2


def sms_parts(text: str) -> int:
    """In how many parts a text travels; an empty one in one part."""
    alphabet = sms_alphabet(text)
    whole, part = ROOM[alphabet]
    widths = [_width(character, alphabet) for character in text]
    return 1 if sum(widths) <= whole else _packed(widths, part)


def _width(character: str, alphabet: SmsAlphabet) -> int:
    """The units one character takes: septets, or 16-bit code units."""
    wide = character in EXTENSION if alphabet is SmsAlphabet.GSM7 else ord(character) >= BEYOND_BMP
    return 2 if wide else 1


def _packed(widths: Iterable[int], room: int) -> int:
    """The parts that hold these widths in order; a character never breaks across two."""
    parts, used = 1, 0
    for width in widths:
        if used + width > room:
            parts, used = parts + 1, 0
        used += width
    return parts
