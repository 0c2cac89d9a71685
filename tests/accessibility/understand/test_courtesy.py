"""Of a greeting alone nobody has to be told; of a greeting with anything else they have."""

import pytest

from accessibility.understand import is_courtesy


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Hello!", "en"),
        ("hi, thank you very much 🙏", "en"),
        ("你好", "zh-Hans"),
        ("谢谢", "zh-CN"),
    ],
)
def test_a_greeting_and_thanks_are_courtesy(said, language):
    """However they are written."""
    assert is_courtesy(said, language)


@pytest.mark.parametrize(
    ("said", "language"),
    [("hello, he hits me", "en"), ("", "en"), ("thanksgiving", "en"), ("你好，救命", "zh-Hans")],
)
def test_whatever_says_anything_else_is_not(said, language):
    """A person reads it."""
    assert not is_courtesy(said, language)
