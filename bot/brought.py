"""A turn as the bot brings it to the API: what it leaves, does and says, in one body."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from accessibility.profile import UNHEARD, face_of
from api.vocabulary import Accommodation
from bot.dialogue.engine import insists, to_json
from bot.dialogue.state import Asked, Turn
from bot.dialogue.statement import LINE
from bot.dialogue.unfinished import unfinished
from bot.forms import FORMS
from bot.forms.effects import as_effect
from bot.manner import is_danger_card, turned_on
from bot.service import Claimed, TurnIn
from bot.turn import ASKS_ITSELF, ends_question
from bot.wording import spoken_together

DEFER_S = 60
"""When an opening that finds two forms under way is tried again."""


WRITES = UNHEARD | {Accommodation.SPEECH, Accommodation.NO_PHONE_CALLS}
"""Who told us one of these is not well served by a number to call."""


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
    needs = work.facts.profile.accommodations
    told = tuple(_in_their_mode(asked, needs) for asked in prompts)
    return spoken_together(told, apart=face_of(needs).one_thing)


def _in_their_mode(asked: Asked, needs: Collection[str]) -> Asked:
    """The card begins with the number that they can use themselves."""
    writes = is_danger_card(asked.code) and bool(WRITES & set(needs))
    return replace(asked, values={**asked.values, "mode": "written"}) if writes else asked
