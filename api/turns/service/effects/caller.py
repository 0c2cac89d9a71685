"""What a turn does for a caller in their own chat."""

from __future__ import annotations

from api.cards import service as cards
from api.groups import service as groups
from api.turns import schemas as wanted
from api.turns.service.effects.doing import Doing


def take_call(doing: Doing, effect: wanted.TakeCall) -> bool:
    """A caller has the call now, or longer; False when somebody was faster."""
    return cards.take(doing.conn, effect.call_id, doing.person_id, **doing.there)


def leave_call(doing: Doing, effect: wanted.LeaveCall) -> None:
    """A caller leaves the call to others."""
    cards.leave_call(doing.conn, effect.call_id, doing.person_id, **doing.here)


def end_call(doing: Doing, effect: wanted.EndCall) -> None:
    """What came of the call that a caller holds."""
    cards.end_call(doing.conn, effect.call_id, doing.person_id, effect.outcome, **doing.there)


def type_in(doing: Doing, effect: wanted.TypeIn) -> None:
    """The line of a paper goes into the conversation of the call they hold."""
    key = doing.heard.id if doing.heard else ""
    cards.type_in(doing.conn, doing.person_id, effect.line, key, **doing.there)


def take_up_calls(doing: Doing, effect: wanted.TakeUpCalls) -> bool:
    """A volunteer takes calls, too, from now on; False when the invite is refused."""
    ways = list(effect.takes_calls)
    taken_up = groups.take_up_calls(doing.conn, doing.person_id, effect.invite, ways, **doing.here)
    return isinstance(taken_up, groups.Enrolled)
