"""How something is typed changes nothing of what it says, and no "not" makes it worse."""

import itertools
import re
from functools import cache
from unicodedata import normalize

import pytest

from accessibility.understand import judged
from accessibility.understand.index import searched
from accessibility.understand.patterns import words_of
from accessibility.understand.rulebook import rulebook_of, said_in
from accessibility.understand.steps import Gap
from bot.commands.understand.lines import rows
from locales.rules import rules
from tests.understand.test_sets import SETS

LANGUAGES = ("en", "zh-Hans")
every_language = pytest.mark.parametrize("language", LANGUAGES)
NOTICED = ("none", "flag", "ask", "emergency")
"""Outcomes by how much anybody notices of them."""

WIDE = {sign: sign + 0xFEE0 for sign in range(0x21, 0x7F)}
SPELLED_OUT = {
    "en": ("It is not true that {}", "I never said that {}", "There is no need: {}"),
    "zh-Hans": ("并不是说{}", "我没有说{}", "不用担心{}"),
}
LONG_AGO = {
    "en": ("Ten years ago {}", "That was last year, when {}", "In the film, {}"),
    "zh-Hans": ("十年前{}", "那是去年，{}", "电影里{}"),
}
LONGEST = 6
"""Letters of a word from which one may be wrong."""


def told(language):
    """The labelled lines of danger by which rules are tuned, and the examples of every rule."""
    lines = [row["text"] for row in rows(SETS / language / "danger-tune.tsv")]
    return [*lines, *(text for rule in rulebook_of(language).rules for text in rule.example[:1])]


@cache
def outcome(text, language):
    """The outcome of a text as it is, judged once for all tests."""
    return judged(text, language).outcome


def changed(language, alter):
    """The texts whose outcome is another one when they are altered."""
    return [
        (text, alter(text))
        for text in told(language)
        if judged(alter(text), language).outcome != outcome(text, language)
    ]


def traditional(text):
    """A text in the characters of Taiwan and Hong Kong, as far as the rules know them."""
    pairs = rules("zh-Hans")["characters"]
    return text.translate(str.maketrans(pairs["to"], pairs["from"]))


def mistyped(text, language):
    """The text with two letters of its last long word changed round, where a rule knows it."""
    known = rulebook_of(language).vocabulary.words
    for word in reversed(re.findall(r"[a-z]+", text)):
        if len(word) >= LONGEST and word in known and word[2] != word[3]:
            return text.replace(word, word[:2] + word[3] + word[2] + word[4:])
    return text


def accented(text):
    """A text with one mark on each vowel, two on some, as fits a letter or beside it."""
    marked = re.sub("[aeiou]", lambda found: f"{found[0]}\u0301", text)
    return normalize("NFC", re.sub("[oO]", lambda found: f"{found[0]}\u0323\u0302", marked))


def joined(text):
    """A text with signs where spaces were between words, a dot or one of three others by turns."""
    signs = itertools.cycle("._.-./")
    return re.sub(r"(?<=[a-zA-Z]) (?=[a-zA-Z])", lambda _: next(signs), text)


@every_language
@pytest.mark.parametrize(
    "alter",
    [
        str.upper,
        str.lower,
        lambda text: f"   {text}  \n",
        lambda text: re.sub(" ", "   ", text),
        lambda text: f"{text}!!!",
        lambda text: f"...{text}...",
        lambda text: text.translate(WIDE),
        lambda text: text.replace("'", "’"),
        traditional,
        accented,
        joined,
    ],
    ids=[
        "upper",
        "lower",
        "edges",
        "spaces",
        "shouted",
        "dots",
        "width",
        "quote",
        "script",
        "marks",
        "joined",
    ],
)
def test_how_it_is_typed_changes_nothing(language, alter):
    """Case, spaces, signs at the ends or between, width, marks, traditional characters."""
    assert changed(language, alter) == []


def test_two_letters_changed_round_change_nothing():
    """In a long word that a rule names; nineteen in twenty, for some are other words then."""
    wrong = changed("en", lambda text: mistyped(text, "en"))
    altered = [text for text in told("en") if mistyped(text, "en") != text]
    assert altered
    assert len(wrong) <= len(altered) / 20, wrong


@every_language
def test_what_is_denied_or_past_or_told_is_never_noticed_more(language):
    """A "not" or a "last year" before it may only take the alarm away."""
    louder = [
        (form, text)
        for text in told(language)
        for form in (*SPELLED_OUT[language], *LONG_AGO[language])
        if NOTICED.index(judged(form.format(text), language).outcome)
        > NOTICED.index(outcome(text, language))
    ]
    assert louder == []


def gaps_in(step):
    """How many gaps a part of a pattern has."""
    return isinstance(step, Gap) + sum(map(gaps_in, step.within))


@every_language
def test_no_pattern_searches_for_long_in_words_of_its_own(language):
    """The patterns with the most gaps, each in its own words over and over without the last."""
    book = rulebook_of(language)
    patterns = sorted(
        (one for rule in book.rules for one in rule.says),
        key=lambda one: (gaps_in(one.step), len(list(words_of([one])))),
    )
    for pattern in patterns[-40:]:
        named = list(words_of([pattern]))
        words = named[:-1] or named
        said = said_in(" ".join(words[:12] * 30), book)
        assert sum(1 for _ in searched(pattern, said)) <= len(said.text)
