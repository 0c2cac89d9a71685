"""The question of language, before all others, for who has chosen none yet."""

from __future__ import annotations

from api.vocabulary import Effect
from bot.dialogue.condition import Fact, Unless
from bot.dialogue.form import Outcome, Question

LANGUAGE = Question(
    "language",
    options_from="languages",
    relevant=Unless(Fact("language_known")),
    read_back=False,
    confirm_heard=False,
    then={"": (Outcome(effect=Effect.SET_LANGUAGE),)},
)
"""Every form that may be the first opens with it."""
