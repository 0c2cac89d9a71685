"""The conversation as an accessible page; every word of it is the language's own."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

import locales
from accessibility.listen.limits import MOST_SECONDS
from accessibility.prompt import Command, Kind, Prompt
from accessibility.voice.sound import USUAL_RATE, Manner
from bot.channel import Said, Shown
from bot.channels.web.lines import in_short, keyed
from bot.channels.web.live import mark_of
from bot.channels.web.sent import TEXT_LIMIT, Sent

PAGES = Environment(
    loader=PackageLoader("bot.channels.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
BY = {"linli": "linli", "person": "you", "caller": "person"}
"""Who said a line, as the visitor would put it."""

TYPED = frozenset({Kind.TEXT, Kind.PLACE, Kind.PHONE, Kind.TIME})
KEYPAD = {Kind.PHONE: "tel"}
"""Which keyboard a telephone shows; that for numbers has the keys 0, 9, * and # too."""

KEY, CALL, TEXT = "\ue000", "\ue001", "\ue002"
MARKS = {"button": KEY, "call": CALL, "text": TEXT}
"""Where in a sentence the page puts a button or a number to call; nobody types these."""

LANGUAGES_SHOWN = 3
"""Languages named on the button that changes the language."""

PAGES.globals.update(by=BY, in_short=in_short, limit=TEXT_LIMIT, most_seconds=MOST_SECONDS)


class Trouble(StrEnum):
    """Why something a person did had no effect; `page-<trouble>` says it and the way out."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    EARLIER_PAGE = "earlier_page"
    NO_COOKIE = "no_cookie"
    CODE_REFUSED = "code_refused"
    AWAY = "away"
    LINK_ENDED = "link_ended"
    NOWHERE = "nowhere"
    UNHEARD = "unheard"
    RECORDING_EMPTY = "recording_empty"
    RECORDING_LARGE = "recording_large"
    RECORDING_NO_SOUND = "recording_no_sound"


OF_RECORDING = frozenset(trouble for trouble in Trouble if trouble.startswith("recording"))
"""These are told where the recording is made."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page of a deployment: practice or not, the way out, the numbers.

    `credit` names those whose places are shown, as their licence wants (ODbL 1.0, section 4.3).
    """

    exit_url: str
    practice: bool = False
    emergency: tuple[str, ...] = ()
    emergency_sms: str = ""
    coordinator_phone: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Pages:
    """Makes the pages of one deployment."""

    frame: Frame

    def talk(
        self,
        shown: Shown,
        *,
        proof: str,
        trouble: Trouble | None = None,
        kept: str = "",
        code: str = "",
        voice: bool = False,
    ) -> str:
        """The conversation: what was said, and the ways to answer the open question.

        `kept` are words that could not be taken, `code` one with which it goes on elsewhere;
        `voice` says that what is said here can be heard.
        """
        asked = shown.open
        lines = tuple(keyed(shown.said))
        return self._render(
            "chat.html",
            shown.language,
            proof,
            shown=shown,
            lines=lines,
            open=asked,
            question=_question(lines, asked),
            mark=mark_of(shown),
            many=asked is not None and asked.kind is Kind.MANY,
            typed=asked is None or asked.kind in TYPED,
            keypad=KEYPAD.get(asked.kind, "") if asked and asked.kind else "",
            names_languages=asked is not None and asked.code.endswith(".language"),
            trouble=trouble,
            of_recording=trouble in OF_RECORDING,
            kept=kept,
            code=code,
            voice=voice,
            manners=_manners(shown.manner),
            newest=_newest(lines) if shown.voice else (),
        )

    def notice(
        self, why: str, language: str, *, proof: str, sent: Sent | None = None, path: str = ""
    ) -> str:
        """A page that says one thing, and what can be done about it.

        `sent` is what was not taken: it can be sent to `path` again, or at least be read.
        """
        recorded = bool(sent and sent.audio)  # no page can hold it, to send it again
        fields = sent.fields if sent and not recorded else {}
        return self._render(
            "notice.html",
            language,
            proof,
            why=why,
            again=[(name, value) for name in fields for value in fields[name]],
            text=sent.text if sent else "",
            recorded=recorded,
            path="/chat" if recorded else path,
        )

    def _render(self, template: str, language: str, proof: str, **values: Any) -> str:  # noqa: ANN401 - templates take anything
        catalog = locales.catalog(language)
        return PAGES.get_template(template).render(
            say=catalog.say,
            language=catalog.language,
            direction=locales.language_of(catalog.language).direction,
            frame=self.frame,
            proof=proof,
            danger=self._danger(catalog, proof),
            marks=MARKS,
            others=_others(catalog.language),
            message_id=secrets.token_hex(8),
            **values,
        )

    def _danger(self, catalog: locales.Catalog, proof: str) -> list[str]:
        """The sentence for who is in danger, apart where a button or a number goes.

        A mark after the button stays with it: no line begins with a comma.
        """
        text = catalog.say(
            "page-danger",
            button=KEY if proof else None,
            emergency=CALL if self.frame.emergency else None,
            emergency_sms=TEXT if self.frame.emergency_sms else None,
        )
        return re.split(rf"({KEY}[^\w\s]?|[{CALL}{TEXT}])", text)


def _question(lines: tuple[tuple[str, Said], ...], asked: Prompt | None) -> str:
    """The name of the line with the open question, if it is the last one that was said."""
    if asked is None or not lines:
        return ""
    key, last = lines[-1]
    return key if last.prompt and last.prompt.question_id == asked.question_id else ""


def _newest(lines: tuple[tuple[str, Said], ...]) -> tuple[str, ...]:
    """The names of what was said to the visitor since they said something themselves."""
    return tuple(key for key, _ in takewhile(lambda one: one[1].by != "person", reversed(lines)))


def _manners(manner: Manner) -> tuple[Command, ...]:
    """What may be changed of how it sounds, and the way back to writing alone."""
    slow, loud = manner.rate < USUAL_RATE, manner.gain > 0
    offered = {
        Command.SLOWER: not slow,
        Command.LOUDER: not loud,
        Command.USUAL: slow or loud,
        Command.WRITE: True,
    }
    return tuple(command for command, fits in offered.items() if fits)


def _others(language: str) -> list[locales.Language]:
    """Languages somebody who cannot read this one may be looking for."""
    return [one for one in locales.offered() if one.code != language][:LANGUAGES_SHOWN]
