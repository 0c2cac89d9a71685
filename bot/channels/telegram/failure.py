"""What an error of the Bot API means, in the classes every channel shares."""

from __future__ import annotations

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from api.vocabulary import SendFailure
from bot.channel import SendError

GONE = ("chat not found", "user is deactivated", "peer_id_invalid")
"""Descriptions of a 400 that mean there is nobody at this address."""


NO_VOICE = "voice_messages_forbidden"
"""The description of a 400 for who lets nobody send them voice notes (settings of privacy)."""


def refuses_voice(error: TelegramError) -> bool:
    """Whether the reader takes no voice notes; written messages reach them."""
    return isinstance(error, BadRequest) and NO_VOICE in error.message.lower()


def classify(error: TelegramError) -> SendError:
    """The error as a SendError; BadRequest is asked first, for it is a NetworkError too."""
    match error:
        case RetryAfter():
            return SendError(SendFailure.THROTTLED, retry_after_s=_seconds(error))
        case ChatMigrated():
            return SendError(SendFailure.MOVED, moved_to=str(error.new_chat_id))
        case Forbidden():
            return SendError(SendFailure.STOPPED)
        case InvalidToken():
            return SendError(SendFailure.MISCONFIGURED)
        case BadRequest():
            gone = any(words in error.message.lower() for words in GONE)
            return SendError(SendFailure.STOPPED if gone else SendFailure.REJECTED)
        case _:
            return SendError(SendFailure.UNREACHABLE)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
