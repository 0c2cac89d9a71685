"""A newcomer adds a language with a folder and an entry; an unfinished one says what it lacks."""

import logging

import pytest

import locales
from accessibility.prompt import Kind, Option, Prompt
from accessibility.text import as_text
from locales import LanguageTableError
from locales.languages import directories
from tests.locales.sayings import sayings

ENTRY = """
[[language]]
code = "eo"
native_name = "Esperanto"
english_name = "Esperanto"
direction = "ltr"
sms_alphabet = "ucs2"
voice = "eo"
review_state = "native"
reviewer = "Ludoviko, 2025-11"
"""
SOURCE = directories()[0] / "en"


@pytest.fixture
def folder(tmp_path):
    """A directory of one's own, forgotten afterwards."""
    (tmp_path / "eo").mkdir()
    yield tmp_path
    locales.forget_directory(tmp_path)


def translate(folder, leave_out=()):
    """Every English file, each message beginning with a word that English does not have."""
    for path in SOURCE.glob("*.ftl"):
        text = path.read_text(encoding="utf-8")
        text = text.replace("option-yes = Yes", "option-yes = Jes")
        for key in leave_out:
            text = text.replace(f"\n{key} = ", "\n# ")
        (folder / "eo" / path.name).write_text(text, encoding="utf-8")


def add(folder, entry=ENTRY):
    """The entry in the table, and the directory among those that are read."""
    (folder / "languages.toml").write_text(entry, encoding="utf-8")
    locales.add_directory(folder)


def test_an_invented_language_works_from_the_table_to_the_numbered_text(folder):
    """Nothing but a folder and an entry is needed; no line of code."""
    translate(folder)
    add(folder)
    catalog = locales.catalog("eo")
    options = (Option("yes", catalog.say("option-yes"), "1"),)
    prompt = Prompt(catalog.say("ask-consent"), options, kind=Kind.ONE)
    assert "1. Jes" in as_text(prompt, catalog)
    assert "eo" in {language.code for language in locales.offered()}
    assert locales.missing_words("eo") == frozenset()


def test_an_invented_language_can_say_all_that_english_can(folder):
    """Key by key, with all values and with the fewest."""
    translate(folder)
    add(folder)
    english = {saying.key for saying in sayings(locales.catalog("en"), marked=True)}
    assert {key for key in english if locales.catalog("eo").has(*key.split(".", 1))} == english


def test_an_unfinished_language_is_reported_by_each_key_it_lacks(folder, caplog):
    """So that its translator knows what is left, and the operator why it is not offered."""
    translate(folder, leave_out=["option-yes", "option-no"])
    add(folder)
    with caplog.at_level(logging.WARNING):
        assert locales.missing_words("eo") == {"option-yes", "option-no"}
    assert "option-no, option-yes" in caplog.text


def test_an_unfinished_language_borrows_from_english_and_is_not_offered(folder):
    """Somebody who has it already is answered; nobody new is led into it."""
    translate(folder, leave_out=["option-no"])
    add(folder)
    catalog = locales.catalog("eo")
    assert (catalog.say("option-no"), catalog.has("option-no")) == ("No", True)
    assert "option-no" not in catalog.keys()  # noqa: SIM118 - no dict
    assert "eo" not in {language.code for language in locales.offered()}


def test_a_draft_is_not_offered_even_when_it_is_complete(folder):
    """Words nobody else has read are not presented as finished."""
    translate(folder)
    add(folder, ENTRY.replace('"native"', '"draft"'))
    assert locales.missing_words("eo") == frozenset()
    assert "eo" not in {language.code for language in locales.offered()}


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ('"ltr"', '"sideways"', "direction is one of ltr, rtl"),
        ('"native"', '"perfect"', "review_state is one of"),
        ('"ucs2"', '"ascii"', "sms_alphabet is one of"),
        ('voice = "eo"', "", "missing or unknown: voice"),
        ('"eo"', '"not a tag"', "no valid BCP 47 tag"),
    ],
)
def test_a_wrong_entry_is_refused_with_what_is_wrong(folder, right, wrong, says):
    """At once, and not when the first person speaks the language."""
    with pytest.raises(LanguageTableError, match=says):
        add(folder, ENTRY.replace(right, wrong, 1))


def test_a_directory_that_is_not_there_is_refused(tmp_path):
    """A mistyped setting must not pass for a directory without words."""
    with pytest.raises(LanguageTableError, match="no such directory"):
        locales.add_directory(tmp_path / "nowhere")


def test_our_own_languages_are_complete_and_offered():
    """English and Simplified Chinese, in this order."""
    assert [language.code for language in locales.offered()] == ["en", "zh-Hans"]


def test_every_offered_language_names_its_voice_and_who_read_it():
    """A language without them is not presented as complete."""
    assert all(language.voice and language.reviewer for language in locales.offered())
