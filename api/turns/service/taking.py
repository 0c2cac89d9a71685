"""A turn is carried out whole, in one transaction, once: nothing is told that is not so.

The slower of two workers is refused with `stale_turn` and nothing of its turn is kept.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.audit import service as audit
from api.auth.actor import Actor
from api.calls import service as calls
from api.database.engine import after_commit_wake
from api.deliveries import service as deliveries
from api.deliveries.schemas import NoticeOut
from api.errors import Invalid, Refusal
from api.inbound import service as inbound
from api.inbound.service import Heard
from api.lanes import service as lanes
from api.lanes.service import Direction, LeaseLost
from api.notices import service as notices
from api.sessions import service as sessions
from api.sessions.service import StaleTurn
from api.settings import Settings
from api.texts import service as texts
from api.turns.schemas import Alert, EffectIn, TurnIn, TurnOut
from api.turns.service import lane
from api.turns.service.effects import EFFECTS, Doing, too_late, words_of
from api.turns.service.listening import settle_audio
from api.turns.service.typed import tell_typed
from api.vocabulary import AlertKind, CallBy, Effect


def take(
    conn: Connection, turn: TurnIn, *, actor: Actor, settings: Settings, now: datetime
) -> TurnOut:
    """Carry out a turn; raises StaleTurn, and Invalid for one that settles nothing."""
    if (turn.inbound_id is None) == (turn.notice_id is None):
        raise Invalid([{"field": "inbound_id", "accepted": "it, or notice_id, and not both"}])
    try:
        lanes.check(conn, turn.address_id, Direction.IN, turn.lease)
    except LeaseLost as lost:
        raise StaleTurn from lost
    if turn.defer_s:
        return _defer(conn, turn, now)
    heard = _settle(conn, turn, now)
    if heard is not None and turn.heard:
        heard = inbound.understood(conn, heard, turn.heard)
    doing = _doing(conn, turn, heard, actor=actor, settings=settings, now=now)
    version = sessions.save(
        conn, turn.address_id, turn.session_version, turn.session, settings=settings, now=now
    )
    undone = [Effect(one.effect) for one in turn.effects if not _carry_out(doing, one)]
    settle_audio(doing, turn.recording)
    if turn.to_read is not None and (words := words_of(doing)):
        to = (doing.person_id, doing.address_id)
        texts.keep(conn, *to, turn.to_read, words, settings=settings, now=now)
    if not _went_elsewhere(turn, undone):
        _prompt(conn, turn, quiet=doing.quiet, now=now)
    tell_typed(doing, turn.prompts, made=Effect.CREATE_REQUEST in _done(turn, undone))
    if lane.free(conn, turn.address_id, now=now) is not None:
        after_commit_wake(conn, "inbound")
    notice = _to_send(conn, turn, settings=settings, now=now)
    after_commit_wake(conn, "turns")
    return TurnOut(session_version=version, undone=undone, notice=notice)


def _done(turn: TurnIn, undone: list[Effect]) -> set[Effect]:
    return {Effect(one.effect) for one in turn.effects} - set(undone)


def _went_elsewhere(turn: TurnIn, undone: list[Effect]) -> bool:
    """Another conversation goes on here: what this one would have asked is asked no more."""
    return any(one.effect is Effect.GO_ON for one in turn.effects) and Effect.GO_ON not in undone


def _defer(conn: Connection, turn: TurnIn, now: datetime) -> TurnOut:
    """The opening is given back unopened; the conversation stays as it was."""
    if turn.notice_id is not None:
        notices.defer(conn, turn.notice_id, now + timedelta(seconds=turn.defer_s))
    lane.free(conn, turn.address_id, now=now)
    return TurnOut(session_version=turn.session_version, undone=[])


def _doing(
    conn: Connection,
    turn: TurnIn,
    heard: Heard | None,
    *,
    actor: Actor,
    settings: Settings,
    now: datetime,
) -> Doing:
    person_id = addresses.address_of(conn, turn.address_id).person_id
    if person_id is None:  # a group chat holds no conversation
        raise StaleTurn
    call = calls.find(conn, heard.call_id) if heard and heard.call_id else None
    return Doing(
        conn=conn,
        actor=actor,
        person_id=person_id,
        address_id=turn.address_id,
        heard=heard,
        quiet=call is not None and call.by is CallBy.VOICE,
        settings=settings,
        now=now,
    )


def _settle(conn: Connection, turn: TurnIn, now: datetime) -> Heard | None:
    """What is answered by the turn, if it was said; raises StaleTurn when it was before."""
    if turn.inbound_id is not None:
        heard = inbound.settle(conn, turn.inbound_id, turn.address_id, now=now)
        if heard is None:
            raise StaleTurn
        return heard
    notice = notices.get(conn, turn.notice_id or "")
    mine = notice is not None and notice.address_id == turn.address_id
    if not mine or not notices.sent(conn, turn.notice_id or "", "", now=now):
        raise StaleTurn
    return None


def _carry_out(doing: Doing, wanted: EffectIn) -> bool:
    """One effect; when it comes too late the person is told, and the turn goes on.

    Of a flag they are told nothing, whatever becomes of it.
    """
    try:
        with doing.conn.begin_nested():
            done = EFFECTS[wanted.effect](doing, wanted)
    except Refusal:
        if not _is_silent(wanted):
            too_late(doing)
        return False
    if wanted.effect is not Effect.COUNT_RULES:  # a count belongs to nobody
        audit.record(
            doing.conn, doing.actor, wanted.effect, "people", doing.person_id, now=doing.now
        )
    return done is not False


def _is_silent(wanted: EffectIn) -> bool:
    return isinstance(wanted, Alert) and wanted.kind is AlertKind.FLAG


def _prompt(conn: Connection, turn: TurnIn, *, quiet: bool, now: datetime) -> None:
    """What is said goes out after what the effects tell; `quiet` on a caller's page only."""
    settled = turn.inbound_id or turn.notice_id
    for number, prompt in enumerate(turn.prompts):
        notices.put(
            conn,
            turn.address_id,
            prompt.code,
            prompt.values,
            now=now,
            dedupe=f"turn {settled} {number}",
            quiet=quiet or prompt.quiet,
            wake=False,
        )


def _to_send(
    conn: Connection, turn: TurnIn, *, settings: Settings, now: datetime
) -> NoticeOut | None:
    """What is first to be sent at the address, leased to who brings the turn if they send.

    Otherwise, or when somebody is sending there already, who waits for something to send is woken.
    """
    notice = None
    if turn.send_s:
        lasts = timedelta(seconds=turn.send_s)
        notice = deliveries.lease_one(conn, turn.address_id, lasts, settings=settings, now=now)
    if notice is None and turn.prompts:
        after_commit_wake(conn, "notices")
    return notice
