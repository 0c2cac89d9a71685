"""Wires, what comes over them, and who may do what."""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """A wire over which people and Linli exchange messages."""

    TELEGRAM = "telegram"
    WEB = "web"
    SMS = "sms"
    PHONE = "phone"
    TERMINAL = "terminal"


class InboundKind(StrEnum):
    """What came in: words and presses, a paper typed in as one line, and what a person must see.

    MEDIA are those that no program of ours can read.
    """

    TEXT = "text"
    BUTTON = "button"
    LOCATION = "location"
    CONTACT = "contact"
    START = "start"
    ANSWER_LINE = "answer_line"
    VOICE = "voice"
    PHOTO = "photo"
    STICKER = "sticker"
    FILE = "file"
    FORWARD = "forward"
    LEFT = "left"


MEDIA = frozenset(
    {
        InboundKind.VOICE,
        InboundKind.PHOTO,
        InboundKind.STICKER,
        InboundKind.FILE,
        InboundKind.FORWARD,
    }
)


class MannerCode(StrEnum):
    """How somebody wants to be spoken to, as it is read back to them."""

    ALOUD = "aloud"
    WRITTEN = "written"
    SLOWLY = "slowly"
    LOUDLY = "loudly"


class SafeContact(StrEnum):
    """How an address may be used; nothing said means no call and no message left."""

    MESSAGE = "message"
    CALL = "call"
    LEAVE_MESSAGE = "leave_message"


class SendFailure(StrEnum):
    """Why a channel could not send; what follows is decided in delivery alone."""

    STOPPED = "stopped"
    THROTTLED = "throttled"
    UNREACHABLE = "unreachable"
    REJECTED = "rejected"
    MISCONFIGURED = "misconfigured"
    MOVED = "moved"


class Datum(StrEnum):
    """The geodetic datum of a coordinate; maps in China give GCJ-02, phones WGS-84."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"


class Role(StrEnum):
    """What a token may do."""

    BOT = "bot"
    VOLUNTEER = "volunteer"
    CALLER = "caller"
    COORDINATOR = "coordinator"
    ADMIN = "admin"
