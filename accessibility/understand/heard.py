"""A spoken reply becomes a `Reading`: as if it had been written, and only where that is sure.

What was not heard well is UNSURE and asked again. A wrong reading costs somebody more than a
question said twice, so the bounds here were set by measurement for none (docs/measuring.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accessibility.prompt import Heard, Kind, Option, Prompt, Reading, ReadingKind
from accessibility.understand.choice import one
from accessibility.understand.codes import ASK
from accessibility.understand.listing import many
from accessibility.understand.read import read
from accessibility.understand.rules import Rules, rules_of
from accessibility.understand.sound import likeness, sound_of

FREELY = 0.37
"""How sure the listening must be of free words, which are read back: e^-1, Whisper's own bound."""

SURELY, LISTED, CERTAINLY = 0.6, 0.75, 0.85
"""And of an answer; of several at once, for a listener likes to go on in a list; and of one whose
words sound like another option's, or only mean it: "when I need it", "where I need it"."""

ALIKE, APART = 0.8, 0.15
"""How much words must sound like an option, and so much more than like any other one."""

AGREED, SHORT, AGREED_IF_SHORT = 0.35, 8, 0.6
"""How much they must sound like what was heard without expecting them; words of so few letters of
sound more, for they are alike by chance: 上午, 下午."""

SHORTEST = 5
"""Letters of sound from which words may only resemble an option; shorter ones are too many."""

FREE = frozenset({ReadingKind.TEXT, ReadingKind.PLACE, ReadingKind.PHONE, ReadingKind.TIME})
MENUS = frozenset({Kind.ONE, Kind.MANY, Kind.TIME, Kind.PLACE})


def heard(spoken: Heard, prompt: Prompt | None, language: str, region: str = "") -> Reading:
    """What a spoken reply to the open question means; UNSURE whenever that is in doubt.

    The arguments are those of `read`. Danger comes before anything else, however badly heard,
    unless only the expectation of it was heard: options say it, too. What was heard badly, or as
    an option where one was expected, may be no danger at all: that is asked about.
    """
    reading = replace(read(spoken.text, prompt, language, region=region), heard=spoken.text)
    unhinted = read(spoken.plain, prompt, language, region=region)
    if unhinted.kind is ReadingKind.DANGER:
        told = replace(unhinted, heard=spoken.plain)
        return _asked(told) if reading.kind is ReadingKind.OPTION else told
    if reading.kind is ReadingKind.DANGER and (not spoken.plain or spoken.confidence >= SURELY):
        return reading if spoken.confidence >= FREELY else _asked(reading)
    if reading.kind is ReadingKind.UNCLEAR and prompt and prompt.kind in MENUS:
        code = _resembled(spoken.text, prompt, rules_of(language))
        reading = replace(reading, kind=ReadingKind.OPTION, codes=(code,)) if code else reading
    elif _is_meant(spoken, reading, prompt, language) and spoken.confidence < CERTAINLY:
        return _unsure(reading)
    sure = reading.kind is not ReadingKind.UNCLEAR and _is_sure(spoken, reading, prompt, language)
    return reading if sure else _unsure(reading)


def _asked(danger: Reading) -> Reading:
    """Danger that is doubtful: one calm question, and no card for a word heard wrongly."""
    return replace(danger, alarm=ASK)


def _is_meant(spoken: Heard, reading: Reading, prompt: Prompt | None, language: str) -> bool:
    """Whether an answer was made of words that name no option as they stand.

    A listener makes such words of noise easily: "不对，我要改" became "对，我愿意".
    """
    if prompt is None or reading.kind is not ReadingKind.OPTION:
        return False
    rules = rules_of(language)
    return not (one(spoken.text, prompt, rules) or many(spoken.text, prompt, rules))


def _unsure(reading: Reading) -> Reading:
    """A reading that cannot be relied on; what was said of danger stays beside it."""
    unsaid = replace(reading, kind=ReadingKind.UNSURE, codes=(), text="")
    return replace(unsaid, command=None, place=None)


def _is_sure(spoken: Heard, reading: Reading, prompt: Prompt | None, language: str) -> bool:
    """Whether words were heard well enough for what they are taken for."""
    if reading.kind in FREE:
        return spoken.confidence >= FREELY
    rules = rules_of(language)
    if spoken.plain and not _agreed(spoken, rules):
        return False
    if len(reading.codes) > 1:
        return spoken.confidence >= LISTED
    alone = prompt is None or _stands_alone(spoken.text, reading.codes, prompt, rules)
    return spoken.confidence >= (SURELY if alone else CERTAINLY)


def _agreed(spoken: Heard, rules: Rules) -> bool:
    """Whether the words sound like what was heard without expecting any."""
    sound = sound_of(spoken.text, rules)
    enough = AGREED if len(sound) > SHORT else AGREED_IF_SHORT
    return likeness(sound, sound_of(spoken.plain, rules)) >= enough


def _stands_alone(said: str, codes: tuple[str, ...], prompt: Prompt, rules: Rules) -> bool:
    """Whether what was heard resembles no other option."""
    sound = sound_of(said, rules)
    others = (other for other in _options(prompt) if other.code not in codes)
    return all(likeness(sound, sound_of(other.label, rules)) < ALIKE for other in others)


def _resembled(said: str, prompt: Prompt, rules: Rules) -> str:
    """The code of the one option that the words sound like, or ""."""
    sound = sound_of(said, rules)
    if len(sound) < SHORTEST:
        return ""
    found = sorted(_likenesses(said, sound, prompt, rules), reverse=True)
    if not found or found[0][0] < ALIKE:
        return ""
    best, code = found[0]
    second = next((like for like, other in found if other != code), 0.0)
    return code if best - second >= APART else ""


def _likenesses(
    said: str, sound: str, prompt: Prompt, rules: Rules
) -> Iterator[tuple[float, str]]:
    """How alike each option sounds; one that says no where the words do not is not like them."""
    turned = _turns(said, rules)
    for option in _options(prompt):
        like = likeness(sound, sound_of(option.label, rules))
        yield (like if _turns(option.label, rules) == turned else 0.0, option.code)


def _turns(said: str, rules: Rules) -> int:
    """How many words of a text turn its sense into the opposite."""
    return sum(word in rules.turning for word in rules.spelling.plain(said).split())


def _options(prompt: Prompt) -> tuple[Option, ...]:
    return (*prompt.options, *prompt.also)
