"""A letter and a number are read in the ways people write them, and nothing else is an answer."""

import pytest

from accessibility.understand import lettered


@pytest.mark.parametrize(
    "text",
    [
        "B1",
        "b1",
        "b 1",
        " B 1 ",
        "Ｂ１",
        "ｂ　１",
        "B-1",
        "b.1",
        "B: 1",
        "B1.",
        "B1。",
        "B，1",
        "B١",
    ],
)
def test_a_letter_and_a_key_are_an_answer_however_they_are_written(text):
    """Wide or small, apart or together, with a stop or without one."""
    assert lettered(text) == ("B", "1")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "B",
        "1",
        "1B",
        "B12",
        "AB1",
        "B1 please",
        "no B1",
        "B1?",
        "Block B1",
        "б1",
        "B½",
        "B one",
    ],
)
def test_anything_more_or_less_is_none(text):
    """A flat, a sentence, a question, another alphabet: none of them accepts anything."""
    assert lettered(text) is None
