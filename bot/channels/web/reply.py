"""What was sent from the page becomes an inbound message: a button, choices, words, or a key."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from api.vocabulary import InboundKind
from bot.channel import Inbound

Form = Mapping[str, Sequence[str]]
"""The fields of a sent form, each with its values."""

MESSAGE_ID_LIMIT = 64


def as_inbound(form: Form, address: str) -> Inbound | None:
    """The message in a sent form, or nothing when it was sent empty.

    `message_id` is made by the page, so that sending it twice is one message.
    """
    kind, body = _said(form)
    if not body:
        return None
    given = _one(form, "message_id")[:MESSAGE_ID_LIMIT] or secrets.token_hex(8)
    return Inbound(f"{address[:16]}:{given}", address, kind, body)


def _said(form: Form) -> tuple[InboundKind, dict[str, Any]]:
    question = _one(form, "question")
    if pressed := _one(form, "press"):
        return InboundKind.BUTTON, {"button": f"{question}:{pressed}"}
    text = _one(form, "text").strip()
    if text:
        return InboundKind.TEXT, {"text": text}
    chosen = [code for code in form.get("choice", ()) if "," not in code]
    if chosen:
        return InboundKind.BUTTON, {"button": f"{question}:={','.join(chosen)}"}
    return InboundKind.TEXT, {}


def _one(form: Form, name: str) -> str:
    return next(iter(form.get(name, ())), "")
