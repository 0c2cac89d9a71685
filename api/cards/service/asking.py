"""What the clock asks of cards: whose are over, and which calls want a caller now."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.calls import service as calls
from api.calls.service import Call, OnDuty
from api.cards import rules, store
from api.cards.rules import Caller, Past, Wanted
from api.cards.service.telling import ask, say_over, say_released
from api.cards.store import Beside, Card
from api.groups import service as groups
from api.matching.rules import primary
from api.settings import Settings
from api.vocabulary import CallStatus, CardOver, CardStatus

BATCH = 10


def due(conn: Connection, now: datetime, settings: Settings) -> bool:
    """End the cards that are over, and send those that are due; whether there was anything."""
    ended = [one for one in store.beside_calls(conn) if _tidied(conn, one, now)]
    if not groups.has_callers(conn):
        return bool(ended)
    waiting = calls.lacking(conn, now, BATCH)
    if waiting:
        store.lock(conn)
    for call in waiting:
        _look(conn, call, settings, now)
    return bool(ended or waiting)


def next_due(conn: Connection, _settings: Settings) -> datetime | None:
    """When a card is to be sent next; None where nobody takes calls."""
    return calls.next_look(conn) if groups.has_callers(conn) else None


def _tidied(conn: Connection, one: Beside, now: datetime) -> bool:
    """Whether a card was over: its call is not to be taken any more, or not theirs any more."""
    if one.card.status is CardStatus.TAKEN:
        return _lapsed(conn, one, now)
    again = one.waits_since is not None and one.waits_since > one.card.sent_at
    if one.status is CallStatus.QUEUED and one.handed_on_at is None and not again:
        return False
    mine = one.status is CallStatus.CLAIMED and one.holder_id == one.card.person_id
    if mine and store.take(conn, one.card.id):
        say_over(conn, one.card, CardOver.YOURS, now)
        return True
    over = CardOver.TAKEN if one.status is CallStatus.CLAIMED else CardOver.NOT_NEEDED
    if store.end(conn, one.card.id, CardStatus.WITHDRAWN, now):  # and not by another worker
        say_over(conn, one.card, over, now)
    return True


def _lapsed(conn: Connection, one: Beside, now: datetime) -> bool:
    """Whether somebody has a call no more that they took by a card; who let it go knows.

    Who lost it is told by one worker, whichever put the call back or ended the card.
    """
    over = one.claimed_until is None or one.claimed_until <= now
    held = one.status is CallStatus.CLAIMED
    if held and one.holder_id == one.card.person_id and not over:
        return False
    lost = held or (one.status is CallStatus.QUEUED and one.claimed_until is not None)
    if store.end(conn, one.card.id, CardStatus.TAKEN, now) and lost:
        say_released(conn, one.card, now)
    return True


def _look(conn: Connection, call: Call, settings: Settings, now: datetime) -> None:
    """Ask whoever is next to take a call, or say when it is looked again."""
    if call.handed_on_at is not None:
        calls.look_again(conn, call.id, None)
        return
    ripe_at = calls.ripe_at(conn, call, OnDuty.of(settings), now)
    if ripe_at > now:
        calls.look_again(conn, call.id, ripe_at)
        return
    after, places = settings.cards_after, _reached(conn)
    callers = [one for one in _callers(conn, now) if one.person_id in places]
    chosen = rules.whom_to_ask(_wanted(conn, call), callers, _past(conn, call), now, after)
    for person_id in chosen:
        address_id = places[person_id]
        values = {"call_id": call.id, "person_id": person_id, "address_id": address_id}
        ask(conn, store.add(conn, values, now), address_id, call, now)
    calls.look_again(conn, call.id, rules.look_again(_past(conn, call), now, after))


def _wanted(conn: Connection, call: Call) -> Wanted:
    return Wanted(
        by=call.by,
        language=primary(call.language),
        accommodations=frozenset(call.accommodations),
        urgent=calls.is_urgent(conn, call),
        apart=groups.blocked_with(conn, call.person_id) | {call.person_id},
    )


def _callers(conn: Connection, now: datetime) -> list[Caller]:
    """Everybody who takes calls, as they are now; once for each group they belong to."""
    carded, busy = store.carded(conn), store.holders(conn, now)
    asked = {one.card.person_id for one in store.beside_calls(conn) if _is_asked(one.card)}
    return [
        Caller(
            person_id=one.person_id,
            languages=frozenset(map(primary, one.languages)),
            takes_calls=frozenset(one.takes_calls),
            able=frozenset(one.able),
            hours=tuple(one.hours),
            time_zone=zone,
            paused_until=one.paused_until,
            has_card=one.person_id in asked,
            has_call=one.person_id in busy,
            carded_at=carded.get(one.person_id),
        )
        for one, zone in groups.callers(conn)
    ]


def _is_asked(card: Card) -> bool:
    return card.status is CardStatus.SENT


def _reached(conn: Connection) -> dict[str, str]:
    """Where each caller is written to; who cannot be written to is not asked."""
    found = {}
    for person_id in dict.fromkeys(one.person_id for one, _ in groups.callers(conn)):
        here = addresses.written_to(conn, person_id)
        if here is not None:
            found[person_id] = here.id
    return found


def _past(conn: Connection, call: Call) -> list[Past]:
    since = call.waits_since or call.created_at
    return [
        Past(one.person_id, one.status, one.sent_at, current=one.sent_at >= since)
        for one in store.of_call(conn, call.id)
    ]
