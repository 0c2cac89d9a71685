"""Sound as a browser asks for it: whole, or the range of bytes that it plays next.

Safari plays nothing that does not answer a range (RFC 9110, section 14).
"""

from __future__ import annotations

import re

from fastapi import Response

RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")
"""One range; whoever asks for several, or for anything else, is given the whole."""


def sound(audio: bytes, media_type: str, wanted: str = "") -> Response:
    """The sound as an answer to the header `Range`; 416 for a range behind its end."""
    found = RANGE.fullmatch(wanted.strip())
    headers = {"Accept-Ranges": "bytes"}
    if found is None or found.groups() == ("", ""):
        return Response(audio, media_type=media_type, headers=headers)
    first, last = _span(found[1], found[2], len(audio))
    if first > last:
        headers["Content-Range"] = f"bytes */{len(audio)}"
        return Response(status_code=416, headers=headers)
    headers["Content-Range"] = f"bytes {first}-{last}/{len(audio)}"
    return Response(audio[first : last + 1], 206, media_type=media_type, headers=headers)


def _span(first: str, last: str, size: int) -> tuple[int, int]:
    """The first and the last byte; no first one means as many from the end."""
    if not first:
        return max(size - int(last), 0), size - 1
    return int(first), min(int(last or size), size - 1)
