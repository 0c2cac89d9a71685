"""A prompt, or any text, as speech: question, a person, the options before their keys, the rest.

The keys are the ones that are printed, so that what is heard can be pressed or typed. A person is
offered first, the options follow (W3C COGA, "Making Content Usable": voice menus).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import locales
from accessibility.prompt import OTHER_KEY, Kind, Option, Prompt
from accessibility.speech.aloud import in_tongue, tongue_of
from accessibility.speech.forms import forms_of
from accessibility.speech.patterns import LINK, MARKUP, neutral
from accessibility.speech.scripts import runs
from accessibility.speech.segment import (
    AFTER_OPTION_MS,
    AFTER_QUESTION_MS,
    AFTER_SENTENCE_MS,
    Segment,
    Speech,
)
from locales import Catalog

Able = Callable[[str], bool]
"""Whether there is a voice for a language, by its BCP 47 tag."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FRACTION = re.compile(r"(?<=\d)[¼-¾⅐-⅞]")
"""Behind a whole number: composed without a space, 1½ would become 11⁄2."""

_APOSTROPHES = str.maketrans("’ʼ‘", "'''")


def _every(_language: str) -> bool:
    return True


def as_speech(prompt: Prompt, catalog: Catalog, able: Able = _every) -> Speech:
    """The whole prompt as it is said. A statement has no keys."""
    said = prompt.spoken or "\n".join(part for part in (prompt.text, prompt.hint) if part)
    told = list(spoken(said, catalog, able))
    if not prompt.asks:
        return tuple(told)
    told[-1:] = [replace(last, pause=AFTER_QUESTION_MS) for last in told[-1:]]
    for line in _choices(prompt, catalog):
        told += _ending(spoken(line, catalog, able), AFTER_OPTION_MS)
    return tuple(told)


def spoken(text: str, catalog: Catalog, able: Able = _every) -> Speech:
    """Any text as it is said in the language of a catalog, sentence lines with silences between.

    Stretches in another script are in that script's language; where `able` knows no voice for it,
    a few words say so instead.
    """
    return tuple(
        segment
        for line in _plain(text).splitlines()
        for segment in _ending(_line(line, catalog, able), AFTER_SENTENCE_MS)
    )


def _choices(prompt: Prompt, catalog: Catalog) -> Iterator[str]:
    """The lines after a question, in the order in which they are said."""
    yield catalog.say("speech-person")
    if prompt.kind is Kind.MANY:
        yield catalog.say("speech-choose_many")
    for option in prompt.options:
        yield _option(option, catalog)
    if prompt.also and all(option.key != OTHER_KEY for option in prompt.options):
        yield catalog.say("speech-more")
    if prompt.optional and not prompt.chosen:
        yield catalog.say("speech-done" if prompt.options else "speech-skip")
    yield catalog.say("speech-keys")


def _option(option: Option, catalog: Catalog) -> str:
    """An option before its key, in the language of its label: a language names itself."""
    label = option.label.rstrip(".。 ")
    languages = {language for language, _ in runs(label, catalog.language, None)}
    own = languages.pop() if len(languages) == 1 else catalog.language
    if own != catalog.language and own in {one.code for one in locales.languages()}:
        catalog = locales.catalog(own)
    return catalog.say("speech-option", label=label, press=option.key)


def _line(line: str, catalog: Catalog, able: Able) -> Iterator[Segment]:
    """One line, each stretch in its own language."""
    known = {one.code for one in locales.languages()}
    base = catalog.language
    line = LINK.sub(lambda found: _instead(found.lastgroup, catalog), MARKUP.sub(" ", line))
    for language, text in runs(line, base, neutral(forms_of(base))):
        if language != base and not able(language):
            yield Segment(base, catalog.say("speech-other_script"))
            continue
        words = locales.catalog(language) if language in known else catalog
        if said := in_tongue(text, tongue_of(language, words)):
            yield Segment(language, said)


def _instead(kind: str | None, catalog: Catalog) -> str:
    return f" {catalog.say('speech-mail' if kind == 'mail' else 'speech-link')} "


def _ending(segments: Iterable[Segment], pause: int) -> list[Segment]:
    """The segments with a silence after the last one."""
    told = list(segments)
    return [*told[:-1], *(replace(last, pause=pause) for last in told[-1:])]


def _plain(text: str) -> str:
    """The text with plain digits and letters for wide, round or raised ones, and none hidden."""
    if text.isascii():
        return _CONTROL.sub(" ", text)
    apart = _FRACTION.sub(r" \g<0>", text.translate(_APOSTROPHES))
    composed = unicodedata.normalize("NFKC", apart)
    return "".join(_bare(character) for character in composed)


def _bare(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Nd":
        return str(unicodedata.digit(character))
    if character in "\n\t":
        return character
    return " " if kind in {"Nl", "No", "Cc"} else "" if kind.startswith("C") else character
