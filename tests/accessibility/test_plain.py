"""Measures of plain language find what is hard to read, and leave alone what is not."""

import pytest

from accessibility.plain import (
    characters,
    emoji,
    glued,
    hidden,
    long_sentences,
    sentences,
    words,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One", "Two", "Three"]),
        ("一。二！三？", ["一", "二", "三"]),
        ("A line\nand another", ["A line", "and another"]),
        ("At 15.30 or 2.5 km.", ["At 15.30 or 2.5 km"]),
        ("", []),
    ],
)
def test_a_sentence_ends_at_its_mark_or_at_the_end_of_a_line(text, parts):
    """A point inside a number ends nothing."""
    assert sentences(text) == parts


def test_words_are_counted_as_a_reader_sees_them():
    """A shortened or a joined word is one word."""
    assert words("We don't know the read-back of 15 people") == 8


def test_in_chinese_characters_are_counted_and_a_number_is_one():
    """Marks are not counted, and another script's word counts once."""
    assert characters("您的编号是 4829，请记住") == 9


@pytest.mark.parametrize(
    ("text", "is_long"),
    [
        (" ".join(["word"] * 15), False),
        (" ".join(["word"] * 16), True),
        ("字" * 20, False),
        ("字" * 21, True),
        ("字" * 20 + "。" + "字" * 20, False),
    ],
)
def test_a_sentence_is_too_long_beyond_15_words_or_20_characters(text, is_long):
    """The limits people with little strength to read were found to need."""
    assert bool(long_sentences(text)) is is_long


@pytest.mark.parametrize("text", ["Yes.Now", "one,two", "说.完", "Ready?Go"])
def test_sentences_without_a_space_between_are_found(text):
    """They come from joining messages in code."""
    assert glued(text)


@pytest.mark.parametrize("text", ["Yes. Now", "15:30", "2.5", "说。完", "R 4829 1573: food"])
def test_what_is_written_properly_is_not_taken_for_glued(text):
    """Numbers, times and full-width marks need no space."""
    assert glued(text) == []


def test_pictures_are_found_and_plain_signs_are_not():
    """An emoji is; the keys of a telephone are not."""
    assert emoji("Hello 😀 ☎️ # * = +")[0] == "😀"
    assert emoji("# * = + £ €") == []


def test_characters_nobody_sees_are_found():
    """Isolation marks, zero-width spaces, controls; the end of a line is none."""
    assert hidden("a\u2068b\u200bc\x07\n") == ["\u2068", "\u200b", "\x07"]
