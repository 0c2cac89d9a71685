"""Patterns find what a coordinator meant, say what is wrong with them, and never search long."""

import re
from itertools import product

import pytest

from accessibility.understand.parts import PatternError
from accessibility.understand.patterns import Language, pattern_of
from accessibility.understand.rulebook import rulebook_of
from accessibility.understand.rules import rules_of
from accessibility.understand.said import said_of
from accessibility.understand.spelling import Spelling

PLAIN = Language(
    Spelling().plain, {"two": 2, "three": 3}, {"who": "i|my mum|he", "loop": "{loop}|a"}
)


def finds(written, text):
    """Whether a pattern is found in a text."""
    said = said_of(Spelling().marked(text), frozenset({("but",)}))
    return re.search(pattern_of(written, PLAIN).regex, said.text) is not None


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


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_no_pattern_of_any_rule_repeats_what_repeats(language):
    """A repetition without a bound inside another is what makes a search take for ever."""
    book = rulebook_of(language)
    written = [one.regex for rule in book.rules for one in (*rule.says, *rule.unless)]
    written += [one.regex for (*_, one), _ in book.surroundings.things]
    unbounded = re.compile(r"(?<!\\)[+*](?![?]?\[ ,\])")
    assert [regex for regex in written if unbounded.search(regex.replace("[^ ,|]", "W"))] == []


def test_the_spelling_of_the_language_is_that_of_its_patterns():
    """So that "can't", "cannot" and "can not" are one, in a rule as in a reply."""
    rules = rules_of("en")
    language = Language(rules.spelling.plain, rules.numbers)
    told = {pattern_of(f"I {said} go", language).regex for said in ("can't", "cannot", "can not")}
    assert len(told) == 1


def test_a_search_of_the_worst_text_is_short():
    """Every gap and every list may begin at each place, and nothing ends it."""
    lists = {
        "who": "|".join(" ".join(words) for words in product(("my", "his"), ("a", "b", "my")))
    }
    language = Language(Spelling().plain, {}, lists)
    regex = pattern_of("{who} ... {who} .. {who} .. end", language).regex
    assert not re.search(regex, "my a my b his my " * 400 + ",")
