"""What is done in a group chat: it belongs to no open question, and begins no conversation."""

from __future__ import annotations

from api.vocabulary import Effect, InboundKind
from bot.dialogue.danger import alarm
from bot.dialogue.state import Act
from bot.service import Claimed


def in_group(work: Claimed) -> Act | None:
    """What was done in a group chat; it belongs to no open question.

    An invite joins the chat to its group; a press answers the offer above the button; danger in
    words is an alert, and the chat has the card.
    """
    if work.inbound is None or not work.inbound.body.group_chat:
        return None
    body = work.inbound.body
    if work.inbound.kind is InboundKind.START:
        return Act(Effect.JOIN_CHAT, {"invite": body.link, "group_chat": body.group_chat})
    if work.inbound.kind is InboundKind.TEXT:
        return alarm(body.text, work.facts.language, group_chat=body.group_chat)
    _, offer_id, action = (body.button + "::").split(":")[:3]
    effect = Effect.ACCEPT_OFFER if action == "accept" else Effect.DECLINE_OFFER
    return Act(effect, {"offer_id": offer_id, "group_chat": body.group_chat})
