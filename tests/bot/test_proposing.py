"""When free words are a proposal, and how it sounds: short, in both languages, on every face."""

import pytest

import locales
from accessibility.prompt import Heard, Kind, Option, Part, Prompt, Reading, ReadingKind
from accessibility.speech import as_speech
from accessibility.text import MOST_PARTS, as_text, sms_parts
from accessibility.understand import read
from bot.heard import understood
from bot.proposing import proposed
from tests.bot.dialogue.person import asking
from tests.bot.test_wording import NOW, WORDING

LINES = {
    "en": "I need medicine for my mother by tomorrow, she is hard of hearing",
    "zh-Hans": "帮我妈妈买药，明天要，她耳朵不好",
}
SAYS = {
    "needs": ("medicine",),
    "urgency": ("week",),
    "for_whom": ("someone_else",),
    "accommodations": ("hard_of_hearing",),
}
MENU = Prompt("", (Option("food", "Food", "1"), Option("health", "Medicine", "2")), kind=Kind.MANY)
WHEN = Prompt("", tuple(Option(c, c, str(n)) for n, c in enumerate(("today", "week"), 1)),
              kind=Kind.ONE)  # fmt: skip
FREE = Prompt("", kind=Kind.TEXT)


def made(text, prompt, language="en"):
    """What the words of a reply propose there, or None."""
    return proposed(read(text, prompt, language), text, prompt, language)


def says(reading):
    """The parts of a proposal."""
    return {part.name: part.codes for part in reading.parts}


@pytest.mark.parametrize("language", LINES)
@pytest.mark.parametrize("prompt", [MENU, None])
def test_words_that_answer_nothing_are_a_proposal(language, prompt):
    """At a menu, and first of all; each part with the rules that found it, and no others."""
    reading = made(LINES[language], prompt, language)
    assert says(reading) == SAYS
    assert all(rule.startswith(f"{language}:") for part in reading.parts for rule in part.why)
    assert all(len(part.why) == 1 for part in reading.parts)


def test_words_where_words_are_asked_for_are_the_answer():
    """They are kept as they are, and nothing is made of them."""
    assert made(LINES["en"], FREE) is None
    assert made(LINES["en"], Prompt("", kind=Kind.PLACE)) is None


def test_an_answer_is_an_answer():
    """Options, keys, and words that say nothing propose nothing."""
    for text in ("2", "food", "0", "hello there", "?"):
        assert made(text, MENU) is None


def test_a_time_with_more_beside_it_is_asked_about_as_a_whole():
    """And alone it is the answer; so nothing that was said is dropped without a word."""
    assert made("this week", WHEN) is None
    assert says(made("this week, it is for my mother", WHEN)) == {
        "urgency": ("week",),
        "for_whom": ("someone_else",),
    }


def test_danger_is_no_proposal_and_a_flag_goes_along():
    """Whoever reads along sees a proposal like any other."""
    assert made("my mother cannot breathe and needs medicine", MENU) is None
    flagged = Reading(ReadingKind.UNCLEAR, alarm="flag", danger_class="abuse", why=("en:x",))
    reading = proposed(flagged, LINES["en"], MENU, "en")
    assert (reading.alarm, reading.danger_class, reading.why) == ("flag", "abuse", ("en:x",))


@pytest.mark.parametrize(("text", "offered"), [("我需要买菜", ("zh-Hans",)), ("口罩", None)])
def test_a_text_of_another_language_says_so(text, offered):
    """Two signs alone may be a name; what they ask for is proposed all the same."""
    reading = made(text, MENU)
    assert says(reading).get("language") == offered
    assert "needs" in says(reading)


def test_what_was_spoken_is_proposed_if_it_was_heard_as_well_as_free_words_must_be():
    """Otherwise it is to be said again."""
    clear, mumbled = (
        understood([("en", Heard(LINES["en"], sure))], [MENU], "CN") for sure in (0.9, 0.2)
    )
    assert says(clear.reading) == SAYS
    assert clear.reading.heard == LINES["en"]
    assert mumbled.reading.kind is ReadingKind.UNSURE


FULL = (
    Part("needs", ("groceries", "medicine", "transport")),
    Part("urgency", ("today",)),
    Part("for_whom", ("someone_else",)),
    Part("accommodations", ("hard_of_hearing", "no_stairs")),
)


@pytest.mark.parametrize("language", LINES)
def test_a_proposal_fits_two_parts_of_sms_and_is_said_whole(language):
    """With more in it than most people say at once."""
    somebody = asking("yes").say(Reading(ReadingKind.PROPOSAL, parts=FULL))
    asked, catalog = WORDING.asked(somebody.open, language, NOW), locales.catalog(language)
    assert sms_parts(as_text(asked, catalog)) <= MOST_PARTS
    spoken = " ".join(part.text for part in as_speech(asked, catalog, lambda _language: True))
    for option in asked.options:
        assert option.label.split("，")[0].split(",")[0] in spoken
