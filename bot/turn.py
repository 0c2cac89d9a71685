"""The pure part of a turn: what the API told becomes facts and a reading, a turn its body."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from accessibility.prompt import Command, Kind, Located, Prompt, Reading, ReadingKind
from accessibility.understand import read, resume_code
from api.vocabulary import ENDS, MEDIA, Accommodation, Effect, InboundKind, NoticeCode
from bot.by_letter import by_letter, offer_about
from bot.calling import waiting_for
from bot.dialogue.danger import flagged
from bot.dialogue.engine import CROSSED, IDLE, UNBIDDEN, current_question_id
from bot.dialogue.state import Facts, State, Turn
from bot.forms.request import SCREENS
from bot.service import Claimed, InboundOut, ProfileFact

LONG_SILENCE_S = 12 * 3600
"""After half a day a person is told again where the conversation was."""

READ_IN = timedelta(seconds=3)
"""Nobody hears of a new question, reads it and answers it in less; so much is on its way."""

WORDS = frozenset({InboundKind.TEXT, InboundKind.VOICE})
"""What answers a question without naming it."""

LONGEST_S = 3600
"""Nobody speaks for longer; a wire that says so is wrong."""

PRESSED = {f":{command}": command for command in Command}
"""What a button carries after its question id when it is a key and not an option."""

ASKS_ITSELF = frozenset(
    {
        NoticeCode.OFFER.value,
        NoticeCode.DID_HELP_ARRIVE.value,
        NoticeCode.TASK.value,
        NoticeCode.CALL_CARD.value,
    }
)
"""Notices whose words are the very question they open; said once is enough."""


def facts_of(work: Claimed, state: State, now: datetime) -> Facts:
    """What is true around the conversation, as conditions and the engine ask it."""
    told = work.facts
    root, about = root_of(work)
    told_how = bool(told.profile.accommodations or told.manner.codes)
    known = {
        "language_known": bool(told.language),
        "consented": told.consented,
        "name_known": told.name_known,
        "phone_known": told.phone_known,
        "volunteer": told.volunteer,
        "several_requests": len(told.requests) > 1,
        "easy_read": Accommodation.EASY_READ in told.profile.accommodations,
        "profile_asked": told.profile.asked,
        "profile_kept": told.profile.kept,
        "profile_to_keep": told_how and not told.profile.asked,
        "manner_told": bool(told.manner.codes),
        "long_silence": _comes_back(work, state),
        UNBIDDEN: work.opening is not None,
        CROSSED: is_crossed(work, state),
        IDLE: root == "enrol" and told.volunteer,
    }
    return Facts(
        now,
        language=told.language,
        known=frozenset(name for name, true in known.items() if true),
        root=root,
        root_about=about,
        recalled=recalled(told.profile) if told.profile.kept else {},
        profile=read_back(told.profile) if told.profile.kept else {},
    )


def is_crossed(work: Claimed, state: State) -> bool:
    """Whether words came in that were written for another question than the one open now.

    A page tells which question it showed. Elsewhere, when the open one took the place of another
    by itself, its words must have been sent and some seconds passed, before somebody began.
    """
    came = work.inbound
    if came is None or came.kind not in WORDS or came.call_id is not None:
        return False
    if came.body.question:
        return came.body.question != current_question_id(state)
    sent_at = min(came.received_at, came.body.said_at or came.received_at)
    media = came.body.media
    said_at = sent_at - timedelta(seconds=min(media.seconds, LONGEST_S) if media else 0)
    told_at = work.told_at
    return state.displaced and (told_at is None or said_at < told_at + READ_IN)


def recalled(profile: ProfileFact) -> dict[str, tuple[str, ...]]:
    """What somebody told us of themselves, as the answers by which they told it."""
    needs = profile.accommodations
    if not needs:
        return {}
    screens = {name: tuple(c.value for c in of if c in needs) for name, of in SCREENS.items()}
    return {"must_know": ("yes",), **screens}


def read_back(profile: ProfileFact) -> dict[str, Any]:
    """What is kept of how to talk with them, as the words of a question name it."""
    told = {
        "accommodations": [code.value for code in profile.accommodations],
        "ways": [way.value for way in profile.ways],
        "helper_named": profile.helper,
        "manner": [code.value for code in profile.manner.codes],
    }
    return {name: value for name, value in told.items() if value}


def _comes_back(work: Claimed, state: State) -> bool:
    """Whether somebody is told where the conversation was: after long, or from another address.

    Not who is rung and has answered nothing yet: they were never there.
    """
    met = not work.facts.caller_for or any(frame.answers for frame in state.frames)
    arrives = work.inbound is not None and work.inbound.body.arrives
    return arrives or (met and work.facts.silent_s >= LONG_SILENCE_S)


def root_of(work: Claimed) -> tuple[str, Mapping[str, Any]]:
    """The form to open for somebody who writes while none is under way, and what about."""
    told = work.facts
    if found := waiting_for(work):
        return found
    if told.offers:
        return "offer", offer_about(told.offers[0].model_dump(mode="json"))
    if told.tasks:
        task = told.tasks[0]
        about = {"task_id": task.id, "leaves": list(task.leaves)}
        return "task", {**about, "remote": "yes" if task.remote else ""}
    if told.requests:
        request = told.requests[0]
        return "follow_up", {"request_id": request.id} if len(told.requests) == 1 else {}
    return ("enrol" if told.volunteer else "ask"), {}


def reading_of(work: Claimed, open_prompt: Prompt | None, region: str) -> Reading:
    """The reading of what came in; text is read in one place only."""
    if work.opening is not None:
        about = tuple(work.opening.about.items())
        kind = ReadingKind.CLOSE if ends_question(work) else ReadingKind.OPEN
        return Reading(kind, text=work.opening.form, about=about)
    if work.inbound is None:
        return Reading(ReadingKind.UNCLEAR)
    lettered = by_letter(work, open_prompt)
    return lettered or _inbound(work, work.inbound, open_prompt, region)


def in_its_language(work: Claimed, turn: Turn) -> Claimed:
    """The work in the language that the turn itself sets, as it is known from then on."""
    said = [act.values["answers"] for act in turn.effects if act.effect == Effect.SET_LANGUAGE]
    if not said:
        return work
    facts = work.facts.model_copy(update={"language": said[-1]["language"][0]})
    return work.model_copy(update={"facts": facts})


def ends_question(work: Claimed) -> bool:
    """Whether the turn is about an offer or a card that is over, and not one that is put."""
    return work.opening is not None and work.opening.about["notice"] in ENDS


def going_on(work: Claimed, open_prompt: Prompt | None) -> Reading | None:
    """The offer to go on with another conversation, if what came in is a code for that.

    Where words or numbers are asked for, nine digits are an answer.
    """
    came = work.inbound
    if came is None or (came.kind is InboundKind.START and work.facts.invited):
        return None
    menu = open_prompt is None or open_prompt.kind in {Kind.ONE, Kind.MANY}
    if not menu and came.kind is not InboundKind.START:
        return None
    code = resume_code(came.body.link or came.body.text)
    return (
        Reading(ReadingKind.OPEN, text="go_on", about=(("resume_code", code),)) if code else None
    )


def read_out(work: Claimed) -> bool:
    """Whether a caller typed a code that the resident read out, and not an answer."""
    came = work.inbound
    return came is not None and came.call_id is not None and came.kind is InboundKind.START


def _inbound(work: Claimed, came: InboundOut, open_prompt: Prompt | None, region: str) -> Reading:
    language = work.facts.language
    match came.kind:
        case InboundKind.BUTTON:
            return _button(came.body.button, open_prompt)
        case InboundKind.LOCATION:
            place = Located(came.body.text, came.body.latitude, came.body.longitude)
            return Reading(ReadingKind.PLACE, place=place)
        case InboundKind.CONTACT:
            return read(came.body.phone, open_prompt, language, region=region)
        case InboundKind.START:
            return _start(came.body.link, work)
        case kind if kind in MEDIA:
            return _media(came, read(came.body.text, open_prompt, language, region=region))
        case _:
            return read(came.body.text, open_prompt, language, region=region)


def _button(data: str, open_prompt: Prompt | None) -> Reading:
    question_id, _, code = data.partition(":")
    if not question_id and code in PRESSED:  # from a wire's own menu, at whatever question
        return Reading(ReadingKind.COMMAND, command=PRESSED[code])
    if open_prompt is None or question_id != open_prompt.question_id:
        return Reading(ReadingKind.STALE)
    if code.startswith(":"):
        return Reading(ReadingKind.COMMAND, command=PRESSED.get(code))
    if code.startswith("="):  # a form that was filled in and sent whole
        return Reading(ReadingKind.OPTION, codes=tuple(filter(None, code[1:].split(","))))
    return Reading(ReadingKind.OPTION, codes=(code,), pressed=True)


def _media(came: InboundOut, words: Reading) -> Reading:
    """What no program of ours can read; danger in the words that came with it is heard first."""
    unread = Reading(ReadingKind.MEDIA, about=(("kind", came.kind.value),))
    return words if words.kind is ReadingKind.DANGER else flagged(unread, [words])


def _start(link: str, work: Claimed) -> Reading:
    """An invite opens its form; one that does not work must not ask a person for nothing."""
    if link and work.facts.invited:
        calls = (("takes_calls", "yes"),) if work.facts.invited_to_call else ()
        return Reading(ReadingKind.OPEN, text="enrol", about=(("invite", link), *calls))
    return Reading(ReadingKind.COMMAND, command=Command.AGAIN)
