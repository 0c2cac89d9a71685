"""A form with a recording in it: read piece by piece into memory, never onto a disk."""

from __future__ import annotations

from dataclasses import dataclass, field

from fastapi import Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from bot.channels.web.sent import BYTES, FIELDS, RECORDING_BYTES, Sent, TooMuch, sent_by

READ_BYTES = 32 * 2**20
"""What is too large is read so far: a browser shows no answer that comes before it sent all."""

FIELD = b"recording"
"""The field of the form that holds it."""


async def recorded_by(request: Request) -> Sent:
    """The form in a request, with the recording that came along; raises TooMuch."""
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind != b"multipart/form-data":
        return await sent_by(request)
    try:
        sent = await _read(request, options.get(b"boundary", b""))
    except FormParserError as error:
        raise TooMuch from error
    request.state.sent = sent  # for the page that says it could not be taken
    return sent


async def _read(request: Request, boundary: bytes) -> Sent:
    """The whole form; raises TooMuch, or FormParserError for what is no form."""
    form, size = _Form(), 0
    parser = MultipartParser(
        boundary,
        {
            "on_part_begin": form.begin,
            "on_header_field": form.heads,
            "on_header_value": form.heads,
            "on_header_end": form.headed,
            "on_part_data": form.holds,
        },
    )
    async for chunk in request.stream():
        size += len(chunk)
        if size > READ_BYTES:
            raise TooMuch
        parser.write(chunk)
    return form.sent()


@dataclass(slots=True)
class _Form:
    """The parts of a form as far as they have been read.

    Of a recording that is too large a byte more is kept than may be; of words, as in any form.
    """

    parts: list[tuple[bytes, bytearray]] = field(default_factory=list)
    words: int = 0
    head: bytearray = field(default_factory=bytearray)

    def begin(self) -> None:
        """Another part; raises TooMuch for more of them than a page of ours sends."""
        if len(self.parts) == FIELDS:
            raise TooMuch
        self.parts.append((b"", bytearray()))

    def heads(self, data: bytes, start: int, end: int) -> None:
        """The name of a header, or its value."""
        self.head += data[start:end]

    def headed(self) -> None:
        """A header is whole; one of them names the part."""
        line, self.head = bytes(self.head), bytearray()
        if line[:19].lower() == b"content-disposition":
            _, said = parse_options_header(line[19:])
            self.parts[-1] = (said.get(b"name", b""), bytearray())

    def holds(self, data: bytes, start: int, end: int) -> None:
        """A piece of what the part holds; raises TooMuch for too many words."""
        name, value = self.parts[-1]
        if name == FIELD:
            value += data[start : min(end, start + RECORDING_BYTES + 1 - len(value))]
            return
        self.words += end - start
        if self.words > BYTES:
            raise TooMuch
        value += data[start:end]

    def sent(self) -> Sent:
        """What was sent."""
        fields: dict[str, list[str]] = {}
        audio = b""
        for name, value in self.parts:
            if name == FIELD:
                audio = bytes(value)
            else:
                said = value.decode("utf-8", "replace")
                fields.setdefault(name.decode("utf-8", "replace"), []).append(said)
        return Sent(fields, audio)
