"""What a page shows of a conversation: its history in words, and the open question.

What cannot be worded is left out and noted: it must not take the rest of the page along.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from accessibility.profile import face_of
from accessibility.prompt import Command, Option, Prompt, Reading, ReadingKind
from accessibility.voice.sound import Format
from api.vocabulary import Channel, InboundKind
from bot import crash
from bot.channel import Said, Shown
from bot.dialogue.draft import EASY_READ
from bot.dialogue.engine import advance, from_json, prompt_of
from bot.dialogue.state import Facts, State
from bot.forms import FORMS
from bot.manner import sound_of, wants_voice
from bot.service import Find, HistoryItem, HistoryOut, Service
from bot.values import Words
from bot.wording import Wording, as_values

log = logging.getLogger(__name__)

Put = Callable[[str, Mapping[str, Any], str, datetime], Prompt]
"""How a code and its values become a prompt."""


@dataclass(frozen=True, slots=True)
class Histories:
    """Reads conversations for channels and desks that show them."""

    service: Service
    wording: Wording
    clock: Callable[[], datetime]
    languages: tuple[Option, ...] = ()

    async def shown(self, channel: Channel, address: str) -> Shown:
        """The conversation at an address; while nothing was said there, its first question.

        Nothing is kept of a look: whoever answers begins the conversation by it.
        """
        found = await self.service.find(Find(channel=channel, address=address))
        if found.address_id is None:
            return Shown(self.wording.default_language, (), self._first(), waiting=False)
        return self.in_words(await self.service.history(found.address_id))

    def in_words(self, history: HistoryOut, *, aloud: bool = False) -> Shown:
        """A history in the language the person has now; `aloud`, as a person reads it out."""
        now = self.clock()
        words = self.wording.aloud if aloud else self.wording.prompt
        asked: dict[str, Prompt] = {}
        said: list[Said] = []
        for item in history.items:
            line = self._line(item, asked, history.language, now, words)
            if line is None:
                continue
            if line.prompt is not None and line.prompt.question_id:
                asked[line.prompt.question_id] = line.prompt
            said.append(line)
        face = face_of(history.accommodations)
        return Shown(
            history.language or self.wording.default_language,
            tuple(said),
            self._open(history, now, words),
            waiting=history.waiting,
            face=face,
            voice=wants_voice(history.manner, face),
            manner=sound_of(history.manner, Format.MP3),
        )

    def simply(self, history: HistoryOut) -> Prompt | None:
        """The open question in its simplest words, to say it again; None when there is none."""
        return self._open(history, self.clock(), self.wording.aloud, simply=True)

    def practice_line(self, language: str) -> tuple[str, ...]:
        """What every message of a practice deployment begins with, when it is said aloud too."""
        return self.wording.practice_line(language, self.clock())

    def _first(self) -> Prompt | None:
        """What is asked first of somebody new, under the number it will then have."""
        now = self.clock()
        facts = Facts(now, lookups={"languages": self.languages})
        turn = advance(FORMS, State(), Reading(ReadingKind.COMMAND, command=Command.AGAIN), facts)
        *before, asked = turn.prompts
        values = as_values(asked, tuple(before))
        return self.wording.prompt(asked.code, values, facts.language, now)

    def _open(
        self, history: HistoryOut, now: datetime, words: Put, *, simply: bool = False
    ) -> Prompt | None:
        simple = {EASY_READ} if face_of(history.accommodations).simple else set[str]()
        facts = Facts(now, language=history.language, known=frozenset(simple))
        try:
            asked = prompt_of(FORMS, from_json(history.session.state), facts)
            if asked and simply:
                asked = replace(asked, variant="simple")
            return words(asked.code, as_values(asked), history.language, now) if asked else None
        except Exception as error:  # noqa: BLE001 - a page without its question still has key 0
            crash.note(log, "wording the open question", error)
            return None

    def _line(
        self,
        item: HistoryItem,
        asked: Mapping[str, Prompt],
        language: str,
        now: datetime,
        words: Put,
    ) -> Said | None:
        """A line in words; None for what says nothing."""
        try:
            line = self._said(item, asked, language, now, words)
        except Exception as error:  # noqa: BLE001 - one that cannot be worded must not hide others
            crash.note(log, f"wording a line of {item.code or item.kind}", error)
            return None
        return line if line.text else None

    def _said(
        self,
        item: HistoryItem,
        asked: Mapping[str, Prompt],
        language: str,
        now: datetime,
        words: Put,
    ) -> Said:
        if item.code:  # by Linli, or a sentence of a caller
            prompt = words(item.code, item.values, language, now)
            practice = self.wording.practice_line(language, now)
            return Said(item.by, "\n".join((*practice, prompt.text)), item.at, prompt)
        text = self._by_person(item, asked, language, now)
        return Said(item.by, text, item.at, recording=item.recording_id)

    def _by_person(
        self, item: HistoryItem, asked: Mapping[str, Prompt], language: str, now: datetime
    ) -> str:
        """What somebody said: words as they were typed or heard, a button by its label."""
        words = self.wording.words(language, now)
        if item.kind is InboundKind.BUTTON:
            return _pressed(item.text, asked, words)
        if item.kind in (None, InboundKind.TEXT, InboundKind.START):
            return item.text
        kind = words.label("inbound_kind", str(item.kind))
        if item.kind is not InboundKind.VOICE or not item.text:
            return kind
        return words.catalog.say("read_back-line", item=kind, value=item.text)


def _pressed(button: str, asked: Mapping[str, Prompt], words: Words) -> str:
    """A button as the person read it; an old one whose question is no longer shown, by nothing."""
    question_id, _, pressed = button.partition(":")
    if pressed.startswith(":"):
        command = pressed.removeprefix(":")
        kind = "button" if words.catalog.has(f"button-{command}") else "command"
        return words.label(kind, command)
    prompt = asked.get(question_id)
    options = (*prompt.options, *prompt.also) if prompt else ()
    labels = {option.code: option.label for option in options}
    codes = pressed.removeprefix("=").split(",")
    return words.joined([labels[code] for code in codes if code in labels])
