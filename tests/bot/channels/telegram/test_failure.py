"""What an error of the Bot API means; delivery decides what follows."""

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from api.vocabulary import SendFailure
from bot.channels.telegram.failure import classify


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), SendFailure.STOPPED),
        (Forbidden("Forbidden: bot was kicked from the group chat"), SendFailure.STOPPED),
        (BadRequest("Chat not found"), SendFailure.STOPPED),
        (BadRequest("Bad Request: user is deactivated"), SendFailure.STOPPED),
        (BadRequest("Message is too long"), SendFailure.REJECTED),
        (InvalidToken(), SendFailure.MISCONFIGURED),
        (TimedOut(), SendFailure.UNREACHABLE),
        (NetworkError("Bad Gateway"), SendFailure.UNREACHABLE),
        (TelegramError("Invalid server response"), SendFailure.UNREACHABLE),
        (Conflict("terminated by other getUpdates request"), SendFailure.UNREACHABLE),
    ],
)
def test_each_error_is_one_of_our_kinds(error, kind):
    """A BadRequest is a NetworkError for the library, yet trying again would not help."""
    assert classify(error).kind is kind


@pytest.mark.parametrize("wait", [7, timedelta(seconds=7)])
def test_a_throttled_chat_says_for_how_long(wait, monkeypatch):
    """In seconds, whichever way the library tells it."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    error = classify(RetryAfter(wait))
    assert (error.kind, error.retry_after_s) == (SendFailure.THROTTLED, 7.0)


def test_a_migrated_chat_says_where_it_is_now():
    """The new id, as an address."""
    error = classify(ChatMigrated(-100999))
    assert (error.kind, error.moved_to) == (SendFailure.MOVED, "-100999")


def test_the_wires_own_words_go_no_further():
    """They may name a person, or the token."""
    assert "8613800138000" not in str(classify(BadRequest("peer 8613800138000 is unknown")))
