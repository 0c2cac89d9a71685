"""A volunteer is asked whether they can help; nothing in it says who the resident is."""

from __future__ import annotations

from api.vocabulary import Effect
from bot.dialogue.form import Form, Outcome, Question

OFFER = Form(
    "offer",
    questions=(
        Question(
            "answer",
            options=("accept", "decline", "more", "not_now"),
            keeps=False,
            then={
                "accept": (Outcome(effect=Effect.ACCEPT_OFFER, ends=True),),
                "decline": (Outcome(effect=Effect.DECLINE_OFFER, ends=True),),
                "more": (Outcome(say="more"),),
                "not_now": (
                    Outcome(effect=Effect.DECLINE_OFFER, values=(("not_now", "yes"),), ends=True),
                ),
            },
        ),
    ),
)
