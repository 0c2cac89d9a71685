"""Danger is heard at every question, in every language, before anything else."""

import dataclasses
from pathlib import Path

from accessibility.prompt import Command, ReadingKind
from accessibility.understand import alarms, claims_detection, judge, judged, read
from accessibility.understand.rules import rules_of
from tests.accessibility.understand.questions import questions

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "zh-Hans")
ALARMING = ("emergency", "ask")


def lines(folder):
    """Language and phrase, for each line of the data files in a folder."""
    for language in LANGUAGES:
        for line in (FOLDER / folder / f"{language}.txt").read_text("utf-8").splitlines():
            yield language, line


def test_danger_is_heard_at_every_kind_of_question():
    """No question, no option and no key comes before it."""
    missed = [
        (phrase, name)
        for language, phrase in lines("danger")
        for name, question in questions(language).items()
        if read(phrase, question, language).kind is not ReadingKind.DANGER
    ]
    assert missed == []


def test_danger_is_heard_in_every_language_whatever_language_is_spoken():
    """Who has not chosen a language yet, or asks in another, is heard all the same."""
    missed = [
        (phrase, spoken)
        for _, phrase in lines("danger")
        for spoken in (*LANGUAGES, "", "fr", "xx-unknown")
        if not alarms(phrase, spoken)
    ]
    assert missed == []


def test_a_harmless_request_does_not_alarm():
    """Pills, bleach, a dying phone and idioms are what people really write."""
    alarmed = [
        (line, judged(line, language))
        for language, line in lines("harmless")
        if judged(line, language).outcome != "none"
        or read(line, questions(language)["one"], language).kind is ReadingKind.DANGER
    ]
    assert alarmed == []


def test_there_are_enough_examples_to_mean_something():
    """At least 16 phrases of danger and 40 harmless ones a language."""
    for folder, least in (("danger", 16), ("harmless", 40)):
        for language in LANGUAGES:
            assert sum(one == language for one, _ in lines(folder)) >= least


def test_rules_of_danger_are_dated_and_say_who_wrote_them():
    """So that a reviewer knows what changed since."""
    for language in LANGUAGES:
        assert rules_of(language).danger["author"]
        assert rules_of(language).danger["date"]


def test_rules_that_nobody_reviewed_claim_nothing():
    """`reviewer` is empty so far, and no other language has rules."""
    assert not any(claims_detection(language) for language in (*LANGUAGES, "fr", ""))


def test_reviewed_rules_claim_detection(monkeypatch):
    """The name of a reviewer is what makes the claim."""
    reviewed = dataclasses.replace(rules_of("en"), danger={"reviewer": "A. Person, nurse"})
    monkeypatch.setattr(judge, "rules_of", lambda _: reviewed)
    assert claims_detection("en")


def test_a_danger_reading_keeps_the_words_for_who_is_alerted():
    """The alert says what was written, without edge spaces; and what it is, and by which rule."""
    reading = read("  I can't breathe ", None, "en")
    assert (reading.text, reading.alarm) == ("I can't breathe", "emergency")
    assert (reading.danger_class, reading.why) == ("medical", judged("I can't breathe", "en").why)
    assert all(name.startswith("en:") for name in reading.why)


def test_the_key_of_a_person_is_no_alarm():
    """0 leads to a person, whose first choice is danger: one press alone alarms nobody."""
    assert read("0", questions("en")["one"], "en").command is Command.PERSON


def test_a_very_long_text_is_read_in_full():
    """Danger at the end of a long story is danger."""
    assert alarms("my story is long. " * 300 + "he is hitting me", "en")


def test_what_is_quoted_is_said_by_somebody_else():
    """Unless nothing but a quotation was written."""
    for language, words in (("en", "I can't breathe"), ("zh-Hans", "救命")):
        quoted = f"“{words}”"
        assert judged(quoted, language).outcome == "emergency"
        assert judged(f"The book is called {quoted}", language).outcome == "none"
