"""The gazetteer is kept, searched from memory and never stale, on each engine."""

from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI

from api.auth import service as auth
from api.auth.access import Environment
from api.errors import answer_refusals
from api.places import service
from api.places.routes import router
from api.places.rules import cell, distance_m
from api.places.schemas import PlaceIn, PlaceSearch
from api.settings import Settings
from api.vocabulary import Datum, Role
from tests.api.places.conftest import NOW, gazetteer

CSV = "name,latitude,longitude\nElm Court,51.5,-0.1\n"


def found(conn, words):
    """Names near some words."""
    return [place.name for place in service.search(conn, PlaceSearch(query=words)).places]


async def test_what_was_imported_is_found(store):
    """By name, by sound, with where it is."""
    await store.write(lambda conn: service.replace(conn, gazetteer(), now=NOW))
    (place,) = (
        await store.read(lambda conn: service.search(conn, PlaceSearch(query="xing fu li")))
    ).places
    assert (place.name, place.latitude, place.longitude) == ("幸福里小区", 31.27, 121.4)


async def test_a_change_of_the_gazetteer_is_seen_by_the_next_search(store):
    """Added, replaced, emptied: also by another process."""

    def imported(keep, *names):
        places = [PlaceIn(name=name, latitude=0, longitude=0) for name in names]
        return lambda conn: keep(conn, places, now=NOW)

    seen = [await store.read(lambda conn: found(conn, "elm"))]
    for unit in (
        imported(service.add, "Elm Court"),
        imported(service.add, "Elm Park"),
        imported(service.replace, "Elm Lane"),
        imported(service.replace),
    ):
        await store.write(unit)
        seen.append(await store.read(lambda conn: found(conn, "elm")))
    assert seen == [[], ["Elm Court"], ["Elm Park", "Elm Court"], ["Elm Lane"], []]


async def test_a_place_of_a_chinese_map_is_moved_to_where_phones_say_it_is(store):
    """In Shanghai by some 500 m; in Hong Kong, Macau and Taipei not at all."""
    places = {
        "Shanghai": (31.2304, 121.4737),
        "Hong Kong": (22.2793, 114.1628),
        "Macau": (22.1973, 113.5408),
        "Taipei": (25.0330, 121.5654),
    }
    tagged = [
        PlaceIn(name=name, latitude=point[0], longitude=point[1], datum=Datum.GCJ02)
        for name, point in places.items()
    ]
    await store.write(lambda conn: service.add(conn, tagged, now=NOW))
    moved = {}
    for name, point in places.items():
        wanted = PlaceSearch(query=name)
        (place,) = (await store.read(lambda conn, w=wanted: service.search(conn, w))).places
        moved[name] = distance_m(point, (place.latitude, place.longitude))
    assert 300 < moved.pop("Shanghai") < 700
    assert set(moved.values()) == {0}


async def test_an_area_is_named_after_the_place_nearest_to_its_middle(store):
    """Or not at all, where no place is near."""
    await store.write(lambda conn: service.add(conn, gazetteer(), now=NOW))
    near, far = await store.read(
        lambda conn: (
            service.nearest_name(conn, 31.2701, 121.4001),
            service.nearest_name(conn, 40.0, 121.4),
        )
    )
    assert (near, far) == ("幸福里小区", "")


async def test_the_name_of_an_area_says_no_more_than_its_cell(store):
    """Also where every house has a name: all doors of a cell are named alike."""
    middle = cell((31.27, 121.4))
    doors = [
        (middle[0] + north / 10_000, middle[1] + east / 10_000)
        for north in (-15, 1, 15)
        for east in (-15, 2, 15)
    ]
    assert {cell(door) for door in doors} == {middle}
    houses = [
        PlaceIn(name=f"House {number}", latitude=door[0], longitude=door[1])
        for number, door in enumerate(doors)
    ]
    await store.write(lambda conn: service.add(conn, houses, now=NOW))
    named = await store.read(lambda conn: {service.nearest_name(conn, *door) for door in doors})
    assert named == {"House 4"}


@pytest.fixture
async def http(store):
    """The routes of places, served in this process."""
    app = FastAPI()
    app.state.environment = Environment(store, Settings(), lambda: NOW)
    app.include_router(router)
    answer_refusals(app)
    wire = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=wire, base_url="http://places.test") as client:
        yield client


@pytest.fixture
def bearer(store):
    """The headers of somebody with a new token of a role."""

    async def headers(role):
        lifetime = timedelta(hours=1)
        secret = await store.write(
            lambda conn: auth.issue(conn, role, "test", now=NOW, lifetime=lifetime)
        )
        return {"Authorization": f"Bearer {secret}"}

    return headers


async def test_a_coordinator_imports_and_the_bot_searches(http, bearer):
    """PUT replaces, POST adds."""
    keeper = await bearer(Role.COORDINATOR)
    body = {"format": "csv", "text": CSV}
    assert (await http.put("/v1/places", json=body, headers=keeper)).json() == {"places": 1}
    more = body | {"text": CSV.replace("Court", "Park")}
    assert (await http.post("/v1/places", json=more, headers=keeper)).status_code == 201
    wanted = {"query": "elm", "language": "en"}
    answer = await http.post("/v1/places/search", json=wanted, headers=await bearer(Role.BOT))
    assert [place["name"] for place in answer.json()["places"]] == ["Elm Park", "Elm Court"]


async def test_a_file_with_a_mistake_changes_nothing(http, bearer):
    """And says where the mistake is."""
    keeper = await bearer(Role.COORDINATOR)
    await http.put("/v1/places", json={"format": "csv", "text": CSV}, headers=keeper)
    bad = {"format": "csv", "text": CSV + "Elm Park,north,0\n"}
    refused = await http.put("/v1/places", json=bad, headers=keeper)
    assert (refused.status_code, refused.json()["code"]) == (422, "gazetteer_refused")
    assert [error["field"] for error in refused.json()["errors"]] == ["line 3: latitude"]
    wanted = {"query": "elm court"}
    answer = await http.post("/v1/places/search", json=wanted, headers=keeper)
    assert len(answer.json()["places"]) == 1


@pytest.mark.parametrize("role", [Role.BOT, Role.VOLUNTEER, Role.CALLER])
async def test_only_coordinators_change_the_gazetteer(http, bearer, role):
    """A wrong map sends volunteers to wrong doors."""
    body = {"format": "csv", "text": CSV}
    headers = await bearer(role)
    assert (await http.put("/v1/places", json=body, headers=headers)).status_code == 403
    assert (await http.post("/v1/places", json=body, headers=headers)).status_code == 403
