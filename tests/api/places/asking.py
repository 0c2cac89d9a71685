"""A search with a geocoder of the test behind it, and a clock that the test moves."""

import pytest

from api.auth.access import Context, Environment
from api.auth.actor import Actor
from api.places import geocoder
from api.places.schemas import PlaceSearch
from api.settings import Settings
from api.vocabulary import Role
from tests.api.places.conftest import NOW
from tests.geocoding import FakeGeocoder, http, nominatim

LANE = ("12, Birch Lane, Changning, Shanghai, 200051, China", 31.21, 121.42)
FOUND = http(nominatim(LANE))


class Clock:
    """A clock that the test moves; asking waits for no second of it."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        """The moment."""
        return self.now


@pytest.fixture
def clock():
    """The time of the deployment."""
    return Clock()


@pytest.fixture
async def server():
    """A geocoder."""
    async with FakeGeocoder(FOUND) as one:
        yield one


@pytest.fixture
def search(store, server, clock):
    """Looks for words as the route does, with the settings of the geocoder."""

    async def looked(words, *, setting=None, **wanted):
        settings = Settings(geocoding=setting or server.setting())
        context = Context(Environment(store, settings, clock), Actor(Role.BOT, "bot"), clock.now)
        return (await geocoder.search(context, PlaceSearch(query=words, **wanted))).places

    return looked
