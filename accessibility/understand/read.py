"""The one place where a reply becomes a `Reading`, on every channel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from accessibility.prompt import Command, Kind, Prompt, Reading, ReadingKind
from accessibility.understand import command
from accessibility.understand.choice import one, shown
from accessibility.understand.clock import time_of_day
from accessibility.understand.codes import ASK, EMERGENCY, FLAG
from accessibility.understand.judge import Judgement, judged
from accessibility.understand.listing import many
from accessibility.understand.meant import meant
from accessibility.understand.phone import e164
from accessibility.understand.rules import Rules, rules_of
from accessibility.understand.spelling import cleaned, says_something
from locales.rules import ruled

UNCLEAR = Reading(ReadingKind.UNCLEAR)
UNSURE = frozenset({ReadingKind.UNCLEAR, ReadingKind.TEXT})
NO_PROMPT = Prompt("")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a person wrote at a question, and what is needed to read it."""

    text: str
    prompt: Prompt
    region: str
    rules: Rules
    language: str


def read(text: str, prompt: Prompt | None, language: str, *, region: str = "") -> Reading:
    """What a reply to the open question means; UNCLEAR whenever that is in doubt.

    Danger is heard before anything else; only an option that says so itself ("No, I am in
    danger") stays that option, whose outcome alarms. A flag stands beside the reading.
    `language` is a BCP 47 tag, or "" while none is chosen: then a reply in any language with
    rules is understood. `region` is the ISO 3166 code of a phone number without country code.
    """
    tags = (language,) if language else ruled() or ("",)
    replies = [Reply(text, prompt or NO_PROMPT, region, rules_of(tag), tag) for tag in tags]
    danger = Judgement() if any(map(_is_offered, replies)) else judged(text, language)
    if danger.outcome in (EMERGENCY, ASK):
        return _alarmed(Reading(ReadingKind.DANGER, text=cleaned(text)), danger)
    reading = _agreed([READERS[reply.prompt.kind](reply) for reply in replies])
    return _alarmed(reading, danger) if danger.outcome == FLAG else reading


def _alarmed(reading: Reading, danger: Judgement) -> Reading:
    return replace(reading, alarm=danger.outcome, danger_class=danger.danger_class, why=danger.why)


def _agreed(readings: list[Reading]) -> Reading:
    """The one reading in which all languages agree that understand the reply."""
    sure = [reading for reading in readings if reading.kind not in UNSURE]
    if not sure:
        return readings[0]
    return sure[0] if sure == sure[:1] * len(sure) else UNCLEAR


def _is_offered(reply: Reply) -> bool:
    """Whether the whole reply is the label of an option that is shown, or of several of many."""
    if reply.prompt.kind is Kind.MANY:
        return bool(many(reply.text, reply.prompt, reply.rules))
    menu = reply.prompt.kind is Kind.ONE
    return menu and bool(shown(reply.text, reply.prompt.options, reply.rules))


def _one(reply: Reply) -> Reading:
    code = one(reply.text, reply.prompt, reply.rules)
    if code:
        return _options(code)
    said = _menu(reply)
    if said.kind is not ReadingKind.UNCLEAR:
        return said
    codes = meant(reply.text, reply.prompt, reply.language)
    return _options(*codes) if len(codes) == 1 else UNCLEAR


def _many(reply: Reply) -> Reading:
    codes = many(reply.text, reply.prompt, reply.rules)
    if codes:
        return _options(*codes)
    said = _menu(reply)
    if said.kind is not ReadingKind.UNCLEAR:
        return said
    codes = meant(reply.text, reply.prompt, reply.language)
    return _options(*codes) if codes else UNCLEAR


def _time(reply: Reply) -> Reading:
    chosen = _one(reply)
    if chosen.kind is not ReadingKind.UNCLEAR:
        return chosen
    time = time_of_day(reply.text, reply.rules)
    return Reading(ReadingKind.TIME, text=time) if time else UNCLEAR


def _menu(reply: Reply) -> Reading:
    """A key or a word that works everywhere, where the reply names no option."""
    said = command.at_a_menu(reply.text, reply.prompt, reply.rules)
    return _command(said) if said else UNCLEAR


def _free(reply: Reply) -> Reading:
    """Free words, unless the whole reply is an option shown, a key or a command."""
    code = shown(reply.text, reply.prompt.options, reply.rules)
    if code:
        return _options(code)
    said = command.in_free_words(reply.text, reply.prompt, reply.rules)
    if said:
        return _command(said)
    text = cleaned(reply.text)
    return Reading(ReadingKind.TEXT, text=text) if says_something(text) else UNCLEAR


def _place(reply: Reply) -> Reading:
    """One of the places found, if some are on offer; else free words to look for."""
    code = one(reply.text, reply.prompt, reply.rules)
    return _options(code) if code else _free(reply)


def _phone(reply: Reply) -> Reading:
    said = _free(reply)
    if said.kind is not ReadingKind.TEXT:
        return said
    number = e164(reply.text, reply.region, reply.rules)
    return Reading(ReadingKind.PHONE, text=number) if number else UNCLEAR


def _options(*codes: str) -> Reading:
    return Reading(ReadingKind.OPTION, codes=codes)


def _command(said: Command) -> Reading:
    return Reading(ReadingKind.COMMAND, command=said)


READERS: Mapping[Kind | None, Callable[[Reply], Reading]] = {
    Kind.ONE: _one,
    Kind.MANY: _many,
    Kind.TIME: _time,
    Kind.PHONE: _phone,
    Kind.TEXT: _free,
    Kind.PLACE: _place,
    None: _free,
}
