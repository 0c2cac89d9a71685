"""Words may mean danger: one calm question, on top of what is asked; see `bot.dialogue.danger`.

Its answer is not read back when it is spoken: whoever says yes waits for nothing.
"""

from __future__ import annotations

from api.vocabulary import Effect, SafetyAnswer
from bot.dialogue.form import Form, Outcome, Question
from bot.dialogue.keys import DANGER as NAME
from bot.dialogue.keys import DANGER_CARD

YES, NO = SafetyAnswer.YES.value, SafetyAnswer.NO.value

DANGER = Form(
    NAME,
    questions=(
        Question(
            "now",
            options=(YES, NO),
            keeps=False,
            read_back=False,
            confirm_heard=False,
            then={
                YES: (
                    Outcome(
                        effect=Effect.ANSWER_ALERT,
                        values=(("answer", YES),),
                        say=DANGER_CARD,
                        ends=True,
                    ),
                ),
                NO: (
                    Outcome(
                        effect=Effect.ANSWER_ALERT,
                        values=(("answer", NO),),
                        say="read",
                        ends=True,
                    ),
                ),
            },
        ),
    ),
)
