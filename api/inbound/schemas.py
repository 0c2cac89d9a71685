"""The wire schemas of inbound messages."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from api.vocabulary import Channel, InboundKind
from api.wire import Audio, Id, Latitude, Line, Longitude, Short, Wire, Words

ADDRESS = StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]+$")


class Media(Wire):
    """A voice note, photo or file as its channel names it; the bytes stay with the channel.

    `file_id` is "" where no channel keeps them: they came along. `seconds`: how long it lasts,
    as far as the channel tells.
    """

    file_id: Line
    mime: Short = ""
    size: Annotated[int, Field(ge=0, le=2**40, strict=True)] = 0
    seconds: Annotated[int, Field(ge=0, le=2**32, strict=True)] = 0


class Body(Wire):
    """What was said.

    `button` is "<question id>:<option>" or "offer:<id>:<accept|decline>"; `link` what a person
    opened the conversation with (an invite's code); `group_chat` the address of the group chat in
    which a button was pressed; `arrives` says that the conversation came from another address.
    `question` is the id of the question that words were typed or spoken under, and `said_at` when
    by the wire's own clock: each where the wire tells. `typed_at` is the id of the address of a
    caller's chat in which a paper was typed in. `heard`: what was understood of a voice note.
    """

    text: Words = ""
    button: Line = ""
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    link: Short = ""
    media: Media | None = None
    group_chat: Line = ""
    phone: Line = ""
    language_hint: Line = ""
    arrives: bool = False
    typed_at: Id | None = None
    question: Short = ""
    said_at: datetime | None = None
    heard: Words = ""


class InboundIn(Wire):
    """One message from a wire; a second one with the same `message_id` is the same message.

    With `lease_s`, who brings it answers it at once, if nobody else has the lane: nobody gets it
    for so many seconds. `audio` is the voice note itself, where the wire does not keep it; it is
    kept with the message. What kind it is, `body.media.mime` says.
    """

    channel: Channel
    message_id: Annotated[str, ADDRESS]
    address: Annotated[str, ADDRESS]
    kind: InboundKind
    body: Body = Body()
    call_id: Id | None = None
    lease_s: Annotated[int, Field(ge=0, le=600, strict=True)] = 0
    audio: Audio = b""


class Received(Wire):
    """The message is stored; `again` says it was known already."""

    inbound_id: Id
    again: bool
    address_id: Id


class Moved(Wire):
    """An address got a new name on its wire (a group chat migrated)."""

    channel: Channel
    address: Annotated[str, ADDRESS]
    new_address: Annotated[str, ADDRESS]
