"""Another language, at any time: the word for it opens this on top of whatever is under way."""

from __future__ import annotations

from api.vocabulary import Effect
from bot.dialogue.form import Form, Outcome, Question

CHOOSE_LANGUAGE = Form(
    "choose_language",
    questions=(
        Question(
            "language",
            options_from="languages",
            then={"": (Outcome(effect=Effect.SET_LANGUAGE, ends=True),)},
        ),
    ),
)
