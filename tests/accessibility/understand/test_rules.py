"""The rules of a language fit the program: real codes, real commands, no word for two options."""

import itertools

import pytest

from accessibility.prompt import KEYS, Command
from accessibility.understand.rulebook import rulebook_of
from accessibility.understand.rules import rules_of
from bot.forms import FORMS
from locales import add_directory, forget_directory
from locales.rules import ruled, rules

LANGUAGES = ruled()
ELSEWHERE = {"none_of_these", *LANGUAGES}
"""Codes that no form lists: what the engine offers, and languages by their tags."""
QUESTIONS = [(form.name, q) for form in FORMS.values() for q in form.questions]
CODES = {str(code) for _, question in QUESTIONS for code in question.codes}


def test_english_and_chinese_have_rules():
    """The languages that residents may choose."""
    assert LANGUAGES == ("en", "zh-Hans")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_listed_for_every_option_of_every_form_and_for_nothing_else(language):
    """A code that was renamed would leave its words behind, unheard."""
    assert set(rules(language)["options"]) == CODES | ELSEWHERE
    beside = rules(language).get("beside", {})
    assert {*beside, *itertools.chain(*beside.values())} <= CODES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("form", "question"), QUESTIONS, ids=lambda x: getattr(x, "name", x))
def test_no_word_names_two_options_of_one_question(language, form, question):
    """Such a word would never be understood, and nobody would know why."""
    listed = rules_of(language).options
    for one, other in itertools.combinations(map(str, question.codes), 2):
        assert not listed.get(one, frozenset()) & listed.get(other, frozenset())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_words_and_every_spoken_key_is_a_key(language):
    """Nobody needs to know the keys by heart."""
    assert set(rules_of(language).commands.values()) == set(Command)
    assert set(rules_of(language).keys.values()) <= KEYS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_means_two_commands(language):
    """The later one would silently win."""
    plain = rules_of(language).spelling.plain
    spoken = [plain(word) for words in rules(language)["commands"].values() for word in words]
    assert sorted(set(spoken)) == sorted(spoken)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_listed_word_is_written_twice_or_empty_when_compared(language):
    """A word that is only punctuation, or a double, is a mistake in the file."""
    plain = rules_of(language).spelling.plain
    for code, words in rules(language)["options"].items():
        spelled = [plain(word) for word in words]
        assert all(spelled), code
        assert sorted(set(spelled)) == sorted(spelled), code


def test_yes_and_no_share_no_word():
    """In no language, beside any other option."""
    for language in LANGUAGES:
        options = rules_of(language).options
        assert not options["yes"] & options["no"]


@pytest.mark.parametrize(
    ("tag", "same"),
    [
        ("en-GB", "en"),
        ("en_US", "en"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hant-HK", "zh-Hans"),
        ("ZH", "zh-Hans"),
    ],
)
def test_a_tag_of_the_same_language_shares_its_rules(tag, same):
    """A phone's own tag is seldom the one we list."""
    assert rules(tag) == rules(same)


@pytest.mark.parametrize("tag", ["fr", "", "english", "../en", "x" * 500, "e"])
def test_another_language_has_no_rules(tag):
    """It never borrows those of a language that only looks alike."""
    assert rules(tag) == {}


def test_a_directory_that_is_added_brings_its_rules(tmp_path):
    """A newcomer adds a language without touching the program, and takes it away again.

    What the others know is not read again.
    """
    english = rulebook_of("en")
    (tmp_path / "tlh").mkdir()
    (tmp_path / "tlh" / "understand.toml").write_text('[options]\nyes = ["hija"]\n', "utf-8")
    add_directory(tmp_path)
    try:
        assert "tlh" in ruled()
        assert rules_of("tlh").options["yes"] == {"hija"}
        assert rulebook_of("en") is english
    finally:
        forget_directory(tmp_path)
    assert rules_of("tlh").options == {}
