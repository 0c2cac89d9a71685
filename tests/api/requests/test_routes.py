"""The list with its filters and pages, and what each role may do with a request."""

from datetime import timedelta

import pytest

from api.audit import service as audit
from api.people import service as people
from api.requests import service as requests
from api.requests.schemas import Place
from api.vocabulary import Accommodation, Leaf, Role, Urgency
from tests.api.district import HOME, NOW, person, request

SECOND = timedelta(seconds=1)
BODY = {
    "request": {
        "needs": ["groceries"],
        "urgency": "today",
        "place": {"text": "Block 7", "latitude": HOME[0], "longitude": HOME[1]},
        "name": "Rose",
        "phone": "+8613800000000",
    }
}


@pytest.fixture
def desk(http, bearer):
    """Calls as a coordinator, or as another role."""

    async def call(method, path="", *, role=Role.COORDINATOR, headers=None, **more):
        return await http.request(
            method, f"/v1/requests{path}", headers=bearer(role) | (headers or {}), **more
        )

    return call


async def actions(store, request_id):
    """What the audit has of a request."""
    entries = await store.read(
        lambda conn: audit.entries(conn, subject_id=request_id, before=None, limit=9)
    )
    return [(entry.role, entry.action) for entry in entries]


@pytest.fixture
async def five(store):
    """Five requests in the order of the queue, two of them of one moment."""
    moments = (0, 1, 1, 2, 3)

    def unit(conn):
        rose = person(conn, "rose")
        return [request(conn, rose, now=NOW + number * SECOND) for number in moments]

    return await store.write(unit)


async def test_pages_hold_every_request_once_in_the_order_of_the_queue(desk, five):
    """Whatever the size of a page; what came later is at the end."""
    for limit in (1, 2, 3, 5):
        found, cursor = [], None
        while True:
            page = {"limit": limit} | ({"cursor": cursor} if cursor else {})
            told = (await desk("GET", params=page)).json()
            found += [one["id"] for one in told["items"]]
            cursor = told["next"]
            if cursor is None:
                break
        assert found == five


async def test_a_page_goes_on_where_it_ended_though_others_joined_or_left(desk, store, five):
    """A cursor names a place in the queue, not a number of rows."""
    first = (await desk("GET", params={"limit": 2})).json()
    await store.write(lambda conn: requests.cancel(conn, five[0], now=NOW))
    rest = {"limit": 9, "cursor": first["next"], "closed": False}
    told = (await desk("GET", params=rest)).json()
    assert [one["id"] for one in told["items"]] == five[2:]


async def test_each_filter_lets_pass_what_it_names(desk, store):
    """And all of them together only what has all of it."""

    def unit(conn):
        rose = person(conn, "rose")
        far = Place(latitude=HOME[0] + 1, longitude=HOME[1])
        one = request(conn, rose, Leaf.WATER, urgency=Urgency.NOW, place=far)
        other = request(conn, rose, Leaf.GROCERIES, now=NOW + SECOND)
        requests.cancel(conn, other, now=NOW + SECOND)
        return requests.get(conn, one), requests.get(conn, other)

    one, other = await store.write(unit)
    filters = {
        "status": "open",
        "urgency": "now",
        "leaf": "water",
        "area": one.area,
        "closed": "false",
        "receipt": one.receipt,
    }
    for name, value in filters.items():
        told = (await desk("GET", params={name: value})).json()
        assert [kept["id"] for kept in told["items"]] == [one.id], name
    assert len((await desk("GET", params=filters)).json()["items"]) == 1
    assert (await desk("GET", params=filters | {"closed": "true"})).json()["items"] == []
    since = (NOW + SECOND).isoformat()
    told = (await desk("GET", params={"from": since})).json()
    assert [kept["id"] for kept in told["items"]] == [other.id]


@pytest.mark.parametrize(
    "wrong",
    [{"cursor": "x"}, {"limit": 0}, {"limit": 201}, {"receipt": "1"}, {"from": "2026-01-01"}],
)
async def test_a_filter_that_cannot_be_meant_is_refused(desk, wrong):
    """With the field that is wrong."""
    answer = await desk("GET", params=wrong)
    assert answer.status_code == 422
    assert next(iter(wrong)) in answer.json()["errors"][0]["field"]


async def test_a_request_for_somebody_is_made_once_under_its_key(desk, store):
    """A second call with one key is the first; with another body it is a mistake."""
    key = {"idempotency-key": "one"}
    first = await desk("POST", json=BODY, headers=key)
    again = await desk("POST", json=BODY, headers=key)
    other = BODY | {"request": BODY["request"] | {"urgency": "now"}}
    wrong = await desk("POST", json=other, headers=key)
    assert (first.status_code, first.json()) == (201, again.json())
    assert wrong.json()["code"] == "idempotency_mismatch"
    assert await actions(store, first.json()["id"]) == [(Role.COORDINATOR, "create")]


async def test_a_request_is_shown_without_who_and_where(desk):
    """Boards and lists are read by many."""
    made = (await desk("POST", json=BODY)).json()
    shown = (await desk("GET", f"/{made['id']}", role=Role.CALLER)).text
    assert not [one for one in ("Rose", "Block 7", "+8613800000000") if one in shown]


async def test_who_and_where_is_for_coordinators_and_in_the_audit(desk, store):
    """A caller must hold the call; then it is the same."""
    made = (await desk("POST", json=BODY)).json()
    told = (await desk("GET", f"/{made['id']}/private")).json()
    refused = await desk("GET", f"/{made['id']}/private", role=Role.CALLER)
    assert (told["name"], told["phone"]) == ("Rose", "+8613800000000")
    assert told["place"]["text"] == "Block 7"
    assert refused.status_code == 403
    assert (Role.COORDINATOR, "reveal") in await actions(store, made["id"])


@pytest.mark.parametrize("for_whom", ["me", "someone_else"])
async def test_who_is_named_is_known_from_then_on(desk, store, for_whom):
    """By name, number and language, and with what they need."""
    said = {"language": "zh-Hans", "accommodations": ["slow"], "for_whom": for_whom}
    made = await desk("POST", json={"request": BODY["request"] | said})

    def resident(conn):
        return people.person(conn, requests.get(conn, made.json()["id"]).resident_id)

    rose = await store.read(resident)
    assert (rose.name, rose.phone, rose.language) == ("Rose", "+8613800000000", "zh-Hans")
    assert rose.accommodations == (Accommodation.SLOW,)


async def test_a_known_resident_keeps_their_name(desk, store):
    """A request for somebody we know makes no second person; for nobody it is refused."""
    rose = await store.write(lambda conn: person(conn, "rose"))
    nameless = BODY["request"] | {"name": ""}
    made = await desk("POST", json={"request": nameless, "resident_id": rose.id})
    private = (await desk("GET", f"/{made.json()['id']}/private")).json()
    unknown = await desk("POST", json={"request": nameless, "resident_id": made.json()["id"]})
    assert private["name"] == "rose"
    assert unknown.status_code == 404


async def test_changing_cancelling_and_confirming_is_in_the_audit(desk, store):
    """With who did it; each says how the request stands then."""
    path = f"/{(await desk('POST', json=BODY)).json()['id']}"
    changed = await desk("PATCH", path, json={"urgency": "now"})
    confirmed = await desk("POST", f"{path}/confirm", json={"arrival": "no"}, role=Role.CALLER)
    cancelled = await desk("POST", f"{path}/cancel", json={"reason": "moved away"})
    assert changed.json()["urgency"] == "now"
    assert confirmed.json()["closed_at"] is None
    assert cancelled.json()["status"] == "cancelled"
    assert sorted(await actions(store, path[1:])) == [
        (Role.CALLER, "confirm"),
        (Role.COORDINATOR, "cancel"),
        (Role.COORDINATOR, "change"),
        (Role.COORDINATOR, "create"),
    ]


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.BOT])
async def test_volunteers_and_the_bot_see_no_list(desk, role):
    """A volunteer has offers and tasks, the bot a lane."""
    assert (await desk("GET", role=role)).status_code == 403


async def test_a_caller_looks_and_does_not_steer(desk):
    """Making, changing and cancelling is for coordinators."""
    path = f"/{(await desk('POST', json=BODY)).json()['id']}"
    for method, where, body in (
        ("POST", "", BODY),
        ("PATCH", path, {"urgency": "now"}),
        ("POST", f"{path}/cancel", {"reason": "no"}),
    ):
        assert (await desk(method, where, json=body, role=Role.CALLER)).status_code == 403
