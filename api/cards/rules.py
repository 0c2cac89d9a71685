"""Whom to ask to take a call: who can hold it and is free, the longest without a card first.

Law: nobody is asked who could not talk with whom the call is with, who is kept apart from them,
who has a call or a card already, or who said no.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from api.groups.rules import free_at
from api.vocabulary import Accommodation, CallBy, CardStatus

AT_ONCE = 3
"""So many are asked at a time."""

WAYS = {
    CallBy.VOICE: frozenset({"by_phone"}),
    CallBy.RELAY: frozenset({"by_phone"}),
    CallBy.TEXT: frozenset({"by_text"}),
    CallBy.INTERPRETER: frozenset({"by_phone", "by_text"}),
}
"""By which of these a caller can hold a call; with an interpreter, any."""

INTERPRETED = frozenset({Accommodation.SIGN_LANGUAGE, Accommodation.INTERPRETER})
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who takes calls, as they said and as they are now.

    `languages` are primary tags ("zh"); `takes_calls` by_phone, by_text. `carded_at`: when they
    were asked last, for whichever call.
    """

    person_id: str
    languages: frozenset[str]
    takes_calls: frozenset[str]
    able: frozenset[Accommodation] = frozenset()
    hours: tuple[str, ...] = ()
    time_zone: str = "UTC"
    paused_until: datetime | None = None
    has_card: bool = False
    has_call: bool = False
    carded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A call that waits for a caller; `apart`: people who are not asked, whom it is with first."""

    by: CallBy
    language: str
    accommodations: frozenset[Accommodation] = frozenset()
    urgent: bool = False
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier card of the same call; `current`: since the call waits this time."""

    person_id: str
    status: CardStatus
    sent_at: datetime
    current: bool = True


def whom_to_ask(
    call: Wanted, callers: Iterable[Caller], past: Sequence[Past], now: datetime, after: timedelta
) -> list[str]:
    """Who gets a card now, each person once.

    Three at a time, and three more once those have had their time (`after`); who said "not now"
    is replaced at once. Of a call in danger all are told at once, and who said "not now" again.
    """
    patience = after if call.urgent else None
    asked = {one.person_id for one in past if _has_answered(one, now, patience)}
    free = [one for one in callers if one.person_id not in asked and may_take(one, call, now)]
    turn = sorted(free, key=lambda one: (one.carded_at or NEVER, one.person_id))
    ids = list(dict.fromkeys(one.person_id for one in turn))
    return ids if call.urgent else ids[: max(0, AT_ONCE - len(_fresh(past, now, after)))]


def may_take(caller: Caller, call: Wanted, now: datetime) -> bool:
    """Whether somebody can hold a call and is free for it; in danger, a card more is no matter."""
    if caller.person_id in call.apart or caller.has_call:
        return False
    if caller.has_card and not call.urgent:
        return False
    if caller.paused_until is not None and caller.paused_until > now:
        return False
    return _can_talk(caller, call) and free_at(caller.hours, caller.time_zone, now)


def look_again(past: Collection[Past], now: datetime, after: timedelta) -> datetime:
    """When others are asked, if nobody takes the call: once who was asked has had their time."""
    return min(_fresh(past, now, after), default=now) + after


def _can_talk(caller: Caller, call: Wanted) -> bool:
    """Whether they have a way and a language in common; an interpreter has both languages.

    Who needs one is called by somebody who can interpret, or talks in a language they know.
    """
    if not caller.takes_calls & WAYS[call.by]:
        return False
    if call.by is CallBy.INTERPRETER:
        needs = (call.accommodations & INTERPRETED) or {Accommodation.INTERPRETER}
        return needs <= caller.able
    return not call.language or call.language in caller.languages


def _has_answered(one: Past, now: datetime, patience: timedelta | None) -> bool:
    """Who is asked or said not now, this time, and not too long ago; for good who gave it back."""
    if one.status is CardStatus.NOT_NOW and patience is not None and one.sent_at + patience <= now:
        return False
    asked = one.current and one.status in {CardStatus.SENT, CardStatus.NOT_NOW}
    return asked or one.status is CardStatus.GIVEN_BACK


def _fresh(past: Iterable[Past], now: datetime, after: timedelta) -> list[datetime]:
    """When those were asked who still have time to answer before others are."""
    return [
        one.sent_at
        for one in past
        if one.current and one.status is CardStatus.SENT and one.sent_at + after > now
    ]
