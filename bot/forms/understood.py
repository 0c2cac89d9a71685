"""What free words say is proposed, and counts once it is confirmed; see `bot.dialogue.understood`.

One tap confirms all of it; otherwise one question asks what is wrong, and the rest counts.
"""

from __future__ import annotations

from accessibility.prompt import Kind
from bot.dialogue.choices import PROPOSED
from bot.dialogue.commands import UNDERSTOOD as NAME
from bot.dialogue.condition import when
from bot.dialogue.form import Form, Question
from bot.dialogue.parts import PARTS
from bot.dialogue.understood import ALL, NO, YES

UNDERSTOOD = Form(
    NAME,
    questions=(
        Question("right", options=(YES, NO), read_back=False, confirm_heard=False),
        Question(
            "wrong",
            kind=Kind.MANY,
            options=PARTS,
            other=ALL,
            options_from=PROPOSED,
            relevant=when("right", NO),
            read_back=False,
            confirm_heard=False,
        ),
    ),
)
