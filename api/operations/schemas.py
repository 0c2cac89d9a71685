"""The wire schemas of operations."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.vocabulary import Channel
from api.wire import Count, Line, Wire


class Erase(Wire):
    """Whose data is to be forgotten: one of their addresses."""

    channel: Channel
    address: Annotated[Line, Field(min_length=1)]


class Erased(Wire):
    """How many rows of which column were forgotten."""

    rows: dict[str, Count]
