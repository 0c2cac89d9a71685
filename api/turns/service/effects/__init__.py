"""What each effect of a turn does: one row an effect, in the turn's own transaction.

Each leaves its own notice. A refusal undoes that effect alone; the person is told it is too
late. An effect that answers False told the person itself why it was not done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from api.turns.service.effects import arriving, caller, counting, resident, volunteer
from api.turns.service.effects.doing import Doing, too_late, words_of
from api.vocabulary import Effect

__all__ = ["EFFECTS", "Doing", "too_late", "words_of"]

EFFECTS: Mapping[Effect, Callable[[Doing, Any], bool | None]] = {
    Effect.SET_LANGUAGE: resident.set_language,
    Effect.GIVE_CODE: arriving.give_code,
    Effect.GO_ON: arriving.go_on,
    Effect.SET_PROFILE: resident.set_profile,
    Effect.SET_MANNER: resident.set_manner,
    Effect.RECORD_CONSENT: resident.record_consent,
    Effect.ALERT: resident.alert,
    Effect.ANSWER_ALERT: resident.answer_alert,
    Effect.QUEUE_CALL: resident.queue_call,
    Effect.CHECK_INTAKE: resident.check_intake,
    Effect.CREATE_REQUEST: resident.create_request,
    Effect.SHOW_REQUEST: resident.show_request,
    Effect.CHANGE_REQUEST: resident.change_request,
    Effect.CANCEL_REQUEST: resident.cancel_request,
    Effect.CONFIRM_REQUEST: resident.confirm_request,
    Effect.ACCEPT_OFFER: volunteer.accept_offer,
    Effect.DECLINE_OFFER: volunteer.decline_offer,
    Effect.START_TASK: volunteer.start_task,
    Effect.FINISH_TASK: volunteer.finish_task,
    Effect.HAND_BACK: volunteer.hand_back,
    Effect.SEND_WORD: volunteer.send_word,
    Effect.TAKE_CALL: caller.take_call,
    Effect.LEAVE_CALL: caller.leave_call,
    Effect.END_CALL: caller.end_call,
    Effect.TYPE_IN: caller.type_in,
    Effect.TAKE_UP_CALLS: caller.take_up_calls,
    Effect.ENROL: volunteer.enrol,
    Effect.JOIN_CHAT: volunteer.join_chat,
    Effect.PAUSE: volunteer.pause,
    Effect.RESUME: volunteer.resume,
    Effect.LEAVE: volunteer.leave,
    Effect.COUNT_RULES: counting.count_rules,
}
