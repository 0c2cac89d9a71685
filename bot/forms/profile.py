"""How to talk with somebody: asked once, after their first request is stored, or at their word.

The first question gives way to anything else; who does not want it kept is not asked again. What
they can use was asked with the request (`ask.talking`), so it is asked here only of who comes by
the word.
"""

from __future__ import annotations

from accessibility.prompt import Kind
from api.vocabulary import TALKING, CallBy, Effect
from bot.dialogue.condition import Fact, Unless, about, when
from bot.dialogue.form import Form, Outcome, Question

KEPT = Fact("profile_kept")
NOT_KEPT = (("kept", ""),)

PROFILE = Form(
    "profile",
    questions=(
        Question(
            "what",
            options=("as_it_is", "change", "forget"),
            relevant=KEPT,
            read_back=False,
            then={
                "as_it_is": (Outcome(say="stays", ends=True),),
                "forget": (Outcome(effect=Effect.SET_PROFILE, values=NOT_KEPT, ends=True),),
            },
        ),
        Question(
            "keep",
            options=("yes", "no"),
            relevant=Unless(KEPT),
            read_back=False,
            gives_way=True,
            then={
                "no": (
                    Outcome(effect=Effect.SET_PROFILE, values=NOT_KEPT, say="not_kept", ends=True),
                ),
            },
        ),
        Question(
            "talking",
            kind=Kind.MANY,
            options=TALKING,
            optional=True,
            relevant=about("purpose", "word"),
        ),
        Question("first_way", options=tuple(CallBy)),
        Question("next_way", options=(*CallBy, "none")),
        Question("helper", options=("yes", "no")),
        Question(
            "helper_name",
            kind=Kind.TEXT,
            private=True,
            max_length=80,
            relevant=when("helper", "yes"),
        ),
        Question("helper_may", options=("yes", "no"), relevant=when("helper", "yes")),
        Question(
            "helper_phone",
            kind=Kind.PHONE,
            private=True,
            relevant=when("helper_may", "yes"),
        ),
        Question("sure", options=("yes", "change"), confirms=True),
        Question(
            "change_what",
            options_from="answered",
            changes=True,
            relevant=when("sure", "change"),
        ),
    ),
    done=(
        Outcome(
            effect=Effect.SET_PROFILE,
            values=(("kept", "yes"),),
            relevant=when("sure", "yes"),
        ),
    ),
)
