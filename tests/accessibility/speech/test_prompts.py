"""The order in which a prompt is said: question, a person, options before their keys, the rest."""

import pytest

import locales
from accessibility.prompt import Kind, Option, Prompt
from accessibility.speech import as_speech
from accessibility.speech.segment import AFTER_OPTION_MS, AFTER_QUESTION_MS

ENGLISH = locales.catalog("en")
FOOD = Option("food", "Food or water", "1")
OTHER = Option("other", "Something else", "6")


def heard(prompt, language="en"):
    """What is said, a line for each segment."""
    return [segment.text for segment in as_speech(prompt, locales.catalog(language))]


def test_a_question_is_said_with_a_person_first_and_each_option_before_its_key():
    """Who hears the key first has forgotten it when the option comes (W3C COGA)."""
    prompt = Prompt("What do you need?", (FOOD, OTHER), kind=Kind.ONE, hint="One thing.")
    assert heard(prompt) == [
        "What do you need?",
        "One thing.",
        "For a person, press zero.",
        "Food or water, press one.",
        "Something else, press six.",
        "To hear it again, press nine. To go back, press star.",
    ]


def test_chinese_says_the_option_before_its_key_too():
    """In the words of that language."""
    prompt = Prompt("您需要什么？", (Option("food", "吃的或喝的", "1"),), kind=Kind.ONE)
    assert heard(prompt, "zh-Hans")[1:3] == ["转人工，请按零。", "吃的或喝的，请按一。"]


@pytest.mark.parametrize(
    ("prompt", "line"),
    [
        (Prompt("?", (FOOD,), kind=Kind.MANY), "You may choose several, one after the other."),
        (Prompt("?", (FOOD,), also=(OTHER,), kind=Kind.ONE), "For more choices, press six."),
        (Prompt("?", (FOOD,), kind=Kind.MANY, optional=True), "For none of these, press hash."),
        (Prompt("?", kind=Kind.TEXT, optional=True), "To skip this, press hash."),
    ],
)
def test_what_else_may_be_pressed_is_said_where_it_may_be(prompt, line):
    """As the text under a question says it."""
    assert line in heard(prompt)
    assert line not in heard(Prompt("?", (FOOD, OTHER), kind=Kind.ONE))


def test_a_statement_has_no_keys():
    """Nothing is to be pressed."""
    assert heard(Prompt("We have your request.")) == ["We have your request."]


def test_words_made_for_speech_are_said_instead_of_the_written_ones():
    """A prompt may bring its own."""
    assert heard(Prompt("R 4829 1573", spoken="Your number.")) == ["Your number."]


def test_each_language_is_offered_in_itself():
    """Who speaks no English does not wait for an English word."""
    options = (Option("en", "English", "1"), Option("zh-Hans", "中文", "2"))
    said = as_speech(Prompt("Which language?", options, kind=Kind.ONE), ENGLISH)
    assert [(one.language, one.text) for one in said[2:4]] == [
        ("en", "English, press one."),
        ("zh-Hans", "中文，请按二。"),
    ]


def test_there_is_silence_after_a_question_and_after_each_option():
    """Time to think; it is no mark in the words."""
    said = as_speech(Prompt("What? Now?", (FOOD, OTHER), kind=Kind.ONE), ENGLISH)
    assert [one.pause for one in said] == [AFTER_QUESTION_MS, *[AFTER_OPTION_MS] * 4]


def test_a_language_without_spoken_forms_says_digits_one_by_one(tmp_path):
    """Never as a number that nobody asked its words for."""
    (tmp_path / "languages.toml").write_text(
        '[[language]]\ncode = "eo"\nnative_name = "Esperanto"\nenglish_name = "Esperanto"\n'
        'direction = "ltr"\nsms_alphabet = "ucs2"\nvoice = "eo"\nreview_state = "draft"\n'
        'reviewer = ""\n',
        encoding="utf-8",
    )
    locales.add_directory(tmp_path)
    try:
        assert heard(Prompt("Telefono 120, ĝis 15:00"), "eo") == ["Telefono 1 2 0, ĝis 1 5, 0 0"]
    finally:
        locales.forget_directory(tmp_path)
