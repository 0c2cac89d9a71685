"""The story, told once in each arrangement."""

from __future__ import annotations

import asyncio

import pytest

from tests.apart import Apart
from tests.canaries.evidence import tell
from tests.canaries.planted import LATITUDE, LONGITUDE, SOUGHT
from tests.canaries.searched import files
from tests.geocoding import FakeGeocoder, http, nominatim
from tests.postgresql import postgresql
from tests.world import World, settings_for

__all__ = ["postgresql"]

ARRANGEMENTS = (
    "whole on sqlite",
    pytest.param("whole on postgresql", marks=pytest.mark.full),
    pytest.param("apart on sqlite", marks=pytest.mark.full),
)


@pytest.fixture(scope="package", params=ARRANGEMENTS)
def evidence(request, tmp_path_factory):
    """What the story left in this arrangement."""
    folder = tmp_path_factory.mktemp("canaries")
    cluster = request.getfixturevalue("postgresql") if "postgresql" in request.param else None
    arrange = {"arrange": Apart} if "apart" in request.param else {}

    async def look():
        if cluster is None:
            return files(folder)
        await cluster.run("CHECKPOINT")  # all that it still has in memory
        return files(folder, cluster.data / "base", cluster.data / "pg_wal")

    async def told(patch):
        url = await cluster.create() if cluster else f"sqlite:///{folder}/linli.sqlite3"
        street = http(nominatim((f"7, {SOUGHT}", LATITUDE, LONGITUDE)))
        async with FakeGeocoder(street) as geocoder:
            settings = settings_for(url, folder, **geocoder.written())
            return await tell(World(settings, **arrange), look, patch)

    with pytest.MonkeyPatch.context() as patch:
        yield asyncio.run(told(patch))
