"""What a person reads out in a call: they are no program, and whoever hears it has no keys."""

import re

import pytest

from bot.dialogue.state import Asked
from bot.dialogue.statement import SIMPLE
from bot.forms import FORMS
from bot.wording import as_values
from tests.bot.test_wording import ABOUT, LANGUAGES, NOW, WORDING

QUESTIONS = [f"{form.name}.{one.name}" for form in FORMS.values() for one in form.questions]
KEYS = re.compile(r"\b[Pp]ress\b|computer program|请按|按下|按\s*\d|自动程序|电脑程序")


def aloud(code, language, variant=""):
    """A question as it is read out."""
    asked = as_values(Asked(code, ABOUT, question_id="1", variant=variant))
    return WORDING.aloud(code, asked, language, NOW).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("variant", ["", SIMPLE])
def test_nobody_who_is_phoned_is_told_to_press_a_key_or_hears_a_program(language, variant):
    """Neither at first, nor when it is said again in the simplest words."""
    said = {code: aloud(code, language, variant) for code in QUESTIONS}
    assert {code: text for code, text in said.items() if KEYS.search(text) or not text} == {}


def test_the_simplest_words_are_said_as_far_as_they_ask():
    """What must be heard before the question is heard, too."""
    assert aloud("ask.safe_now", "en", SIMPLE) == "Are you safe?"
    assert aloud("ask.consent", "en", SIMPLE).endswith("Is that all right?")
    assert "write down" in aloud("ask.consent", "en", SIMPLE)
    assert aloud("ask.my_name", "en", SIMPLE) == aloud("ask.my_name", "en")
