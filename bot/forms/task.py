"""A volunteer who accepted says how it goes; handing back takes one tap and no excuse.

Who helps from afar begins now and goes nowhere, so they are not asked when they will be there.
"""

from __future__ import annotations

from accessibility.prompt import Kind
from api.vocabulary import Effect, TaskStatus
from bot.dialogue.condition import Every, Unless, about, when
from bot.dialogue.form import Form, Outcome, Question

TASK = Form(
    "task",
    questions=(
        Question(
            "step",
            options=("on_my_way", "done", "partly", "hand_back", "contact"),
            then={
                "done": (
                    Outcome(
                        effect=Effect.FINISH_TASK,
                        values=(("status", TaskStatus.DONE),),
                        ends=True,
                    ),
                ),
                "partly": (
                    Outcome(
                        effect=Effect.FINISH_TASK,
                        values=(("status", TaskStatus.PARTLY),),
                        ends=True,
                    ),
                ),
                "hand_back": (Outcome(effect=Effect.HAND_BACK, ends=True),),
            },
        ),
        Question(
            "arrive_at",
            kind=Kind.TIME,
            options=("minutes_15", "minutes_30", "hour", "later_today"),
            relevant=Every((when("step", "on_my_way"), Unless(about("remote", "yes")))),
        ),
        Question("word", kind=Kind.TEXT, private=True, relevant=when("step", "contact")),
    ),
    done=(
        Outcome(effect=Effect.START_TASK, relevant=when("step", "on_my_way")),
        Outcome(effect=Effect.SEND_WORD, relevant=when("step", "contact")),
    ),
)
