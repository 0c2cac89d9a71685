"""How a call begins, before any question: who is this, is it a good time, and what else may be.

Nothing of it is kept: every step is a page of its own, and looking at one changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import locales
from api.vocabulary import CallOutcome, CallReason
from bot.desk.visit import Visit
from bot.service import CallDetail, InvitedTo
from bot.values import Words
from bot.wording import Wording

QUESTION = ""
"""The step after the last one: the question that is open."""


@dataclass(frozen=True, slots=True)
class Step:
    """What may be answered, each with the step that follows; or what came of the call by it."""

    answers: tuple[tuple[str, str], ...] = ()
    ends: tuple[CallOutcome, ...] = ()
    trust: bool = False
    before: tuple[str, ...] = ()
    asks_when: bool = False


GO_ON = (("go_on", "safe"),)
STEPS = {
    "who": Step(
        (
            ("yes", "safe"),
            ("wrong", "wrong"),
            ("voicemail", "voicemail"),
            ("relay", "relay"),
            ("unclear", "unclear"),
        ),
        trust=True,
    ),
    "safe": Step((("yes", QUESTION), ("no", "later")), trust=True, before=("opening-from",)),
    "later": Step(ends=(CallOutcome.NO_HELP_WANTED,), asks_when=True),
    "wrong": Step(ends=(CallOutcome.NO_ANSWER, CallOutcome.WRONG_NUMBER)),
    "voicemail": Step(ends=(CallOutcome.VOICEMAIL, CallOutcome.NO_ANSWER)),
    "relay": Step(GO_ON),
    "unclear": Step((*GO_ON, ("interpreter", "interpreter"))),
    "interpreter": Step(GO_ON),
}
"""At most five answers each, as everywhere."""


@dataclass(frozen=True, slots=True)
class Opening:
    """One step in words; `ours` is the caller's language where that is another one."""

    step: str
    theirs: Lines
    ours: Lines | None
    do: str
    answers: tuple[tuple[str, str], ...]
    ends: tuple[CallOutcome, ...]
    trust: Lines | None
    asks_when: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """Words to say, and in which language."""

    language: str
    direction: str
    text: str


INVITED = {"who": ("opening-who_invited",), "safe": ("opening-invited", "opening-safe")}
"""What is said at a step to somebody who did not ask for a call, but is invited."""


async def opened(visit: Visit, step: str, detail: CallDetail) -> Opening:
    """A step of this call, by who visits it; of an invite also who invites, and what to."""
    wording, words = visit.desk.histories().wording, visit.frame.words
    invited = None
    if detail.call.reason is CallReason.INVITED:
        invited = await visit.client.invite(detail.call.id)
    return opening_of(step, wording, detail, words, visit.me.name, invited)


def opening_of(
    step: str,
    wording: Wording,
    detail: CallDetail,
    ours: Words,
    caller: str,
    invited: InvitedTo | None = None,
) -> Opening:
    """A step for this call; on a machine that is not safe there is nothing to be said."""
    theirs = wording.words(detail.call.language, ours.now)
    told = {
        **wording.always,
        "caller": next(iter(caller.split()), ""),
        "name": detail.name,
        **(invited.model_dump(mode="json") if invited else {}),
    }
    known = STEPS[step]
    silent = step == "voicemail" and not detail.may_leave_message
    said = (INVITED if invited else {}).get(step, (f"opening-{step}",))
    keys = ("opening-no_voicemail",) if silent else (*known.before, *said)
    same = theirs.catalog.language == ours.catalog.language
    return Opening(
        step,
        lines(keys, ours if silent else theirs, told),
        None if same or silent else lines(keys, ours, told),
        "" if silent else ours.catalog.say(f"opening-{step}", "do"),
        tuple((f"opening-{step}-{answer}", after) for answer, after in known.answers),
        tuple(end for end in known.ends if not (silent and end is CallOutcome.VOICEMAIL)),
        lines(("opening-doubt",), theirs, told) if known.trust else None,
        known.asks_when,
    )


def lines(keys: tuple[str, ...], words: Words, told: dict[str, str]) -> Lines:
    """Messages in one language, one below the other."""
    language = locales.language_of(words.catalog.language)
    said = {name: value for name, value in told.items() if value}
    text = "\n".join(words.catalog.say(key, None, **said) for key in keys)
    return Lines(language.code, language.direction, text)
