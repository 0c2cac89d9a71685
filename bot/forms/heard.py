"""What was spoken is read back, and counts once it is confirmed; see `bot.dialogue.heard`."""

from __future__ import annotations

from bot.dialogue.commands import HEARD as NAME
from bot.dialogue.form import Form, Outcome, Question
from bot.dialogue.heard import NO, YES

HEARD = Form(
    NAME,
    questions=(
        Question(
            "right",
            options=(YES, NO),
            keeps=False,
            read_back=False,
            then={YES: (Outcome(ends=True),), NO: (Outcome(ends=True),)},
        ),
    ),
)
