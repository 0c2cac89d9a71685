"""Whatever is written at whatever question, a reading is sound and doubt selects nothing."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.prompt import Kind, Prompt, ReadingKind
from accessibility.understand import read
from accessibility.understand.naming import names_of
from accessibility.understand.rules import rules_of
from tests.accessibility.understand.questions import REGIONS, options, questions

NEGATIONS = {
    "en": ("not", "no", "never", "don't", "isn't", "nothing", "without", "neither", "no way"),
    "zh-Hans": ("不", "不是", "不要", "没有", "没", "别", "无", "除了", "不用"),
}
NO_ISH = frozenset({"no", "decline", "not_now", "change", "neither", "none_left"})
"""Options that mean a no, or nothing."""


def words(language):
    """Words that mean something at some question of a language."""
    rules = rules_of(language)
    named = (word for said in rules.options.values() for word in said)
    return sorted(
        {*named, *rules.counted, *rules.commands, *rules.joins, *rules.polite, *rules.needing}
    )


def replies(language):
    """Replies of known words, of anything, and of both mixed."""
    known = st.sampled_from(
        [*words(language), *NEGATIONS.get(language, ("",)), ",", "?", "-", "1", "0", "*"]
    )
    mixed = st.lists(known | st.text(max_size=4), max_size=6).map(" ".join)
    return st.text() | mixed


def offered(prompt):
    """The codes a question may be answered with."""
    return {option.code for option in (*prompt.options, *prompt.also)} if prompt else set()


SHAPES = {
    ReadingKind.TIME: re.compile(r"([01]\d|2[0-3]):[0-5]\d"),
    ReadingKind.PHONE: re.compile(r"\+[1-9]\d{6,14}"),
    ReadingKind.TEXT: re.compile(r".*\S.*", re.DOTALL),
}


@pytest.mark.parametrize("language", REGIONS)
@given(data=st.data())
def test_any_reply_gives_a_sound_reading(language, data):
    """It never raises; codes are the question's own, one at a ONE; values have their shape."""
    reply = data.draw(replies(language))
    for prompt in questions(language).values():
        reading = read(reply, prompt, language, region=REGIONS[language])
        assert (reading.kind is ReadingKind.OPTION) == bool(reading.codes)
        assert set(reading.codes) <= offered(prompt)
        assert len(set(reading.codes)) == len(reading.codes)
        if prompt and prompt.kind is not Kind.MANY:
            assert len(reading.codes) <= 1
        assert (reading.kind is ReadingKind.COMMAND) == (reading.command is not None)
        if reading.kind in SHAPES:
            assert SHAPES[reading.kind].fullmatch(reading.text)


def menus(language):
    """The questions of a language that take one option."""
    return [p for p in questions(language).values() if p and p.kind is Kind.ONE]


@pytest.mark.parametrize("language", NEGATIONS)
def test_a_negation_before_a_known_word_selects_no_more_than_a_no(language):
    """The commonest negations, with every word where it names an option, or at another menu.

    Of the words that name none of them one in three is enough: they are read by what they are not.
    """
    rules, others = rules_of(language), itertools.cycle((*menus(language), *[None] * 8))
    for negation, word in zip(itertools.cycle(NEGATIONS[language][:3]), words(language)):
        named = [one for one in menus(language) if names_of(one, rules).code(word)]
        for prompt in filter(None, named or [next(others)]):
            assert_no_or_nothing(f"{negation} {word}", prompt, language)


@pytest.mark.parametrize("language", NEGATIONS)
@given(data=st.data())
def test_a_negation_anywhere_selects_no_more_than_a_no(language, data):
    """With anything at all before and after it."""
    before, after = data.draw(replies(language)), data.draw(replies(language))
    negation = data.draw(st.sampled_from(NEGATIONS[language]))
    for prompt in menus(language):
        assert_no_or_nothing(f"{before} {negation} {after}", prompt, language)


def assert_no_or_nothing(reply, prompt, language):
    """Only an option that means a no, or whose own name has the negation in it."""
    codes = set(read(reply, prompt, language).codes)
    assert codes <= NO_ISH or _is_a_name(reply, codes, prompt, language)


def _is_a_name(reply, codes, prompt, language):
    """Whether the negation belongs to the option's own label or listed word ("no problem")."""
    rules = rules_of(language)
    plain = f" {rules.spelling.plain(reply)} "
    names = {rules.spelling.plain(o.label) for o in prompt.options if o.code in codes}
    names |= {word for code in codes for word in rules.options.get(code, ())}
    return any(
        f" {name} " in plain and any(_has(name, n, rules) for n in NEGATIONS[language])
        for name in names
    )


def _has(name, negation, rules):
    return f" {rules.spelling.plain(negation)} " in f" {name} "


def test_a_number_selects_its_own_option_only():
    """At five options, 1 to 5 are themselves; every other number selects nothing."""
    prompt = Prompt(
        "?", options(a="Red", b="Green", c="Blue", d="White", e="Black"), kind=Kind.ONE
    )
    for number in range(3000):
        expected = ("abcde"[number - 1],) if 1 <= number <= 5 else ()
        assert read(str(number), prompt, "en").codes == expected


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@given(data=st.data())
def test_a_word_in_a_sentence_selects_nothing(language, data):
    """A label or a listed word inside other words is no answer: a whole reply is, or none."""
    prompt = questions(language)["one"]
    inside = data.draw(st.sampled_from([o.label for o in prompt.options]))
    around = ("quite unlike", "bathtub") if language == "en" else ("据说昨天", "放在桌上")
    for reply in (
        f"{around[0]} {inside}",
        f"{inside} {around[1]}",
        f"{around[0]} {inside} {around[1]}",
    ):
        assert read(reply, prompt, language).kind is ReadingKind.UNCLEAR
