"""What the forms do to the world: answers become the fields of an effect, one rule an effect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from api.vocabulary import Effect
from bot.dialogue.state import Act
from bot.forms.request import as_place, as_request

Answers = Mapping[str, Any]
Fields = dict[str, Any]

MINUTES = {"minutes_15": 15, "minutes_30": 30, "hour": 60}
"""What the quick answers to "when will you be there" mean, in minutes."""


def as_effect(act: Act, language: str) -> Fields:
    """The effect's body for the API; empty fields are left out."""
    effect = Effect(act.effect)
    answers: Answers = act.values.get("answers", {})
    told = {name: value for name, value in act.values.items() if name != "answers"}
    fields = FIELDS.get(effect, _told())(told, answers, language)
    return {
        "effect": effect.value,
        **{name: value for name, value in fields.items() if value not in (None, "", [])},
    }


def _told(*names: str) -> Callable[[Fields, Answers, str], Fields]:
    return lambda told, _answers, _language: {name: told.get(name) for name in names}


def _first(answers: Answers, name: str) -> str:
    answer = answers.get(name) or [""]
    return str(answer[0]) if isinstance(answer, list | tuple) else ""


def _set_language(_told: Fields, answers: Answers, _language: str) -> Fields:
    return {"language": _first(answers, "language")}


def _go_on(told: Fields, _answers: Answers, _language: str) -> Fields:
    return {"code": told.get("resume_code")}


def _set_profile(told: Fields, answers: Answers, _language: str) -> Fields:
    """What was asked of how to talk with them; that none of it is so is said as well."""
    kept = told.get("kept") == "yes"
    ways = [_first(answers, name) for name in ("first_way", "next_way")] if kept else []
    fields = {
        "kept": kept,
        "ways": [way for way in dict.fromkeys(ways) if way not in {"", "none"}],
        "helper_name": _first(answers, "helper_name"),
        "helper_phone": _first(answers, "helper_phone"),
    }
    asked = kept and "talking" in answers
    return fields | ({"talking": tuple(answers["talking"])} if asked else {})


def _check_intake(_told: Fields, answers: Answers, _language: str) -> Fields:
    """Who and what for is not needed to know whether it waits."""
    return {"urgency": _first(answers, "urgency"), "place": as_place(answers.get("where") or {})}


def _create(_told: Fields, answers: Answers, language: str) -> Fields:
    return {"request": as_request(answers, language)}


def _request_id(told: Fields, answers: Answers) -> str:
    return _first(answers, "which") or str(told.get("request_id", ""))


def _show(told: Fields, answers: Answers, _language: str) -> Fields:
    return {"request_id": _request_id(told, answers)}


def _change(told: Fields, answers: Answers, _language: str) -> Fields:
    where = answers.get("new_where")
    return {
        "request_id": _request_id(told, answers),
        "urgency": _first(answers, "new_urgency"),
        "place": as_place(where) if where else None,
        "words": _first(answers, "new_words"),
    }


def _confirm(told: Fields, answers: Answers, _language: str) -> Fields:
    arrival = {"yes": "done"}.get(said := _first(answers, "arrived"), said)
    return {
        "request_id": _request_id(told, answers),
        "arrival": arrival,
        "remark": _first(answers, "remark"),
    }


def _decline(told: Fields, _answers: Answers, _language: str) -> Fields:
    return {
        "offer_id": told.get("offer_id"),
        "not_now": told.get("not_now") == "yes",
        "group_chat": told.get("group_chat"),
    }


def _start(told: Fields, answers: Answers, _language: str) -> Fields:
    said = _first(answers, "arrive_at")
    clock = said if ":" in said else ""
    return {"task_id": told.get("task_id"), "minutes": MINUTES.get(said), "clock": clock}


def _send_word(told: Fields, answers: Answers, _language: str) -> Fields:
    return {"task_id": told.get("task_id"), "text": _first(answers, "word")}


def _enrol(told: Fields, answers: Answers, _language: str) -> Fields:
    many = ("services", "how", "able", "hours", "takes_calls")
    return {
        "invite": told.get("invite"),
        "name": _first(answers, "my_name"),
        "languages": list(answers.get("spoken_languages", ())),
        **{name: list(answers.get(name, ())) for name in many},
    }


def _take_up_calls(told: Fields, answers: Answers, _language: str) -> Fields:
    return {"invite": told.get("invite"), "takes_calls": list(answers.get("takes_calls", ()))}


def _pause(_told: Fields, answers: Answers, _language: str) -> Fields:
    return {"how_long": _first(answers, "how_long")}


FIELDS: Mapping[Effect, Callable[[Fields, Answers, str], Fields]] = {
    Effect.SET_LANGUAGE: _set_language,
    Effect.GIVE_CODE: _told(),
    Effect.GO_ON: _go_on,
    Effect.SET_PROFILE: _set_profile,
    Effect.RECORD_CONSENT: _told("purpose"),
    Effect.SET_MANNER: _told("voice", "slower", "louder"),
    Effect.ALERT: _told("kind", "danger_class", "why", "group_chat"),
    Effect.ANSWER_ALERT: _told("answer"),
    Effect.QUEUE_CALL: _told("reason", "by"),
    Effect.COUNT_RULES: _told("hits", "confirmed", "corrected"),
    Effect.CHECK_INTAKE: _check_intake,
    Effect.CREATE_REQUEST: _create,
    Effect.SHOW_REQUEST: _show,
    Effect.CHANGE_REQUEST: _change,
    Effect.CANCEL_REQUEST: _show,
    Effect.CONFIRM_REQUEST: _confirm,
    Effect.ACCEPT_OFFER: _told("offer_id", "group_chat"),
    Effect.DECLINE_OFFER: _decline,
    Effect.START_TASK: _start,
    Effect.FINISH_TASK: _told("task_id", "status"),
    Effect.HAND_BACK: _told("task_id"),
    Effect.SEND_WORD: _send_word,
    Effect.TAKE_CALL: _told("call_id"),
    Effect.LEAVE_CALL: _told("call_id"),
    Effect.END_CALL: _told("call_id", "outcome"),
    Effect.TYPE_IN: _told("line"),
    Effect.ENROL: _enrol,
    Effect.TAKE_UP_CALLS: _take_up_calls,
    Effect.JOIN_CHAT: _told("invite", "group_chat"),
    Effect.PAUSE: _pause,
}
