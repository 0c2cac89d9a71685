"""Whatever a geocoder answers, or does not: believed in bounds, and never in a resident's way."""

import gzip
import logging
from datetime import timedelta

import pytest

from api.places.geocoder import asking
from api.places.geocoder.breaker import FAILURES, REST
from api.places.rules import distance_m
from api.vocabulary import Datum
from tests.api.places.asking import FOUND, LANE, clock, search, server
from tests.geocoding import http, nominatim

__all__ = ["clock", "search", "server"]

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
