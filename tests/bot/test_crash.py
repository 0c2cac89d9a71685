"""What a log says of a failure: kinds and places, and nothing that anybody wrote."""

import logging

import pytest

from bot import crash

WORDS = "Mei, 12 Elm Road, 021 5555 0199"


def fail(*, quietly):
    """Fails because of another failure, which is left out when `quietly`."""
    try:
        int(WORDS)
    except ValueError as error:
        raise KeyError(WORDS) from (None if quietly else error)


def failure(*, quietly=False):
    """An error whose message and whose cause's message hold somebody's words."""
    with pytest.raises(KeyError) as raised:
        fail(quietly=quietly)
    return raised.value


def test_the_log_has_the_kinds_and_places_and_nobodys_words(caplog):
    """The message of an exception may hold a name, an address or a number."""
    with caplog.at_level(logging.ERROR):
        crash.note(logging.getLogger("linli"), "a turn", failure())
    (line,) = caplog.records
    told = line.getMessage()
    assert told.startswith("a turn failed: KeyError at test_crash.py:")
    assert ", because of ValueError at test_crash.py:" in told
    assert line.exc_info is None
    assert not any(word in caplog.text for word in WORDS.split())


def test_a_cause_that_was_left_out_on_purpose_stays_out():
    """As Python's own traceback leaves it out."""
    assert "because of" not in crash.described(failure(quietly=True))


def test_only_the_innermost_places_are_named():
    """Enough to find the line, and one line of a log."""

    def deep(levels):
        if levels:
            deep(levels - 1)
        raise RuntimeError(WORDS)

    with pytest.raises(RuntimeError) as raised:
        deep(9)
    assert crash.described(raised.value).count("test_crash.py") == crash.PLACES


def test_an_error_that_was_never_raised_has_no_place():
    """Describing it must not fail in its turn."""
    assert crash.described(OSError(WORDS)) == "OSError at ?"
