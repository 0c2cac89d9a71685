"""The shape every wire schema has: closed, bounded, and strict about types.

What is not named is refused, and a bool is no number; so a mistake of a client is an error that
names the field, never a silent guess.
"""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

LIMIT = 2**53
"""The largest whole number that JSON's readers agree on (RFC 8259, section 6)."""


class Wire(BaseModel):
    """A body or a part of one."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$"),
]
Short = Annotated[str, StringConstraints(max_length=80, pattern=r"^[^\x00]*$")]
Line = Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00]*$")]
Words = Annotated[str, StringConstraints(max_length=4096, pattern=r"^[^\x00]*$")]
Language = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)
]
E164 = Annotated[str, StringConstraints(pattern=r"^(\+[1-9][0-9]{6,14})?$")]
AUDIO_BYTES = 1_500_000
"""The longest voice note that is taken: ten minutes, as telephones make them."""
AUDIO_TEXT = 4 * -(-AUDIO_BYTES // 3)
"""The same as base64 has it (RFC 4648, section 4)."""


def _decoded(given: object) -> object:
    """Bytes from base64; what is bytes already stays. Raises ValueError, which repeats nothing."""
    if not isinstance(given, str):
        return given
    try:
        return base64.b64decode(given, validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("base64 (RFC 4648, section 4)") from None


Audio = Annotated[
    bytes,
    Field(max_length=AUDIO_BYTES, strict=True),
    BeforeValidator(_decoded),
    PlainSerializer(lambda audio: base64.b64encode(audio).decode("ascii"), when_used="json"),
    WithJsonSchema(
        {"type": "string", "contentEncoding": "base64", "maxLength": AUDIO_TEXT, "default": ""}
    ),
]
"""A voice note: bytes in Python, base64 in JSON."""
Document = Annotated[dict[str, Any], Field(max_length=200)]
"""What only the bot can read, such as where a conversation is; bounded as the body is."""
Count = Annotated[int, Field(ge=0, le=LIMIT, strict=True)]
Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Position = tuple[Longitude, Latitude]
"""As GeoJSON has it: longitude first."""


class Polygon(Wire):
    """A GeoJSON polygon in WGS-84 (RFC 7946): the outer ring, then its holes, each closed."""

    type: Literal["Polygon"] = "Polygon"
    coordinates: Annotated[
        list[Annotated[list[Position], Field(min_length=4, max_length=10_000)]],
        Field(min_length=1, max_length=100),
    ]

    @model_validator(mode="after")
    def _closed(self) -> Polygon:
        if any(ring[0] != ring[-1] for ring in self.coordinates):
            raise ValueError("the last position of a ring is its first again")
        return self
