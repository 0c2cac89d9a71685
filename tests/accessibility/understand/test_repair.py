"""Words are read however they were typed, and a word that is one is left as it is."""

import pytest

from accessibility.understand.disguise import unmasked
from accessibility.understand.repair import Vocabulary, repaired, vocabulary_of
from accessibility.understand.sounding import resounded, sounds_of
from accessibility.understand.spelling import folded
from locales.rules import sounds, vocabulary, words_alone

WORDS = ("help", "breathe", "dying", "overdose", "kill", "cant", "i", "can", "not", "sos", "hurt")
KNOWN = vocabulary_of(WORDS, vocabulary("en"))
RUNS = ("救 命", "马 上", "看 病", "一 氧 化 碳")
SPOKEN = (sounds("zh-Hans"), vocabulary("zh-Hans"), words_alone("zh-Hans"))
HEARD = sounds_of(RUNS, *SPOKEN)


def read(text):
    """A text without its disguises, each word repaired."""
    return " ".join(repaired(word, KNOWN) for word in unmasked(folded(text), KNOWN).split())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("heeeelp", "help"),
        ("HELPPPP", "help"),
        ("hlep", "help"),
        ("breahte", "breathe"),
        ("brethe", "breathe"),
        ("breatthe", "breathe"),
        ("brezthe", "breathe"),
        ("overdsoe", "overdose"),
        ("h e l p", "help"),
        ("s.o.s", "sos"),
        ("h3lp", "help"),
        ("c@nt", "cant"),
        ("k!ll", "kill"),
        ("ki11", "kill"),
        ("k*ll", "kill"),
        ("icantbreathe", "i cant breathe"),
        ("h̴e̷l̶p̵", "help"),
        ("hеlр", "help"),
        ("ｈｅｌｐ", "help"),
        ("hélp, bréathe", "help, breathe"),
        ("c\u0301a\u0302n\u0303\u0304t", "cant"),
        ("hełp", "help"),
        ("i.can.not.breathe", "i can not breathe"),
        ("help . i . can . not . breathe", "help i can not breathe"),
        ("cant_breathe", "cant breathe"),
        ("cant/breahte/help", "cant breathe help"),
        ("i cant.breathe", "i cant, breathe"),
    ],
)
def test_a_word_of_a_rule_is_known_however_it_was_typed(typed, meant):
    """Stretched, mistyped by one letter, apart, in figures, run together, in look-alikes."""
    assert read(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "drying",  # a word of its own, one letter from "dying"
        "hurts",
        "halp me",  # a short word with a wrong letter is too many words
        "5kg",
        "10:30",
        "a4",
        "b12",
        "2 pills",
        "covid19",
        "zork.mip",  # two words that nobody knows may be an address
        "10.30",
        "help.kill@dying.example",
        "www.help.dying.example/hurt",
        "help-dying.org.uk",
        "x" * 40,
        "привет",
    ],
)
def test_what_is_another_word_stays_what_it_is(typed):
    """Or a figure, or too long to be one, or another language."""
    assert read(typed) == typed


def test_wrong_spellings_that_are_known_are_one_word_with_the_right_one():
    """Or each that is written down would make another one doubtful."""
    variants = {"amblence": "ambulance", "abulence": "ambulance"}
    known = vocabulary_of(("ambulance", *variants), "", variants)
    assert repaired("ambulence", known) == "ambulance"
    assert repaired("ambulence", vocabulary_of(("ambulance", "ambuletce"), "")) == "ambulence"


def test_a_word_that_a_language_writes_with_marks_keeps_them():
    """Spanish has "año", and pinyin its ü however the tone is written."""
    spanish = vocabulary_of(("año", "ayuda"), "")
    assert unmasked("el año, áyudá", spanish) == "el año, ayuda"
    assert unmasked("nǚ lǜ", vocabulary_of(("救", "命"), "")) == "nv lv"


def test_nothing_is_changed_without_rules():
    """A language without any has no words to change into."""
    assert repaired("brethe", Vocabulary()) == "brethe"
    assert unmasked("h3lp", Vocabulary()) == "h3lp"
    assert resounded(["马", "尚"], sounds_of((), {}, "", frozenset())) == ["马", "尚"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("马尚", "马上"),
        ("看并", "看病"),
        ("救名", "救命"),
        ("就名", "就名"),
        ("一氧化炭", "一氧化碳"),
        ("ma shang", "马上"),
        ("kan bing", "看病"),
        ("救命", "救命"),
        ("我就明白", "我就明白"),
        ("旧名字", "旧名字"),
        ("马", "马"),
        ("an old bus", "anoldbus"),
    ],
)
def test_chinese_is_known_by_its_sound(written, meant):
    """In characters and in pinyin; what is a word, or part of one, stays."""
    tokens = written.split() if written.isascii() else list(written)
    assert "".join(resounded(tokens, HEARD)) == meant
