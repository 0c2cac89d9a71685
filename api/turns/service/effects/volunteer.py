"""What a turn does for a volunteer."""

from __future__ import annotations

from typing import Literal

from api.addresses.service import address_of, known
from api.dispatch import service as dispatch
from api.errors import NotFound
from api.groups import service as groups
from api.groups.schemas import Joining
from api.invites import service as invites
from api.notices import service as notices
from api.notices.schemas import Nothing
from api.turns import schemas as wanted
from api.turns.service.effects.doing import Doing
from api.vocabulary import NoticeCode

Action = Literal["accept", "decline", "not_now"]


def accept_offer(doing: Doing, effect: wanted.AcceptOffer) -> bool:
    """A volunteer takes an offer; in a group chat, whoever pressed. False when it is too late."""
    if effect.group_chat:
        outcome = _press(doing, effect.offer_id, effect.group_chat, "accept")
    else:
        outcome = dispatch.accept(doing.conn, effect.offer_id, doing.person_id, **doing.there)
    return isinstance(outcome, dispatch.Accepted)


def decline_offer(doing: Doing, effect: wanted.DeclineOffer) -> None:
    """A volunteer does not take an offer, or not now."""
    if effect.group_chat:
        action: Action = "not_now" if effect.not_now else "decline"
        _press(doing, effect.offer_id, effect.group_chat, action)
    else:
        dispatch.decline(
            doing.conn,
            effect.offer_id,
            doing.person_id,
            not_now=effect.not_now,
            **doing.there,
        )


def _press(doing: Doing, offer_id: str, chat: str, action: Action) -> object:
    """A press in a group chat, on the wire the presser writes from themselves."""
    channel = address_of(doing.conn, doing.address_id).channel
    known_chat = known(doing.conn, channel, chat)
    if known_chat is None:
        raise NotFound
    return dispatch.group_press(
        doing.conn,
        offer_id,
        doing.person_id,
        chat_id=known_chat.id,
        action=action,
        **doing.there,
    )


def start_task(doing: Doing, effect: wanted.StartTask) -> None:
    """A volunteer is on the way."""
    dispatch.start(
        doing.conn,
        effect.task_id,
        doing.person_id,
        minutes=effect.minutes,
        clock=effect.clock,
        **doing.there,
    )


def finish_task(doing: Doing, effect: wanted.FinishTask) -> None:
    """A task is done, or partly."""
    dispatch.finish(doing.conn, effect.task_id, doing.person_id, effect.status, **doing.there)


def hand_back(doing: Doing, effect: wanted.HandBack) -> None:
    """A volunteer cannot do it after all."""
    dispatch.hand_back(doing.conn, effect.task_id, doing.person_id, **doing.there)


def send_word(doing: Doing, effect: wanted.SendWord) -> None:
    """A sentence from the volunteer to the resident."""
    dispatch.send_word(doing.conn, effect.task_id, doing.person_id, effect.text, **doing.there)


def enrol(doing: Doing, effect: wanted.Enrol) -> bool:
    """An invited person becomes a volunteer; False when the invite is refused."""
    joining = Joining.model_validate(effect.model_dump(exclude={"effect", "invite"}))
    enrolled = groups.enrol(doing.conn, doing.person_id, effect.invite, joining, **doing.here)
    if isinstance(enrolled, groups.InviteRefused):
        return False
    who, now = doing.actor, doing.now
    invites.joined(doing.conn, doing.person_id, enrolled.group_id, actor=who, now=now)
    return True


def join_chat(doing: Doing, effect: wanted.JoinChat) -> bool:
    """A group chat joins the group of an invite; who gave one that is refused hears it."""
    channel = address_of(doing.conn, doing.address_id).channel
    joined = groups.enrol_chat(
        doing.conn, channel, effect.group_chat, effect.invite, now=doing.now
    )
    if isinstance(joined, groups.InviteRefused):
        code = NoticeCode.INVITE_REFUSED
        notices.tell(doing.conn, doing.person_id, code, Nothing(), **doing.here)
        return False
    return True


def pause(doing: Doing, effect: wanted.Pause) -> None:
    """No offers for a while."""
    dispatch.pause(doing.conn, doing.person_id, effect.how_long, **doing.there)


def resume(doing: Doing, _effect: wanted.Resume) -> None:
    """Offers again."""
    groups.resume(doing.conn, doing.person_id, **doing.here)


def leave(doing: Doing, _effect: wanted.Leave) -> None:
    """No longer a volunteer; what was under way is handed back first."""
    dispatch.leave(doing.conn, doing.person_id, **doing.there)
