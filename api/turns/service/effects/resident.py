"""What a turn does for a resident, or for anybody."""

from __future__ import annotations

from api.addresses import service as addresses
from api.addresses.schemas import SpokenTo
from api.alerts import service as alerts
from api.calls import service as calls
from api.calls.rules import OnDuty
from api.dispatch import service as dispatch
from api.intake import service as intake
from api.notices import service as notices
from api.notices.schemas import Nothing, PausedHere, ProfileKept
from api.people import service as people
from api.people.schemas import Profile
from api.requests import service as requests
from api.requests.rules import point_of
from api.requests.schemas import Change, Confirm
from api.turns import schemas as wanted
from api.turns.service.effects.doing import Doing, words_of
from api.vocabulary import Accommodation, AlertKind, CallReason, NoticeCode, SafetyAnswer

DANGER_CARD = "danger_card"
"""The prompt with the emergency numbers."""


def set_language(doing: Doing, effect: wanted.SetLanguage) -> None:
    """The person speaks this language."""
    people.set_language(doing.conn, doing.person_id, effect.language)


def record_consent(doing: Doing, effect: wanted.RecordConsent) -> None:
    """The person agreed."""
    people.record_consent(doing.conn, doing.person_id, effect.purpose, now=doing.now)


def set_profile(doing: Doing, effect: wanted.SetProfile) -> None:
    """How to talk with them is kept and read back to them, or forgotten."""
    if not effect.kept:
        _forget_profile(doing)
        return
    here = addresses.address_of(doing.conn, doing.address_id)
    before = people.person(doing.conn, doing.person_id).profile
    said = Profile(
        ways=tuple(effect.ways),
        helper_name=effect.helper_name,
        helper_phone=effect.helper_phone,
        manner=people.manner_at(here, before),
    )
    person = people.keep_profile(
        doing.conn, doing.person_id, said, talking=effect.talking, now=doing.now
    )
    told = ProfileKept(
        accommodations=list(person.accommodations),
        ways=effect.ways,
        helper=effect.helper_name,
        manner=said.manner.codes,
    )
    notices.tell(doing.conn, doing.person_id, NoticeCode.PROFILE_KEPT, told, **doing.here)


def set_manner(doing: Doing, effect: wanted.SetManner) -> None:
    """How they want to be spoken to here; in a call a person speaks, and nothing is changed."""
    if doing.quiet:
        return
    said = SpokenTo(voice=effect.voice, slower=effect.slower, louder=effect.louder)
    people.set_manner(doing.conn, doing.person_id, doing.address_id, said)


def _forget_profile(doing: Doing) -> None:
    """What is open still needs what they said for it; who refused before is told by the form."""
    asks = requests.open_of(doing.conn, doing.person_id)
    called = calls.open_of(doing.conn, doing.person_id)
    in_use = bool(asks) or called is not None
    if people.forget_profile(doing.conn, doing.person_id, in_use=in_use, now=doing.now):
        code = NoticeCode.PROFILE_FORGOTTEN
        notices.tell(doing.conn, doing.person_id, code, Nothing(), **doing.here)


def alert(doing: Doing, effect: wanted.Alert) -> None:
    """A safeguarding lead is told, with the words that were said; a flag changes nothing else."""
    alerts.raise_alert(
        doing.conn,
        effect.kind,
        doing.person_id,
        doing.address_id,
        words_of(doing),
        why=alerts.Why(effect.danger_class, tuple(effect.why)),
        settings=doing.settings,
        now=doing.now,
    )
    if effect.kind is AlertKind.DANGER:
        calls.look_for(doing.conn, doing.person_id, doing.now)
        _show_card(doing, effect.group_chat)


def _show_card(doing: Doing, group_chat: str) -> None:
    """The numbers are for everybody in the chat; nothing on them says who is in danger."""
    channel = addresses.address_of(doing.conn, doing.address_id).channel
    chat = addresses.known(doing.conn, channel, group_chat) if group_chat else None
    if chat is not None:
        notices.put(doing.conn, chat.id, DANGER_CARD, {}, now=doing.now)


def answer_alert(doing: Doing, effect: wanted.AnswerAlert) -> None:
    """Whether they are in danger, as they say themselves; a caller is looked for if they are."""
    alerts.answered(
        doing.conn,
        effect.answer,
        doing.person_id,
        doing.address_id,
        words_of(doing),
        settings=doing.settings,
        now=doing.now,
    )
    if effect.answer is SafetyAnswer.YES:
        calls.look_for(doing.conn, doing.person_id, doing.now)


def queue_call(doing: Doing, effect: wanted.QueueCall) -> None:
    """A call joins the queue; what cannot be understood is answered at once."""
    if effect.reason is CallReason.MEDIA:
        code = NoticeCode.MEDIA_RECEIVED
        notices.tell(doing.conn, doing.person_id, code, Nothing(), **doing.here)
    duty = OnDuty.of(doing.settings)
    calls.queue(doing.conn, doing.person_id, effect.reason, by=effect.by, duty=duty, **doing.here)


def check_intake(doing: Doing, effect: wanted.CheckIntake) -> None:
    """Before they go on they are told if a request there waits for a date, and for which."""
    point = point_of(effect.place)
    pause = intake.holding(doing.conn, effect.urgency, point, doing.now, now=doing.now)
    if pause is not None:
        told = notices.values_of(NoticeCode.INTAKE_PAUSED_HERE, PausedHere(at=pause.until_at))
        address, code = doing.address_id, NoticeCode.INTAKE_PAUSED_HERE
        notices.put(doing.conn, address, code, told, now=doing.now, quiet=doing.quiet)


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
