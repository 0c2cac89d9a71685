"""Key 0: a person. Danger comes first; going on is always possible."""

from __future__ import annotations

from api.vocabulary import AlertKind, CallReason, Effect
from bot.dialogue.form import Form, Outcome, Question

PERSON = Form(
    "person",
    questions=(
        Question(
            "how",
            options=("danger", "call_me", "write_to_me", "go_on"),
            then={
                "danger": (
                    Outcome(
                        effect=Effect.ALERT,
                        values=(("kind", AlertKind.DANGER),),
                        say="danger_card",
                        ends=True,
                    ),
                ),
                "call_me": (
                    Outcome(
                        effect=Effect.QUEUE_CALL,
                        values=(("reason", CallReason.ASKED), ("by", "voice")),
                        ends=True,
                    ),
                ),
                "write_to_me": (
                    Outcome(
                        effect=Effect.QUEUE_CALL,
                        values=(("reason", CallReason.ASKED), ("by", "text")),
                        ends=True,
                    ),
                ),
                "go_on": (Outcome(ends=True),),
            },
        ),
    ),
)
