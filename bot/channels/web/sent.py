"""What a page sent: bounded before it is read, and an inbound message if there is one in it."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from fastapi import Request

from api.vocabulary import InboundKind
from bot.channel import Inbound
from bot.channels.web.kinds import media_type

BYTES = 65_536
"""The most that is read of a form; the longest text, each letter escaped, takes half of it."""

RECORDING_BYTES = 1_500_000
"""The most bytes of one recording."""

FIELDS = 60
TEXT_LIMIT = 4000
"""The most characters one message may have; the field in the page takes no more."""

BUTTON_LIMIT = 280
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class TooMuch(Exception):  # noqa: N818 - it says what is the matter
    """More was sent than a page of ours sends; nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The fields of a sent form, each with its values, and the recording that came along."""

    fields: Mapping[str, list[str]]
    audio: bytes = b""

    def one(self, name: str) -> str:
        """The first value of a field, or ""."""
        return next(iter(self.fields.get(name, ())), "")

    @property
    def text(self) -> str:
        """What was typed, without what nobody can see."""
        return CONTROLS.sub("", self.one("text")).strip()

    @property
    def choices(self) -> list[str]:
        """The codes that were ticked."""
        return [code for code in self.fields.get("choice", ()) if "," not in code]

    @property
    def is_too_long(self) -> bool:
        """Whether it is more than one message may hold."""
        button = self._button()
        return len(self.text) > TEXT_LIMIT or len(button) > BUTTON_LIMIT

    def as_inbound(self, address: str) -> Inbound | None:
        """The message in it, or nothing when it was sent empty.

        Its id is made of the page's own number and of what was said: sending a page twice is one
        message, and words that were changed before the second time are not lost.
        """
        kind, body = self._said()
        if not body:
            return None
        return Inbound(self._id(address, kind, body), address, kind, body)

    def as_recording(self, address: str) -> Inbound | None:
        """The recording in it as a message, likewise; nothing when it is no sound."""
        kind = media_type(self.audio)
        if not kind:
            return None
        media = {"file_id": "", "mime": kind, "size": len(self.audio), "seconds": self._seconds()}
        body = {"media": media, "question": self.one("asked") or self.one("question")}
        digest = hashlib.sha256(self.audio).hexdigest()
        message_id = self._id(address, InboundKind.VOICE, digest)
        return Inbound(message_id, address, InboundKind.VOICE, body, self.audio)

    def _seconds(self) -> int:
        """How long it lasts, as the recorder says; 0 for a file."""
        said = self.one("seconds")
        return int(said) if re.fullmatch(r"[0-9]{1,4}", said) else 0

    def _id(self, address: str, kind: InboundKind, said: object) -> str:
        page = self.one("message_id") or secrets.token_hex(8)
        name = hashlib.sha256(json.dumps([page, kind, said]).encode()).hexdigest()[:32]
        return f"{address[:16]}:{name}"

    def _said(self) -> tuple[InboundKind, dict[str, Any]]:
        if button := self._button():
            return InboundKind.BUTTON, {"button": button}
        if not self.text:
            return InboundKind.TEXT, {}
        return InboundKind.TEXT, {"text": self.text, "question": self.one("question")}

    def _button(self) -> str:
        """A key is good at any question; an option only at the question it belongs to."""
        if key := self.one("key"):
            return CONTROLS.sub("", f"::{key}")
        question = self.one("question")
        if pressed := self.one("press"):
            return CONTROLS.sub("", f"{question}:{pressed}")
        if self.text or not self.choices:
            return ""
        return CONTROLS.sub("", f"{question}:={','.join(self.choices)}")


async def sent_by(request: Request) -> Sent:
    """The form in a request; raises TooMuch."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BYTES:
            raise TooMuch
    try:
        fields = parse_qs(
            body.decode("ascii", "replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=FIELDS,
        )
    except ValueError as error:
        raise TooMuch from error
    sent = Sent(fields)
    request.state.sent = sent  # for the page that says it could not be taken
    return sent
