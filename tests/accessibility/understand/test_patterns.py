"""Patterns find what a coordinator meant, say what is wrong with them, and never search long."""

import re
from itertools import product

import pytest

from accessibility.understand.index import searched
from accessibility.understand.parts import PatternError
from accessibility.understand.patterns import Language, pattern_of, runs_of
from accessibility.understand.rules import rules_of
from accessibility.understand.said import said_of
from accessibility.understand.spelling import Spelling

PLAIN = Language(
    Spelling().plain, {"two": 2, "three": 3}, {"who": "i|my mum|he", "loop": "{loop}|a"}
)


def finds(written, text):
    """Whether a pattern is found in a text."""
    said = said_of(Spelling().marked(text), frozenset({("but",)}))
    return any(searched(pattern_of(written, PLAIN), said))


@pytest.mark.parametrize(
    ("written", "found", "not_found"),
    [
        ("help me", ["Help me!", "please help, me"], ["help", "helpme", "unhelp me", "help. me"]),
        ("(gas|a fire) here", ["gas here", "A fire here"], ["fire here", "gas a fire"]),
        ("call [me|us] now", ["call now", "call me now"], ["call him now"]),
        ("{who} fell", ["my mum fell", "He fell"], ["mum's fell", "they fell"]),
        ("breath*", ["breath", "breathing"], ["bread", "outbreath"]),
        ("he .. fell", ["he fell", "he just now fell", "he, sadly, fell"], ["he a b c d fell"]),
        ("he ... fell", ["he a b c d e f fell"], ["he a b c d e f g fell", "he. Then I fell"]),
        ("<n> days", ["2 days", "two days", "365 days"], ["some days", "2 nights"]),
        ("<2-3> days", ["3 days", "two days"], ["4 days", "1 days", "23 days"]),
        ("^ help", ["Help", "no, help"], ["no help", "no but help"]),
        ("help $", ["help", "help, he said", "send help but no dogs"], ["help him"]),
        ("不..呼吸", ["不能呼吸", "不太能够呼吸", "不，呼吸"], ["不是我现在想要呼吸", "不。呼吸"]),
        ("救(命|我)", ["救命啊", "快救我"], ["救他", "命救"]),
    ],
)
def test_a_pattern_finds_what_it_says(written, found, not_found):
    """Whole words, in their order, within one sentence."""
    assert [text for text in found if not finds(written, text)] == []
    assert [text for text in not_found if finds(written, text)] == []


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("[please]", "no word that must be there"),
        ("..", "no word"),
        ("help (me", "')' is missing"),
        ("help me)", "belongs in a choice"),
        ("help|me", "belongs in a choice"),
        ("(a||b)", "a choice is empty"),
        ("{whom} fell", "no list 'whom'"),
        ("{loop} fell", "without an end"),
        ("a .... b", "two or three dots"),
        ("a .. ... b", "side by side"),
        ("<many> days", "is no number"),
        ("<7-2> days", "smaller to a larger"),
        ("help {who", "means nothing here"),
        ("!!!", "neither letters nor digits"),
        ("a ... b ... c ... d ... e", "too many gaps"),
    ],
)
def test_a_mistake_is_told_in_words(written, wrong):
    """For somebody who never saw an expression."""
    with pytest.raises(PatternError, match=re.escape(wrong)):
        pattern_of(written, PLAIN)


def test_a_text_in_which_a_pattern_is_found_has_one_of_its_keys():
    """Else it would be searched for nowhere: each choice of keys is enough by itself."""
    written = "{who} .. (can not|will not) breath* [any more] <2-3> times"
    text = "My mum really can not breathe, two times"
    pattern = pattern_of(written, PLAIN)
    said = said_of(Spelling().marked(text), frozenset())
    keys = set(said.keys(range(1, 20)))
    assert finds(written, text)
    assert pattern.keys
    assert all(keys.intersection(one) for one in pattern.keys)


def test_the_spelling_of_the_language_is_that_of_its_patterns():
    """So that "can't", "cannot" and "can not" are one, in a rule as in a reply."""
    rules = rules_of("en")
    language = Language(rules.spelling.plain, rules.numbers)
    spelled = [pattern_of(f"I {said} go", language) for said in ("can't", "cannot", "can not")]
    assert len({tuple(runs_of([one])) for one in spelled}) == 1


def test_a_search_of_the_worst_text_is_short():
    """Every gap and every list may begin at each place, and nothing ends it."""
    lists = {
        "who": "|".join(" ".join(words) for words in product(("my", "his"), ("a", "b", "my")))
    }
    language = Language(Spelling().plain, {}, lists)
    said = said_of("my a my b his my " * 400, frozenset())
    assert not any(searched(pattern_of("{who} ... {who} .. {who} .. end", language), said))
