"""Sound comes whole or in the range that is asked for, so that every browser can play it."""

import pytest

from bot.ranges import sound

AUDIO = bytes(range(100))


@pytest.mark.parametrize(
    ("wanted", "status", "first", "last"),
    [
        ("", 200, 0, 99),
        ("bytes=0-1", 206, 0, 1),
        ("bytes=10-", 206, 10, 99),
        ("bytes=-5", 206, 95, 99),
        ("bytes=-500", 206, 0, 99),
        ("bytes=90-500", 206, 90, 99),
        ("bytes=0-1,5-6", 200, 0, 99),
        ("bytes=-", 200, 0, 99),
        ("lines=0-1", 200, 0, 99),
    ],
)
def test_a_range_is_answered_with_just_its_bytes(wanted, status, first, last):
    """Several ranges, and what is none, with the whole (RFC 9110, section 14.2)."""
    answer = sound(AUDIO, "audio/mpeg", wanted)
    assert (answer.status_code, answer.body) == (status, AUDIO[first : last + 1])
    assert answer.headers["accept-ranges"] == "bytes"
    told = answer.headers.get("content-range")
    assert told == (f"bytes {first}-{last}/100" if status == 206 else None)


@pytest.mark.parametrize("wanted", ["bytes=100-", "bytes=50-40", "bytes=-0"])
def test_a_range_behind_the_end_is_refused_with_the_length(wanted):
    """So that a browser asks for what there is."""
    answer = sound(AUDIO, "audio/mpeg", wanted)
    assert (answer.status_code, answer.body) == (416, b"")
    assert answer.headers["content-range"] == "bytes */100"
