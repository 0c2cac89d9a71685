"""A conversation as JSON, and back; also after an upgrade that changed the forms.

What an old state holds that no form knows any more is dropped, and the rest is kept: a person
may be asked one question again, but never loses the conversation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from accessibility.prompt import Kind, Located, Option
from bot.dialogue.condition import Answer
from bot.dialogue.draft import told
from bot.dialogue.form import Form, Question
from bot.dialogue.parts import parts_in, parts_out
from bot.dialogue.state import Frame, State

Json = dict[str, Any]


def to_json(state: State) -> Json:
    """The state as JSON carries it."""
    return {
        "frames": [_frame_out(frame) for frame in state.frames],
        "serial": state.serial,
        "looked_up": {name: _out(options) for name, options in state.looked_up.items()},
        "stopped": state.stopped,
        "displaced": state.displaced,
        "unheard": state.unheard,
    }


def from_json(kept: Mapping[str, Any]) -> State:
    """The state from JSON; what cannot be read is left out. Never raises."""
    looked_up = {name: _options(value) for name, value in _mapping(kept, "looked_up").items()}
    frames = [_frame(value) for value in _list(kept.get("frames"))]
    return State(
        frames=tuple(frame for frame in frames if frame.form),
        serial=_number(kept.get("serial")),
        looked_up=looked_up,
        stopped=kept.get("stopped") is True,
        displaced=kept.get("displaced") is True,
        unheard=_number(kept.get("unheard")),
    )


def fit(forms: Mapping[str, Form], state: State) -> State:
    """The state without forms, questions and codes that are no longer known."""
    known = tuple(frame for frame in state.frames if frame.form in forms)
    return replace(state, frames=tuple(_fit(forms[frame.form], frame) for frame in known))


def _fit(form: Form, frame: Frame) -> Frame:
    questions = {question.name: question for question in form.questions}
    answers = {
        name: answer
        for name, answer in frame.answers.items()
        if name in questions and _possible(questions[name], answer)
    }
    open_still = frame.open if frame.open in questions else ""
    return replace(frame, answers=answers, open=open_still)


def _possible(question: Question, answer: Answer) -> bool:
    """Whether a question may have this answer, as far as the form alone can tell."""
    if isinstance(answer, Located) or question.kind is Kind.PLACE:
        return isinstance(answer, Located) and question.kind is Kind.PLACE
    free = question.kind not in {Kind.ONE, Kind.MANY} or bool(question.options_from)
    return free or set(answer) <= set(question.codes)


def _frame_out(frame: Frame) -> Json:
    return {
        "form": frame.form,
        "answers": told(frame.answers),
        "about": dict(frame.about),
        "open": frame.open,
        "asked": frame.asked,
        "page": frame.page,
        "misses": frame.misses,
        "chosen": list(frame.chosen),
        "said": frame.said,
        "found": _out(frame.found),
        "later": parts_out(frame.later),
    }


def _frame(value: object) -> Frame:
    kept = value if isinstance(value, Mapping) else {}
    answers = {name: _answer(answer) for name, answer in _mapping(kept, "answers").items()}
    return Frame(
        form=_text(kept.get("form")),
        answers=answers,
        about=dict(_mapping(kept, "about")),
        open=_text(kept.get("open")),
        asked=_number(kept.get("asked")),
        page=_number(kept.get("page")),
        misses=_number(kept.get("misses")),
        chosen=_codes(kept.get("chosen")),
        said=_text(kept.get("said")),
        found=_options(kept.get("found")),
        later=parts_in(kept.get("later")),
    )


def _answer(value: object) -> Answer:
    if not isinstance(value, Mapping):
        return _codes(value)
    latitude, longitude = (_degrees(value.get(name)) for name in ("latitude", "longitude"))
    text, place_id = _text(value.get("text")), _text(value.get("place_id"))
    return Located(text, latitude, longitude, place_id)


def _out(options: tuple[Option, ...]) -> list[list[str]]:
    return [[option.code, option.label, option.key] for option in options]


def _options(value: object) -> tuple[Option, ...]:
    parts = (_codes(part) for part in _list(value))
    return tuple(Option(*part) for part in parts if len(part) == len(Option.__slots__))


def _mapping(kept: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = kept.get(name)
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _codes(value: object) -> tuple[str, ...]:
    return tuple(code for code in _list(value) if isinstance(code, str))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _degrees(value: object) -> float | None:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if known else None  # type: ignore[arg-type]
