"""The conversations as data: one file a form, and the table of all of them."""

from __future__ import annotations

from bot.dialogue.form import Form
from bot.forms.ask import ASK
from bot.forms.card import CARD
from bot.forms.choose_language import CHOOSE_LANGUAGE
from bot.forms.danger import DANGER
from bot.forms.enrol import ENROL
from bot.forms.follow_up import FOLLOW_UP
from bot.forms.go_on import GO_ON
from bot.forms.heard import HEARD
from bot.forms.held_call import HELD_CALL
from bot.forms.offer import OFFER
from bot.forms.person import PERSON
from bot.forms.profile import PROFILE
from bot.forms.task import TASK
from bot.forms.understood import UNDERSTOOD

LISTED = (
    ASK,
    FOLLOW_UP,
    PROFILE,
    OFFER,
    TASK,
    CARD,
    HELD_CALL,
    ENROL,
    PERSON,
    CHOOSE_LANGUAGE,
    GO_ON,
    HEARD,
    UNDERSTOOD,
    DANGER,
)
FORMS: dict[str, Form] = {form.name: form for form in LISTED}
