"""How somebody is spoken to: with a voice or in writing only, slowly, loudly.

Their own word where they are counts before what is remembered of them, and that before the face
that suits what they told us. It changes nothing of what is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from accessibility.profile import UNHEARD, Face, Medium
from accessibility.voice.sound import Format, Manner
from api.vocabulary import Channel, Effect, InboundKind
from bot.dialogue.form import Form
from bot.dialogue.keys import DANGER_CARD
from bot.dialogue.state import Act, Asked, Turn
from bot.dialogue.statement import Statement
from bot.service import Claimed, SpokenTo

TELLS = frozenset({Statement.WILL_SPEAK, Statement.WILL_SLOW, Statement.WILL_LOUD})
"""What is said to who wants to hear us; none of it where nothing can be heard."""

BY_BUTTON = frozenset({Channel.WEB})
"""Channels on whose pages each message has a button to listen to it."""

EVERYBODYS = frozenset({"", "languages"})
"""Where options come from that are the same for everybody."""


def wants_voice(said: SpokenTo, face: Face) -> bool:
    """Whether what is written is said as well."""
    return face.first is Medium.VOICE if said.voice is None else said.voice


def sound_of(said: SpokenTo, kind: Format) -> Manner:
    """How it sounds, in a format."""
    manner = Manner(kind)
    manner = manner.slower() if said.slower else manner
    return manner.louder() if said.louder else manner


def turned_on(work: Claimed) -> tuple[Act, ...]:
    """Who sends a voice note is answered with a voice, unless they said something else before.

    Who does not hear well is not: that they speak says nothing of how they hear.
    """
    came, facts = work.inbound, work.facts
    if came is None or came.kind is not InboundKind.VOICE or came.call_id is not None:
        return ()
    hears = not UNHEARD & set(facts.profile.accommodations)
    unsaid = facts.manner.voice is None
    return (Act(Effect.SET_MANNER, {"voice": True}),) if unsaid and hears else ()


def promises_voice(turn: Turn) -> bool:
    """Whether a turn says that something will be heard from now on."""
    said = (act for act in turn.effects if act.effect == Effect.SET_MANNER)
    return any(act.values.get("voice") for act in said)


def chooses_language(turn: Turn) -> bool:
    """Whether a turn chooses the language in which something would be heard."""
    return any(act.effect == Effect.SET_LANGUAGE for act in turn.effects)


def without_voice(turn: Turn, why: Statement) -> Turn:
    """The turn where nothing can be heard: it says why, and promises no voice.

    Who chooses a language is told only that it has no voice, and not what a channel cannot do.
    """
    if promises_voice(turn):
        told = tuple(_instead(asked, why) for asked in turn.prompts)
        return replace(turn, prompts=told)
    if why is Statement.NO_VOICE and chooses_language(turn):
        return replace(turn, prompts=(Asked(why), *turn.prompts))
    return turn


def _instead(asked: Asked, why: Statement) -> Asked:
    """A page can be listened to slowly and loudly, too."""
    kept = why is Statement.LISTEN_HERE and asked.code != Statement.WILL_SPEAK
    return Asked(why) if asked.code in TELLS and not kept else asked


def is_danger_card(code: str) -> bool:
    """Whether somebody waits for the emergency numbers."""
    return code.endswith(DANGER_CARD)


def is_everybodys(code: str, values: Mapping[str, Any], forms: Mapping[str, Form]) -> bool:
    """Whether a prompt as it rests in the outbox says nothing of anybody.

    Only the sound of such a prompt may be kept on a disk.
    """
    if "." not in code:
        return not any(values.values())
    form, name = code.split(".", maxsplit=1)
    question = forms[form].question(name)
    listed = (*values.get("options", ()), *values.get("also", ()))
    named = any(label for _, label, _ in listed) and not question.options_from
    said = [values.get("values"), *(one["values"] for one in values.get("first", ()))]
    return question.options_from in EVERYBODYS and not named and not any(said)
