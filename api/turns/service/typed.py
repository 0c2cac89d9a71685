"""What came of a paper goes to the chat in which a caller typed it in."""

from __future__ import annotations

from collections.abc import Sequence

from api.cards import service as cards
from api.notices import service as notices
from api.notices.schemas import LineFault
from api.requests import service as requests
from api.turns.schemas import PromptIn
from api.turns.service.effects import Doing
from api.vocabulary import InboundKind

DANGER_CARD = "danger_card"
"""How the code of every prompt with the emergency numbers ends."""


def tell_typed(doing: Doing, prompts: Sequence[PromptIn], *, made: bool) -> None:
    """Tell the typist what to correct, or that it is taken up; `made`: it made a request.

    What is for the page of whoever types alone is what is wrong with the line. If its words tell
    of danger, whoever types has the card to read out.
    """
    heard = doing.heard
    if heard is None or heard.kind is not InboundKind.ANSWER_LINE or heard.body.typed_at is None:
        return
    for one in prompts:
        if one.code.endswith(DANGER_CARD):
            notices.put(doing.conn, heard.body.typed_at, one.code, one.values, now=doing.now)
    faults = [
        LineFault(
            code=one.code,
            step=str(one.values.get("step", "")),
            said=str(one.values.get("said", "")),
        )
        for one in prompts
        if one.quiet
    ]
    asked = requests.open_of(doing.conn, doing.person_id) if made else []
    receipt = asked[-1].receipt if asked else ""
    cards.tell_typed(doing.conn, heard.body.typed_at, faults, receipt, now=doing.now)
