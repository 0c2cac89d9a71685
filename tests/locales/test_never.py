"""What is never said, in any language: DESIGN's list, held over every word that we have."""

import re
import tomllib
from pathlib import Path

import pytest

import locales
from bot.dialogue.keys import DANGER_CARD
from tests.locales.sayings import sayings

NEVER = tomllib.loads((Path(__file__).parent / "never.toml").read_text(encoding="utf-8"))
RULES = {"sent", "called", "doses", "secrecy", "asking", "unsupported", "human", "promise"}
LANGUAGES = [language.code for language in locales.languages()]


def broken(text, language):
    """The rules of a language that a text breaks."""
    return [
        name
        for name, rule in NEVER.get(language, {}).items()
        if any(re.search(pattern, _left(text, rule)) for pattern in rule["says"])
    ]


def _left(text, rule):
    """A text without what the rule allows: who warns of bank cards must name them."""
    said = text.casefold()
    for allowed in rule.get("but", ()):
        said = re.sub(allowed, "¤", said)
    return said


def test_every_offered_language_has_every_rule():
    """Without them nobody has thought about what must not be said in it."""
    lacking = {one.code for one in locales.offered() if set(NEVER.get(one.code, {})) != RULES}
    assert lacking == set()


@pytest.mark.parametrize("language", NEVER)
def test_each_rule_finds_what_breaks_it_and_nothing_else(language):
    """The list would be worth nothing if it found nothing."""
    for name, rule in NEVER[language].items():
        assert [text for text in rule["found"] if name not in broken(text, language)] == []
        assert [text for text in rule["fine"] if name in broken(text, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_ours_breaks_a_rule(language):
    """In any message, page, paper or label, with every value that it may have."""
    found = [
        (saying.key, name, saying.text)
        for saying in sayings(locales.catalog(language))
        for name in broken(saying.text, language)
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_is_the_same_card(language):
    """Whatever form gives it: nobody has another one that says less."""
    catalog = locales.catalog(language)
    told = {"emergency": "120", "emergency_sms": "12110", "relay": "12345"}
    cards = [key for key in catalog.keys() if key.endswith(DANGER_CARD)]  # noqa: SIM118 - no dict
    assert len(cards) > 3
    assert len({catalog.say(key, None, **told) for key in cards}) == 1
