"""A resume code was given: the conversation it stands for may go on at this address.

It is asked and not simply done, because a code may have come in a link that somebody else sent.
"""

from __future__ import annotations

from api.vocabulary import Effect
from bot.dialogue.form import Form, Outcome, Question
from bot.forms.language import LANGUAGE

GO_ON = Form(
    "go_on",
    questions=(
        LANGUAGE,
        Question(
            "here",
            options=("yes", "no"),
            read_back=False,
            then={
                "yes": (Outcome(effect=Effect.GO_ON, ends=True),),
                "no": (Outcome(say="stays", ends=True),),
            },
        ),
    ),
)
