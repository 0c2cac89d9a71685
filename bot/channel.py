"""What a channel is: one wire over which people and Linli exchange messages.

A channel only translates. It classifies an error and decides nothing: retry, fallback and
what counts as dead are decided in delivery.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, runtime_checkable

from accessibility.profile import Face
from accessibility.prompt import Prompt
from accessibility.voice.sound import Format, Manner
from api.vocabulary import Channel as ChannelName
from api.vocabulary import InboundKind, SendFailure


class SendError(Exception):
    """A message could not be sent; `kind` says why, the wire's own words are never shown.

    `retry_after_s` belongs to "throttled"; `moved_to` to "moved".
    """

    def __init__(
        self, kind: SendFailure, *, retry_after_s: float = 0.0, moved_to: str = ""
    ) -> None:
        super().__init__(kind)
        self.kind = kind
        self.retry_after_s = retry_after_s
        self.moved_to = moved_to


class VoiceRefusedError(Exception):
    """Whoever it is for lets nobody send them voice notes; nothing was sent."""


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message from a wire, in the wire's own identifiers; `body` as the API's `Body`.

    `audio` is a voice note itself, where the wire does not keep it.
    """

    message_id: str
    address: str
    kind: InboundKind
    body: Mapping[str, Any] = field(default_factory=dict)
    audio: bytes = b""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to a person: worded, with the buttons a face may show.

    `lines` is the whole message as numbered text, so that every button is also a typed number.
    `reveals` asks the wire to protect the content from being passed on. `edits` is the wire's id
    of a message that this one replaces, where the wire can. `face`: how its reader likes it put.
    `audio` is the whole of it as it is said, for a wire that speaks.
    """

    address: str
    notice_id: str
    language: str
    prompt: Prompt
    lines: tuple[str, ...]
    reveals: bool = False
    edits: str = ""
    group_buttons: tuple[tuple[str, str], ...] = ()
    face: Face = field(default_factory=Face)
    audio: bytes = b""


@dataclass(frozen=True, slots=True)
class Said:
    """One line of what was said so far, for a page: by whom, what, when.

    `recording`: the id of what they said aloud, as long as it is kept.
    """

    by: str
    text: str
    at: datetime
    prompt: Prompt | None = None
    recording: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of a conversation: what was said, and the open question if any.

    `face`: how it is put to whoever reads it. `voice`: whether they want to hear it, and `manner`
    how it then sounds.
    """

    language: str
    said: tuple[Said, ...]
    open: Prompt | None
    waiting: bool
    face: Face = field(default_factory=Face)
    voice: bool = False
    manner: Manner = field(default_factory=lambda: Manner(Format.MP3))


@dataclass(frozen=True, slots=True)
class Ports:
    """What a channel is given by the application.

    `receive` stores a message and returns once it is kept: only then may the wire be
    acknowledged. `history` is for channels that show a page, and `begun` says whether anything
    was ever said at an address there. `who_is` resolves a personal,
    expiring link to what the channel knows its holder by, or "" when it is unknown or expired.
    `resume_code` gives a short code; `resume` goes on at an address with such a code. `moved`
    tells that the wire renamed an address: its old and its new name. `speaks` says whether a voice
    here speaks a language; `aloud` gives the MP3 of a line of a conversation, or nothing when it
    cannot be said now. `recorded` gives what somebody said at their
    address, by its id: its audio, and its media type; nothing when it is kept no more.
    """

    receive: Callable[[Inbound], Awaitable[str]]
    history: Callable[[str], Awaitable[Shown]]
    begun: Callable[[str], Awaitable[bool]]
    who_is: Callable[[str], Awaitable[str]]
    resume_code: Callable[[str], Awaitable[str]]
    resume: Callable[[str, str], Awaitable[bool]]
    moved: Callable[[str, str], Awaitable[None]]
    speaks: Callable[[str], Awaitable[bool]]
    aloud: Callable[[Shown, Prompt], Awaitable[bytes]]
    recorded: Callable[[str, str], Awaitable[tuple[bytes, str]]]


class Channel(Protocol):
    """A wire."""

    name: ChannelName

    async def open(self, ports: Ports) -> None:
        """Start listening; raises SendError(misconfigured) when it cannot work at all."""

    async def close(self) -> None:
        """Stop listening and let what is under way finish."""

    async def send(self, outgoing: Outgoing) -> str:
        """Send one message and return the wire's id of it; raises SendError."""


@runtime_checkable
class Linked(Protocol):
    """A wire whose private conversations can be opened by a link."""

    def link_to(self, payload: str) -> str:
        """The link; `payload` comes back as `link` of the START message, unless it is reserved."""


@runtime_checkable
class Speaking(Protocol):
    """A wire that carries voice notes; `speaks` is the format it plays."""

    speaks: Format

    async def say(self, outgoing: Outgoing) -> None:
        """Send the audio of a message alone; its text is sent by itself.

        Raises SendError, and VoiceRefusedError when its reader takes no voice notes.
        """


@runtime_checkable
class Held(Protocol):
    """A wire that keeps the files that came over it."""

    async def audio(self, file_id: str, most: int) -> bytes:
        """What a voice note holds, if that is no more than `most` bytes; raises SendError."""
