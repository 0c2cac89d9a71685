"""What is known before a call: of a request that was made, or of a form that was begun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from accessibility.prompt import Located
from api.vocabulary import LEAVES, Need
from bot.dialogue.condition import Answer, ruled_out
from bot.dialogue.record import fit, from_json
from bot.forms import FORMS
from bot.forms.request import SCREENS
from bot.script.order import Known
from bot.service import RequestPrivate, RestingOut

BESIDE = frozenset({"person", "choose_language", "profile", "go_on"})
"""Forms that are asked on top of others and are none that a script is made of."""


def known_of_request(told: RequestPrivate) -> Known:
    """A request as the answers that made it; what it does not keep is left blank.

    Blank stay whether they are safe now and whether they agree: that is asked anew.
    """
    request = told.request
    leaves = [need.leaf for need in request.needs]
    answers: dict[str, tuple[str, ...]] = {**_needs(leaves), "urgency": (request.urgency,)}
    said = {
        "language": request.language,
        "where": told.place.text,
        "people": told.people,
        "for_whom": told.for_whom,
        "their_name": told.their_name,
        "my_name": told.name,
        "reach": told.reach,
        "phone": told.phone,
        "leave_message": "yes" if told.leave_message else "no",
        **told.details,
    }
    answers |= {name: (words,) for name, words in said.items() if words}
    answers |= _accommodations([str(one) for one in request.accommodations])
    return Known(
        told.name,
        told.phone,
        request.receipt,
        accommodations=tuple(request.accommodations),
        may_leave=told.leave_message,
        answers=_whole(answers),
        values={"leaves": list(leaves), "receipt": request.receipt},
    )


def _whole(answers: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """What was asked: not what these answers leave out, and what was passed over too."""
    asked: dict[str, tuple[str, ...]] = {}
    for question in FORMS["ask"].questions:
        given = answers.get(question.name, () if question.optional else None)
        if given is not None and not ruled_out(question.relevant, asked, {}):
            asked[question.name] = given
    return asked


def known_of_state(state: Mapping[str, Any]) -> tuple[str, dict[str, tuple[str, ...]]]:
    """The form under way in a session and what was answered in it; "" when there is none."""
    frames = fit(FORMS, from_json(dict(state))).frames
    frame = next((one for one in reversed(frames) if one.form not in BESIDE), None)
    if frame is None:
        return "", {}
    return frame.form, {name: _words(answer) for name, answer in frame.answers.items()}


def known_of_resting(told: RestingOut) -> tuple[str, Known]:
    """The form of an unfinished request, and what was answered in it so far."""
    form, answers = known_of_state(told.state)
    first = {name: next(iter(answers.get(name, ())), "") for name in ("my_name", "phone")}
    leave = {"yes": True, "no": False}.get(next(iter(answers.get("leave_message", ())), ""))
    return form, Known(
        first["my_name"] or told.name,
        first["phone"] or told.phone,
        may_leave=leave,
        accommodations=tuple(told.accommodations),
        answers=answers,
    )


def _words(answer: Answer) -> tuple[str, ...]:
    if not isinstance(answer, Located):
        return answer
    return (answer.text or f"{answer.latitude}, {answer.longitude}",)


def _needs(leaves: Sequence[str]) -> dict[str, tuple[str, ...]]:
    groups = {need: [leaf for leaf in of if leaf in leaves] for need, of in LEAVES.items()}
    own = {str(need): found for need, found in groups.items() if found}
    other = (Need.OTHER,) if "other" in leaves else ()
    under = {f"{need}_need": tuple(map(str, of)) for need, of in own.items() if need != Need.OTHER}
    chosen = (*(need for need in own if need != Need.OTHER), *map(str, other))
    return {"need": chosen, **under}


def _accommodations(codes: list[str]) -> dict[str, tuple[str, ...]]:
    if not codes:
        return {"must_know": ("no",)}
    found = {name: tuple(c for c in codes if c in of) for name, of in SCREENS.items()}
    return {"must_know": ("yes",), **{name: some for name, some in found.items() if some}}
