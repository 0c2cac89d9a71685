"""Where a resident's words are looked for: the gazetteer, then a geocoder if one is set.

Whatever a geocoder does, a resident goes on: without its answer the words stay as they were typed,
and a person looks at them.
"""

from __future__ import annotations

from typing import Protocol

from api.auth.access import Context
from api.places import service
from api.places.schemas import PlaceFound, PlaceSearch, PlacesFound


class Geocoder(Protocol):
    """Finds places by words, best first; none when it knows none or cannot say."""

    async def find(self, wanted: PlaceSearch) -> list[PlaceFound]:
        """The places meant, in WGS-84; never raises for what is wrong on the way."""


class Gazetteer:
    """The names of this deployment: no network, no account."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def find(self, wanted: PlaceSearch) -> list[PlaceFound]:
        """Places whose name is near the words."""
        found = await self._context.read(lambda conn: service.search(conn, wanted))
        return found.places


async def search(context: Context, wanted: PlaceSearch) -> PlacesFound:
    """The places of the first that knows any."""
    for one in _in_turn(context):
        found = await one.find(wanted)
        if found:
            return PlacesFound(places=found)
    return PlacesFound(places=[])


def _in_turn(context: Context) -> tuple[Geocoder, ...]:
    gazetteer = Gazetteer(context)
    if context.settings.geocoding is None:
        return (gazetteer,)
    # Memory of a server that has no geocoder.
    from api.places.geocoder.asking import Network  # noqa: PLC0415

    return (gazetteer, Network(context, context.settings.geocoding))
