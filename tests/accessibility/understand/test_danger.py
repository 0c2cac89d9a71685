"""Explicit danger is heard at every question, in every language, before anything else."""

import dataclasses
from pathlib import Path

import pytest

from accessibility.prompt import Command, ReadingKind
from accessibility.understand import alarms, claims_detection, danger, read
from accessibility.understand.rules import rules_of
from tests.accessibility.understand.questions import questions

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "zh-Hans")
KINDS = tuple(questions("en"))


def lines(folder):
    """Language and phrase, for each line of the data files in a folder."""
    for language in LANGUAGES:
        for line in (FOLDER / folder / f"{language}.txt").read_text("utf-8").splitlines():
            yield pytest.param(language, line, id=f"{language}-{line!a}")


@pytest.mark.parametrize(("language", "phrase"), list(lines("danger")))
def test_danger_is_heard_at_every_kind_of_question(language, phrase):
    """No question, no option and no key comes before it."""
    for question in questions(language).values():
        assert read(phrase, question, language).kind is ReadingKind.DANGER


@pytest.mark.parametrize(("language", "phrase"), list(lines("danger")))
def test_danger_is_heard_in_every_language_whatever_language_is_spoken(language, phrase):
    """Who has not chosen a language yet, or asks in another, is heard all the same."""
    assert all(alarms(phrase, other) for other in (*LANGUAGES, "", "fr", "xx-unknown"))


@pytest.mark.parametrize(("language", "phrase"), list(lines("harmless")))
def test_a_harmless_request_does_not_alarm(language, phrase):
    """Pills, bleach, a dying phone and idioms are what people really write."""
    for question in questions(language).values():
        assert read(phrase, question, language).kind is not ReadingKind.DANGER


def test_there_are_enough_examples_to_mean_something():
    """At least 16 phrases of danger and 40 harmless ones a language."""
    for language in LANGUAGES:
        assert len((FOLDER / "danger" / f"{language}.txt").read_text("utf-8").splitlines()) >= 16
        assert len((FOLDER / "harmless" / f"{language}.txt").read_text("utf-8").splitlines()) >= 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_short_dated_and_says_who_wrote_it(language):
    """At most 40 phrases, none twice, so that a person can review all of them."""
    rules = rules_of(language)
    texts = [rules.spelling.plain(phrase["text"]) for phrase in rules.danger["phrases"]]
    assert len(set(texts)) == len(texts) <= 40
    assert rules.danger["author"]
    assert rules.danger["date"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_a_list_alarms_by_itself(language):
    """No phrase is undone by an idiom or a negation of the same list."""
    for phrase in rules_of(language).danger["phrases"]:
        assert alarms(phrase["text"], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_idiom_of_a_list_alarms(language):
    """Each idiom contains its phrase, else it would do nothing, and silences it."""
    rules = rules_of(language)
    for phrase in rules.danger["phrases"]:
        for idiom in phrase.get("unless", ()):
            assert rules.spelling.plain(phrase["text"]) in rules.spelling.plain(idiom)
            assert not alarms(idiom, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_negated_phrase_does_not_alarm_and_a_broken_off_one_does(language):
    """Right before a phrase "not" undoes it; "no", a stop and then the phrase is a cry."""
    rules = rules_of(language).danger
    heard_anywhere = [phrase["text"] for phrase in rules["phrases"] if phrase.get("anywhere")]
    for text in heard_anywhere:
        for negation in rules["negations"]:
            space = " " if language == "en" else ""
            assert not alarms(f"{negation}{space}{text}", language)
            assert alarms(f"{negation}. {text}", language)


def test_a_list_that_nobody_reviewed_claims_nothing():
    """`reviewer` is empty so far, and no other language has a list."""
    assert not any(claims_detection(language) for language in (*LANGUAGES, "fr", ""))


def test_a_reviewed_list_claims_detection(monkeypatch):
    """The name of a reviewer is what makes the claim."""
    reviewed = dataclasses.replace(rules_of("en"), danger={"reviewer": "A. Person, nurse"})
    monkeypatch.setattr(danger, "rules_of", lambda _: reviewed)
    assert claims_detection("en")


def test_a_danger_reading_keeps_the_words_for_who_is_alerted():
    """The alert says what was written, without edge spaces."""
    assert read("  I can't breathe ", None, "en").text == "I can't breathe"


def test_the_key_of_a_person_is_no_alarm():
    """0 leads to a person, whose first choice is danger: one press alone alarms nobody."""
    assert read("0", questions("en")["one"], "en").command is Command.PERSON


def test_a_very_long_text_is_read_in_full():
    """Danger at the end of a long story is danger."""
    assert alarms("my story is long. " * 300 + "he is hitting me", "en")
