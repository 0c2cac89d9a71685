"""What callers are told of a call in their chat: that it waits, is theirs, or is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.auth import service as auth
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.service import Call
from api.cards.store import Card
from api.notices import schemas as said
from api.notices import service as notices
from api.settings import Settings
from api.vocabulary import CardOver, NoticeCode, Role

PATIENCE = timedelta(minutes=10)
URGENT_PATIENCE = timedelta(minutes=1)
"""So long a card waits while another question is open."""


def ask(conn: Connection, card_id: str, address_id: str, call: Call, now: datetime) -> None:
    """Ask whether somebody takes a call: how, in which language, until when, and nothing else."""
    urgent = calls.is_urgent(conn, call)
    card = said.CallCard(
        call_id=call.id,
        by=call.by,
        language=call.language,
        before=call.promised_at if (call.promised_at or now) > now else None,
        urgent="yes" if urgent else "",
    )
    notices.put(
        conn,
        address_id,
        NoticeCode.CALL_CARD,
        notices.values_of(NoticeCode.CALL_CARD, card),
        now=now,
        opens="card",
        about=card_id,
        patience_s=int((URGENT_PATIENCE if urgent else PATIENCE).total_seconds()),
    )


def say_over(conn: Connection, card: Card, over: CardOver, now: datetime) -> None:
    """End the question of a card there where it was asked, and say why; unseen, it never is."""
    if notices.withdraw(conn, card.id, now=now) or not _is_alive(conn, card.address_id):
        return
    told = said.CallCardOver(call_id=card.call_id, over=over)
    values = notices.values_of(NoticeCode.CALL_CARD_OVER, told)
    notices.put(
        conn, card.address_id, NoticeCode.CALL_CARD_OVER, values, now=now, opens="card",
        about=card.id,
    )  # fmt: skip


def say_released(conn: Connection, card: Card, now: datetime) -> None:
    """Say that a call is not theirs any more: its time is over, or somebody else has it."""
    if _is_alive(conn, card.address_id):
        notices.put(
            conn, card.address_id, NoticeCode.CALL_RELEASED, {}, now=now, about=card.call_id
        )


def say_yours(
    conn: Connection,
    call: Call,
    actor: Actor,
    *,
    address_id: str | None,
    settings: Settings,
    now: datetime,
) -> None:
    """Say that a call is theirs, with the link to its page: it works once, while they hold it.

    The links they had before work no more.
    """
    person_id = actor.person_id or ""
    auth.revoke_links(conn, person_id, auth.BY_CARD, now=now)
    secret = auth.issue(
        conn,
        Role.CALLER,
        auth.BY_CARD,
        person_id,
        now=now,
        lifetime=settings.claim_lasts,
        one_use=True,
        token_id=actor.id,
    )
    held = said.CallHeld(call_id=call.id, before=call.claimed_until or now, secret=secret)
    notices.tell(
        conn,
        person_id,
        NoticeCode.CALL_YOURS,
        held,
        now=now,
        address_id=address_id,
        about=call.id,
    )


def _is_alive(conn: Connection, address_id: str) -> bool:
    return addresses.may_write(addresses.address_of(conn, address_id))
