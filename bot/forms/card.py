"""A caller is asked whether they take a call; nothing in it says who it is with."""

from __future__ import annotations

from api.vocabulary import Effect
from bot.dialogue.form import Form, Outcome, Question

CARD = Form(
    "card",
    questions=(
        Question(
            "answer",
            options=("take", "not_now", "more"),
            keeps=False,
            then={
                "take": (Outcome(effect=Effect.TAKE_CALL, ends=True),),
                "not_now": (Outcome(effect=Effect.LEAVE_CALL, ends=True),),
                "more": (Outcome(say="more"),),
            },
        ),
    ),
)
