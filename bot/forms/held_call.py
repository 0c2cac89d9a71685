"""A caller who has a call says how it goes; giving it back takes one press and no excuse."""

from __future__ import annotations

from api.vocabulary import CallOutcome, Effect
from bot.dialogue.form import Form, Outcome, Question

HELD_CALL = Form(
    "held_call",
    questions=(
        Question(
            "step",
            options=("link", "done", "not_reached", "give_back"),
            keeps=False,
            then={
                "link": (Outcome(effect=Effect.TAKE_CALL, ends=True),),
                "done": (
                    Outcome(
                        effect=Effect.END_CALL,
                        values=(("outcome", CallOutcome.COMPLETED),),
                        ends=True,
                    ),
                ),
                "not_reached": (
                    Outcome(
                        effect=Effect.END_CALL,
                        values=(("outcome", CallOutcome.NO_ANSWER),),
                        ends=True,
                    ),
                ),
                "give_back": (Outcome(effect=Effect.LEAVE_CALL, ends=True),),
            },
        ),
    ),
)
