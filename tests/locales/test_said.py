"""Messages are read when they are first said, with all that they refer to."""

import pytest

from locales.said import Messages

SOURCES = {
    "-name": "-name = Linli",
    "hello": "hello = This is { -name }.",
    "welcome": "welcome = { hello } { bye.short }",
    "bye": "bye = Goodbye.\n    .short = Bye from { -name }.",
    "ring": "ring = One { round }",
    "round": "round = { ring }",
}


def text(key, attribute=None, **values):
    """What is said for a key by somebody who said nothing before."""
    return Messages("en", "en", SOURCES).text(key, attribute, values)


@pytest.mark.parametrize(
    ("key", "attribute", "said"),
    [
        ("hello", None, "This is Linli."),
        ("welcome", None, "This is Linli. Bye from Linli."),
        ("bye", "short", "Bye from Linli."),
    ],
)
def test_whatever_a_message_refers_to_is_said_with_it(key, attribute, said):
    """Terms, other messages and their attributes, however far away."""
    assert text(key, attribute) == (said, [])


def test_a_circle_is_an_error_and_no_endless_search():
    """It is told like any other mistake in words."""
    _, errors = text("ring")
    assert errors


def test_what_there_are_no_words_for_is_no_message():
    """Whoever asks knows which there are."""
    with pytest.raises(LookupError):
        text("nothing")
