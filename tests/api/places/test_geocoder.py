"""A geocoder on the network: asked politely, its answers kept, with the words of a place alone."""

import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.auth.access import Context, Environment
from api.auth.actor import Actor
from api.database.tables.places import geocoded
from api.places import geocoder, service
from api.places.schemas import PlaceSearch
from api.places.service import asked
from api.settings import Settings
from api.vocabulary import Role
from tests.api.places.asking import FOUND, LANE, clock, search, server
from tests.api.places.conftest import NOW, gazetteer
from tests.geocoding import http, photon

__all__ = ["clock", "search", "server"]

NOTHING = http("[]")


async def test_without_a_setting_nobody_is_asked(store, server, clock):
    """The gazetteer is all there is, unless the operator says otherwise."""
    context = Context(Environment(store, Settings(), clock), Actor(Role.BOT, "bot"), NOW)
    found = await geocoder.search(context, PlaceSearch(query="12 Birch Lane"))
    assert (found.places, server.requests) == ([], [])


async def test_the_gazetteer_comes_first(store, search, server):
    """What it knows leaves the machine with no word."""
    await store.write(lambda conn: service.replace(conn, gazetteer(), now=NOW))
    assert [place.name for place in await search("elm court")] == ["Elm Court"]
    assert server.requests == []


async def test_what_the_gazetteer_does_not_know_is_asked(search, server):
    """With who asks, where the area is, and which words are wanted."""
    (place,) = await search("12 Birch Lane", language="zh-Hans")
    assert place.name == "12, Birch Lane, Changning, Shanghai, 200051, China"
    assert (place.latitude, place.longitude) == LANE[1:]
    path, headers = server.requests[0]
    assert path.startswith("/search?q=12+Birch+Lane&format=jsonv2")
    assert "viewbox=120.99000,30.99000,122.01000,32.01000&bounded=1" in path
    assert headers["User-Agent"] == "Linli/0.1 (me@example.org)"
    assert headers["Accept-Language"] == "zh-Hans"
    assert "Cookie" not in headers


async def test_photon_is_asked_and_read_in_its_own_way(search, server):
    """A box as it writes one, names made of parts."""
    told = {"housenumber": "12", "street": "Birch Lane", "city": "Shanghai", "state": "Shanghai"}
    server.answer = http(photon((told, 31.21, 121.42)), kind="application/json")
    (place,) = await search("12 Birch Lane", setting=server.setting("photon"))
    assert place.name == "Birch Lane, 12, Shanghai"
    assert server.requests[0][0].startswith("/api?q=12+Birch+Lane&limit=10&bbox=120.99000")


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("Lane 7, call me 138 1234 5678", "Lane 7, call me"),
        ("Lane 7 ann@example.org", "Lane 7"),
        ("Lane 7 https://example.org/x?y=1", "Lane 7"),
        ("长宁路120弄5号 电话13812345678", "长宁路120弄5号 电话"),
    ],
)
async def test_a_number_or_mail_among_the_words_does_not_go_out(search, server, said, sent):
    """Only the words of an address do."""
    await search(said)
    assert server.asked == [sent]


async def test_words_that_are_no_address_are_not_sent_at_all(search, server):
    """A number alone is somebody's."""
    assert await search("+86 138 1234 5678") == []
    assert server.requests == []


async def test_the_same_words_are_asked_once(search, server, clock):
    """However they are written, until a month is over."""
    await search("12 Birch Lane")
    clock.now += timedelta(days=29)
    again = await search("12  birch LANE")
    assert (len(again), len(server.requests)) == (1, 1)
    clock.now += timedelta(days=1)
    await search("12 Birch Lane")
    assert len(server.requests) == 2


async def test_two_who_ask_the_same_at_once_are_one_request(search, server):
    """The second waits for the answer to the first."""
    server.slow_s = 0.2
    both = await asyncio.gather(search("12 Birch Lane"), search("12 Birch Lane"))
    assert [len(places) for places in both] == [1, 1]
    assert len(server.requests) == 1


async def test_that_nothing_was_found_is_kept_for_a_day(search, server, clock):
    """A new house is on the map tomorrow."""
    server.answer = NOTHING
    assert await search("12 Birch Lane") == await search("12 Birch Lane") == []
    assert len(server.requests) == 1
    server.answer = FOUND
    clock.now += timedelta(days=1)
    assert len(await search("12 Birch Lane")) == 1


async def test_what_was_answered_cannot_be_read_without_the_key(store, search):
    """Nor which words were asked."""
    await search("12 Birch Lane")
    row = await store.read(lambda conn: conn.execute(sa.select(geocoded)).one())
    assert "Birch" not in repr(row)
    assert "birch" not in repr(row)


async def test_requests_are_a_second_apart_whoever_asks(store):
    """The moments are given out by the database, so several workers keep the pace together."""
    patience = timedelta(seconds=5)

    def reserve(words, now):
        return lambda conn: asked.reserve(conn, words, now=now, patience=patience)

    late = NOW + timedelta(milliseconds=300)
    turns = [
        await store.write(reserve(words, now))
        for words, now in (("a", NOW), ("b", NOW), ("c", late))
    ]
    assert [turn.at - NOW for turn in turns] == [timedelta(seconds=n) for n in (0, 1, 2)]


async def test_who_would_wait_longer_than_a_second_is_not_asked_for(store):
    """They go on with their own words."""

    def reserve(words):
        return lambda conn: asked.reserve(conn, words, now=NOW, patience=timedelta(seconds=1))

    first, second, third = [await store.write(reserve(words)) for words in "abc"]
    assert (first.at, second.at) == (NOW, NOW + timedelta(seconds=1))
    assert third == asked.Wait(under_way=False)
