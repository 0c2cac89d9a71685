"""A place that somebody types at the desk: known for certain, or one of some."""

from __future__ import annotations

from collections.abc import Sequence

from bot.desk.visit import Visit
from bot.service import PlaceFound, PlaceSearch, PlacesFound

CERTAIN = 90.0
"""A place whose name is this near is taken at once; of others somebody chooses."""


async def placed(
    visit: Visit, typed: str, chosen: str = ""
) -> tuple[PlaceFound | None, Sequence[PlaceFound]]:
    """The place that is meant, None while that is not certain; and all that it could be.

    `chosen`: the id of the one that was picked from these.
    """
    asked = PlaceSearch(query=typed, language=visit.frame.words.catalog.language)
    found = (await visit.client.call("POST", "/v1/places/search", asked, PlacesFound)).places
    picked = [one for one in found if one.id == chosen]
    certain = picked or [one for one in found if one.score >= CERTAIN]
    return (certain[0] if len(certain) == 1 else None), found
