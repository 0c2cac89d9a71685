"""A resident who already asked: how it stands, change, cancel, ask again, did help arrive."""

from __future__ import annotations

from accessibility.prompt import Kind
from api.vocabulary import Effect, Urgency
from bot.dialogue.condition import Either, Every, Fact, Unless, about, when
from bot.dialogue.form import Form, Outcome, Question

ARRIVED = Either((about("purpose", "arrived"), when("what", "arrived")))

FOLLOW_UP = Form(
    "follow_up",
    questions=(
        Question(
            "what",
            options=("status", "change", "cancel", "arrived", "new"),
            relevant=Unless(about("purpose", "arrived")),
            then={"new": (Outcome(opens="ask", ends=True),)},
        ),
        Question(
            "which",
            options_from="my_requests",
            relevant=Every(
                (Fact("several_requests"), Unless(about("purpose", "arrived"))),
            ),
        ),
        Question("cancel_sure", options=("yes", "no"), relevant=when("what", "cancel")),
        Question(
            "change_what",
            options=("when", "where", "words"),
            relevant=when("what", "change"),
        ),
        Question("new_urgency", options=tuple(Urgency), relevant=when("change_what", "when")),
        Question(
            "new_where",
            kind=Kind.PLACE,
            private=True,
            max_length=300,
            relevant=when("change_what", "where"),
        ),
        Question("new_words", kind=Kind.TEXT, private=True, relevant=when("change_what", "words")),
        Question("arrived", options=("yes", "partly", "no"), relevant=ARRIVED),
        Question(
            "remark",
            kind=Kind.TEXT,
            optional=True,
            private=True,
            relevant=when("arrived", "partly", "no"),
        ),
    ),
    done=(
        Outcome(effect=Effect.SHOW_REQUEST, relevant=when("what", "status")),
        Outcome(effect=Effect.CHANGE_REQUEST, relevant=when("what", "change")),
        Outcome(effect=Effect.CANCEL_REQUEST, relevant=when("cancel_sure", "yes")),
        Outcome(say="kept", relevant=when("cancel_sure", "no")),
        Outcome(effect=Effect.CONFIRM_REQUEST, relevant=ARRIVED),
        Outcome(
            opens="profile",
            relevant=Every((when("arrived", "yes"), Fact("profile_to_keep"))),
        ),
    ),
)
