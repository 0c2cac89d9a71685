"""A geocoder on the network: asked politely, believed in bounds, and never in a resident's way."""

import asyncio
import gzip
import logging
from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.auth.access import Context, Environment
from api.auth.actor import Actor
from api.database.tables.places import geocoded
from api.places import geocoder, service
from api.places.geocoder import asking
from api.places.geocoder.breaker import FAILURES, REST
from api.places.rules import distance_m
from api.places.schemas import PlaceSearch
from api.places.service import asked
from api.settings import Settings
from api.vocabulary import Datum, Role
from tests.api.places.conftest import NOW, gazetteer
from tests.geocoding import FakeGeocoder, http, nominatim, photon

LANE = ("12, Birch Lane, Changning, Shanghai, 200051, China", 31.21, 121.42)
FOUND = http(nominatim(LANE))
NOTHING = http("[]")


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


HOSTILE = {
    "no JSON": http("<html>busy</html>", kind="text/html"),
    "JSON called HTML": http(nominatim(LANE), kind="text/html"),
    "HTML called JSON": http("<html>busy</html>"),
    "too many requests": http("[]", status="429 Too Many Requests"),
    "broken": http("[]", status="500 Internal Server Error"),
    "elsewhere": http("", status="302 Found", headers="Location: /search?q=again\r\n"),
    "huge": http("[" + " " * 300_000 + "]"),
    "packed": http(gzip.compress(FOUND), headers="Content-Encoding: gzip\r\n"),
    "deep": http("[" * 100_000),
    "a long number": http("[" + "9" * 9000 + "]"),
    "no list": http('{"error": "no"}'),
    "not text": http(b"\xff\xfe\x00"),
    "cut off": http(nominatim(LANE))[:-20],
    "nothing": b"",
    "another protocol": b"220 smtp ready\r\n",
}


@pytest.mark.parametrize("answer", HOSTILE.values(), ids=HOSTILE)
async def test_whatever_comes_back_nobody_is_refused(search, server, answer, caplog):
    """And nothing of the words is in a log."""
    server.answer = answer
    with caplog.at_level(logging.DEBUG):
        assert await search("12 Birch Lane") == []
    assert server.asked  # aiohttp asks again where a connection was closed without a word
    assert "irch" not in caplog.text


ENTRIES = [
    ("NaN", 121.4),
    (91, 121.4),
    (31.2, "east"),
    (None, None),
    (True, True),
    (10**400, 121.4),
    ([31.2], {}),
    (51.5, -0.1),
]


async def test_what_is_no_place_of_the_area_is_passed_over(search, server):
    """Numbers that are none, points off the globe, towns far away; the rest is taken."""
    wrong = [("Birch Lane", latitude, longitude) for latitude, longitude in ENTRIES]
    server.answer = http(nominatim(*wrong, LANE).replace('"NaN"', "NaN").replace('"None"', "null"))
    assert [place.name for place in await search("12 Birch Lane")] == [LANE[0]]


async def test_a_name_is_short_and_can_be_read(search, server):
    """As many of its parts as fit; no tags, no signs that turn the writing round."""
    long = "<b>Birch\u202e Lane</b>\x07, " + ", ".join(f"Part {n} of it" for n in range(20))
    server.answer = http(nominatim((long, 31.21, 121.42), ("", 31.2, 121.4)))
    (place,) = await search("12 Birch Lane")
    assert place.name.startswith("b Birch Lane /b, Part 0 of it")
    assert len(place.name) <= 60


async def test_at_most_five_are_offered_and_none_twice(search, server):
    """A menu has no more."""
    many = [(f"Birch Lane {n // 2}", 31.2 + n / 1000, 121.42) for n in range(30)]
    server.answer = http(nominatim(*many))
    assert [p.name for p in await search("birch")] == [f"Birch Lane {n}" for n in range(5)]


async def test_a_chinese_map_is_converted_once(search, server):
    """GCJ-02 in, WGS-84 out, and the same from memory: it is not shifted again."""
    setting = server.setting(datum=Datum.GCJ02)
    (first,) = await search("12 Birch Lane", setting=setting)
    (again,) = await search("12 Birch Lane", setting=setting)
    assert 300 < distance_m(LANE[1:], (first.latitude, first.longitude)) < 700
    assert (again.latitude, again.longitude) == (first.latitude, first.longitude)
    assert again.id == first.id


@pytest.mark.parametrize("drip", [0, 40])
async def test_a_slow_geocoder_is_left_behind(search, server, monkeypatch, drip):
    """Whether it thinks for long or answers drop by drop."""
    monkeypatch.setattr(asking, "PATIENCE_S", 0.15)
    server.drip, server.slow_s = drip, 0.0 if drip else 1.0
    assert await search("12 Birch Lane") == []


async def test_one_that_fails_three_times_rests_for_a_minute(search, server, clock):
    """And is asked again after it, once."""
    server.answer = http("", status="503 Service Unavailable")
    words = [f"{word} lane" for word in ("ash", "birch", "cedar", "elm", "fir", "hazel")]
    for one in words[:5]:
        await search(one)
        clock.now += timedelta(seconds=2)
    assert len(server.requests) == FAILURES
    clock.now += REST
    await search(words[4])
    clock.now += timedelta(seconds=2)
    await search(words[5])
    assert len(server.requests) == FAILURES + 1
    server.answer = FOUND
    clock.now += REST
    assert len(await search(words[0])) == 1


async def test_one_that_is_not_there_is_as_one_that_knows_nothing(search, server):
    """Nobody listens at its address."""
    setting = server.setting()
    await server.__aexit__()
    assert await search("12 Birch Lane", setting=setting) == []
