"""Why nothing was heard; whoever asked can word each of these."""

from __future__ import annotations


class ListenError(Exception):
    """No words were made of the audio; says why."""


class NoEarsError(ListenError):
    """Nothing on this machine understands the language; says what is missing."""


class ListenBusyError(ListenError):
    """Too many voice notes wait already; try again later, nothing of this one is kept here."""

    def __init__(self, waiting: int) -> None:
        super().__init__(f"{waiting} voice notes wait already.")
        self.waiting = waiting


class TooLongError(ListenError):
    """The audio has more bytes, or lasts longer, than is listened to; says the limit."""


class NotAudioError(ListenError):
    """It is no audio, or none that can be decoded."""


class NothingSaidError(ListenError):
    """Silence, noise or music: nobody speaks, or nobody can be understood."""
