"""Why there is no audio; whoever asked can word each of these."""

from __future__ import annotations


class VoiceError(Exception):
    """No audio was made; says why."""


class NoVoiceError(VoiceError):
    """No voice on this machine speaks the language."""

    def __init__(self, language: str) -> None:
        super().__init__(f"No voice on this machine speaks {language}.")
        self.language = language


class VoiceBusyError(VoiceError):
    """Too many utterances wait already; try again later, or send text alone."""

    def __init__(self, waiting: int) -> None:
        super().__init__(f"{waiting} utterances wait already.")
        self.waiting = waiting


class UnspeakableError(VoiceError):
    """There is nothing to say in it, it is too long, or no voice survives it."""


class NoEngineError(VoiceError):
    """No voice at all can be had on this machine; says what is missing."""
