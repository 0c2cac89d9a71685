"""Whole conversations with a geocoder: it helps, or it is as if there were none."""

import pytest

from api.requests import service as requests
from api.vocabulary import Channel
from tests.asking import ask_for
from tests.geocoding import FakeGeocoder, http, nominatim
from tests.world import World, settings_for

LANE = "12, Birch Lane, Changning, Shanghai"
PARK = "Birch Park, Changning, Shanghai"
FOUND = http(nominatim((LANE, 31.2304, 121.4737), (PARK, 31.24, 121.48)))
SAID = {"where": "12 Birch Lane"}


@pytest.fixture
async def server():
    """A geocoder that knows two places."""
    async with FakeGeocoder(FOUND) as one:
        yield one


@pytest.fixture
async def world(server, tmp_path):
    """A Linli of its own whose operator named that geocoder."""
    url = f"sqlite:///{tmp_path}/linli.sqlite3"
    world = World(settings_for(url, tmp_path, **server.written()))
    await world.whole.open()
    yield world
    await world.whole.close()


async def places_offered(world, name, channel):
    """What somebody is shown who writes where they are, and has it found."""
    world.channel_of[name] = channel
    await ask_for(world, name, "meal", "today", said=SAID | {"where": None})
    await world.say(name, SAID["where"])
    return [option.label for option in world.open_prompt(name).options]


async def place_of(world):
    """Where Ann's request is."""
    (request,) = await world.requests_of("Ann")
    return await world.read(lambda conn: requests.place_of(conn, request.id))


async def test_the_same_places_are_offered_on_every_face(world, server):
    """In one order, by the same words; the second time from memory."""
    faces = (Channel.TELEGRAM, Channel.TERMINAL, Channel.WEB)
    offered = [await places_offered(world, f"Ann{face}", face) for face in faces]
    assert offered[0][:2] == [LANE, PARK]
    assert offered[0] == offered[1] == offered[2]
    assert server.asked == ["12 Birch Lane"]


async def test_a_place_that_was_chosen_is_where_the_request_is(world):
    """Its coordinates, in the words that were said."""
    await places_offered(world, "Ann", Channel.TERMINAL)
    await world.say("Ann", "1")
    await ask_for_the_rest(world, "Ann")
    place = await place_of(world)
    assert (place.text, place.latitude, place.longitude) == (SAID["where"], 31.2304, 121.4737)


async def ask_for_the_rest(world, name):
    """The answers that are left, by their keys."""
    for _ in range(30):
        prompt = world.open_prompt(name)
        if prompt is None or prompt.code == "ask.done" or await world.requests_of(name):
            return
        question = prompt.code.split(".")[1]
        said = {"my_name": name, "reach": "1", "must_know": "2", "keep": "2"}.get(question, "1")
        await world.say(name, said)


@pytest.mark.parametrize("how", ["not there", "broken", "mad"])
async def test_with_a_geocoder_that_fails_the_whole_form_goes_on_at_once(world, server, how):
    """The words stay as they were typed, and the request is made."""
    if how == "not there":
        await server.__aexit__()
    server.answer = http("", status="500 Broken") if how == "broken" else http("[[[[")
    await ask_for(world, "Ann", "meal", "today", said=SAID)
    assert "We have your request" in "\n".join(world.heard("Ann"))
    place = await place_of(world)
    assert (place.text, place.latitude) == (SAID["where"], None)
