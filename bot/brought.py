"""A turn as the bot brings it to the API: what it leaves, does and says, in one body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accessibility.profile import face_of
from bot.dialogue.engine import insists, to_json, unfinished
from bot.dialogue.state import Asked, Turn
from bot.dialogue.statement import LINE
from bot.forms import FORMS
from bot.forms.effects import as_effect
from bot.manner import turned_on
from bot.service import Claimed, TurnIn
from bot.turn import ASKS_ITSELF, ends_question
from bot.wording import spoken_together

DEFER_S = 60
"""When an opening that finds two forms under way is tried again."""


def body_of(work: Claimed, turn: Turn) -> TurnIn:
    """The turn as the API takes it; an opening begins with what its notice says."""
    resting = unfinished(FORMS, turn.state)
    said = bool(turn.prompts) or ends_question(work)
    prompts = (*_notice(work), *turn.prompts) if said else ()
    acts = (*turned_on(work), *turn.effects)
    body: dict[str, Any] = {
        "address_id": work.address_id,
        "lease": work.lease,
        "inbound_id": work.inbound.id if work.inbound else None,
        "notice_id": work.opening.notice_id if work.opening else None,
        "session_version": work.session.version,
        "session": {
            "state": to_json(turn.state),
            "asks": insists(FORMS, turn.state),
            "unfinished": {"question": resting[0], "urgency": resting[1]} if resting else None,
        },
        "effects": [as_effect(act, work.facts.language) for act in acts],
        "prompts": [told | _to_caller(work, told) for told in _spoken(work, prompts)],
        "defer_s": DEFER_S if turn.deferred else 0,
    }
    return TurnIn.model_validate(body)


def _to_caller(work: Claimed, told: Mapping[str, Any]) -> dict[str, bool]:
    """What is wrong with a typed line is told to who typed it, and not to the resident."""
    typed = work.inbound is not None and work.inbound.call_id is not None
    return {"quiet": True} if typed and told["code"].startswith(LINE) else {}


def _notice(work: Claimed) -> tuple[Asked, ...]:
    if work.opening is None or work.opening.about["notice"] in ASKS_ITSELF:
        return ()
    said = {name: value for name, value in work.opening.about.items() if name != "notice"}
    return (Asked(str(work.opening.about["notice"]), said),)


def _spoken(work: Claimed, prompts: tuple[Asked, ...]) -> list[dict[str, Any]]:
    """Who needs more time is told one thing in a message, and then asked."""
    face = face_of(work.facts.profile.accommodations)
    return spoken_together(prompts, apart=face.one_thing)
