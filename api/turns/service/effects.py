"""What each effect of a turn does: one row an effect, in the turn's own transaction.

Each leaves its own notice. A refusal undoes that effect alone; the person is told it is too late.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from api.addresses.service import address_of, known
from api.alerts import service as alerts
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.rules import OnDuty
from api.dispatch import service as dispatch
from api.errors import NotFound
from api.groups import service as groups
from api.groups.schemas import Joining
from api.inbound.service import Heard
from api.notices import service as notices
from api.notices.schemas import Nothing
from api.people import service as people
from api.requests import service as requests
from api.requests.schemas import Change, Confirm
from api.settings import Settings
from api.turns import schemas as wanted
from api.vocabulary import Accommodation, CallReason, Effect, NoticeCode


@dataclass(frozen=True, slots=True)
class Doing:
    """For whom effects are carried out: the person, where they are, and what they said."""

    conn: Connection
    actor: Actor
    person_id: str
    address_id: str
    heard: Heard | None
    quiet: bool
    settings: Settings
    now: datetime

    @property
    def here(self) -> dict[str, Any]:
        """What almost every service asks for: where to answer, and when it is."""
        return {"address_id": self.address_id, "now": self.now}

    @property
    def there(self) -> dict[str, Any]:
        """The same, for services that also go by the settings."""
        return {**self.here, "settings": self.settings}


def set_language(doing: Doing, effect: wanted.SetLanguage) -> None:
    """The person speaks this language."""
    people.set_language(doing.conn, doing.person_id, effect.language)


def record_consent(doing: Doing, effect: wanted.RecordConsent) -> None:
    """The person agreed."""
    people.record_consent(doing.conn, doing.person_id, effect.purpose, now=doing.now)


def alert(doing: Doing, effect: wanted.Alert) -> None:
    """A safeguarding lead is told, with the words that were said."""
    alerts.raise_alert(
        doing.conn,
        effect.kind,
        doing.person_id,
        doing.address_id,
        doing.heard.body.text if doing.heard else "",
        settings=doing.settings,
        now=doing.now,
    )


def queue_call(doing: Doing, effect: wanted.QueueCall) -> None:
    """A call joins the queue; what cannot be understood is answered at once."""
    if effect.reason is CallReason.MEDIA:
        code = NoticeCode.MEDIA_RECEIVED
        notices.tell(doing.conn, doing.person_id, code, Nothing(), **doing.here)
    duty = OnDuty.of(doing.settings)
    calls.queue(doing.conn, doing.person_id, effect.reason, by=effect.by, duty=duty, **doing.here)


def create_request(doing: Doing, effect: wanted.CreateRequest) -> None:
    """A confirmed request; whoever cannot read is also called."""
    created = requests.create(
        doing.conn, effect.request, resident_id=doing.person_id, **doing.here
    )
    if Accommodation.NO_TEXT in effect.request.accommodations:
        calls.queue(
            doing.conn,
            doing.person_id,
            CallReason.CANNOT_READ,
            request_id=created.id,
            duty=OnDuty.of(doing.settings),
            **doing.here,
        )


def show_request(doing: Doing, effect: wanted.ShowRequest) -> None:
    """How a request stands."""
    requests.show(doing.conn, effect.request_id, person_id=doing.person_id, **doing.here)


def change_request(doing: Doing, effect: wanted.ChangeRequest) -> None:
    """A change of an open request; who is under way for it is told."""
    change = Change(urgency=effect.urgency, place=effect.place, words=effect.words)
    dispatch.change_request(
        doing.conn, effect.request_id, change, person_id=doing.person_id, **doing.there
    )


def cancel_request(doing: Doing, effect: wanted.CancelRequest) -> None:
    """The request is no longer needed."""
    requests.cancel(doing.conn, effect.request_id, person_id=doing.person_id, **doing.here)


def confirm_request(doing: Doing, effect: wanted.ConfirmRequest) -> None:
    """Whether help arrived."""
    said = Confirm(arrival=effect.arrival, remark=effect.remark)
    requests.confirm(doing.conn, effect.request_id, said, person_id=doing.person_id, **doing.here)


def accept_offer(doing: Doing, effect: wanted.AcceptOffer) -> None:
    """A volunteer takes an offer; in a group chat, whoever pressed."""
    if effect.group_chat:
        _press(doing, effect.offer_id, effect.group_chat, "accept")
    else:
        dispatch.accept(doing.conn, effect.offer_id, doing.person_id, **doing.there)


def decline_offer(doing: Doing, effect: wanted.DeclineOffer) -> None:
    """A volunteer does not take an offer, or not now."""
    if effect.group_chat:
        action = "not_now" if effect.not_now else "decline"
        _press(doing, effect.offer_id, effect.group_chat, action)
    else:
        dispatch.decline(
            doing.conn,
            effect.offer_id,
            doing.person_id,
            not_now=effect.not_now,
            **doing.there,
        )


def _press(doing: Doing, offer_id: str, chat: str, action: str) -> None:
    """A press in a group chat, on the wire the presser writes from themselves."""
    channel = address_of(doing.conn, doing.address_id).channel
    known_chat = known(doing.conn, channel, chat)
    if known_chat is None:
        raise NotFound
    dispatch.group_press(
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


def enrol(doing: Doing, effect: wanted.Enrol) -> None:
    """An invited person becomes a volunteer."""
    joining = Joining.model_validate(effect.model_dump(exclude={"effect", "invite"}))
    groups.enrol(doing.conn, doing.person_id, effect.invite, joining, **doing.here)


def pause(doing: Doing, effect: wanted.Pause) -> None:
    """No offers for a while."""
    groups.pause(doing.conn, doing.person_id, effect.how_long, **doing.here)


def resume(doing: Doing, _effect: wanted.Resume) -> None:
    """Offers again."""
    groups.resume(doing.conn, doing.person_id, **doing.here)


def leave(doing: Doing, _effect: wanted.Leave) -> None:
    """No longer a volunteer; what was under way is handed back first."""
    dispatch.leave(doing.conn, doing.person_id, **doing.there)


def too_late(doing: Doing) -> None:
    """What was wanted cannot be done any more."""
    notices.tell(doing.conn, doing.person_id, NoticeCode.TOO_LATE, Nothing(), **doing.here)


EFFECTS: Mapping[Effect, Callable[[Doing, Any], None]] = {
    Effect.SET_LANGUAGE: set_language,
    Effect.RECORD_CONSENT: record_consent,
    Effect.ALERT: alert,
    Effect.QUEUE_CALL: queue_call,
    Effect.CREATE_REQUEST: create_request,
    Effect.SHOW_REQUEST: show_request,
    Effect.CHANGE_REQUEST: change_request,
    Effect.CANCEL_REQUEST: cancel_request,
    Effect.CONFIRM_REQUEST: confirm_request,
    Effect.ACCEPT_OFFER: accept_offer,
    Effect.DECLINE_OFFER: decline_offer,
    Effect.START_TASK: start_task,
    Effect.FINISH_TASK: finish_task,
    Effect.HAND_BACK: hand_back,
    Effect.SEND_WORD: send_word,
    Effect.ENROL: enrol,
    Effect.PAUSE: pause,
    Effect.RESUME: resume,
    Effect.LEAVE: leave,
}
