"""Callers in their own chat: what waits for their answer, and the papers they type in there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accessibility.understand.answer_line import is_answer_line
from api.vocabulary import Effect, InboundKind
from bot.dialogue.state import Act
from bot.service import Claimed


def waiting_for(work: Claimed) -> tuple[str, Mapping[str, Any]] | None:
    """The form that a caller is asked who writes while none is under way, and what about.

    The call they hold comes first, then a card that nobody answered yet.
    """
    told = work.facts
    if told.held:
        return "held_call", {"call_id": told.held[0].call_id}
    if told.cards:
        card = told.cards[0].model_dump(mode="json")
        return "card", {**card, "urgent": "yes" if card["urgent"] else ""}
    return None


def typed_line(work: Claimed) -> Act | None:
    """The answer line of a paper, where a caller typed one; whatever else is asked of them.

    In a call they hold, a line that lacks its check digit is one too: they are told so.
    """
    came = work.inbound
    if came is None or came.kind is not InboundKind.TEXT or came.call_id is not None:
        return None
    if not work.facts.takes_calls:
        return None
    meant = is_answer_line(came.body.text, checked=not work.facts.held)
    return Act(Effect.TYPE_IN, {"line": came.body.text.strip()}) if meant else None
