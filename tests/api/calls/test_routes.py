"""Calls over HTTP: who may, what it is called, and what a mistake is answered with."""

import base64
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI

from api.auth import service as auth
from api.auth.access import Environment
from api.calls.routes import router
from api.errors import answer_refusals
from api.people import service as people
from api.vocabulary import Role
from tests.api.calls.conftest import NOW, SETTINGS, queue, resident, told
from tests.api.calls.test_recordings import OGG, spoken

LONG = timedelta(hours=1)


@pytest.fixture
async def http(store):
    """The routes of calls, served in this process."""
    app = FastAPI()
    app.state.environment = Environment(store, SETTINGS, lambda: NOW)
    app.include_router(router)
    answer_refusals(app)
    wire = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=wire, base_url="http://calls.test") as client:
        yield client


@pytest.fixture
def bearer(store):
    """The headers of somebody with a new token of a role."""

    async def headers(role):
        secret = await store.write(
            lambda conn: auth.issue(conn, role, "test", now=NOW, lifetime=LONG)
        )
        return {"Authorization": f"Bearer {secret}"}

    return headers


async def waiting_call(store):
    """A resident with a name, and the id of their call by text."""

    def unit(conn):
        someone = resident(conn)
        people.set_name(conn, someone.person_id, "Mei")
        return someone, queue(conn, someone).call_id

    return await store.write(unit)


async def test_a_caller_takes_a_call_from_the_queue_to_its_end(store, http, bearer):
    """Listed, claimed, read, written in, answered for, read again, tried and closed."""
    someone, call_id = await waiting_call(store)
    mine = {"headers": await bearer(Role.CALLER)}
    (listed,) = (await http.get("/v1/calls?by=text", **mine)).json()["items"]
    assert (listed["id"], listed["mine"]) == (call_id, False)
    at = f"/v1/calls/{call_id}"
    assert (await http.get(at, **mine)).json()["name"] == ""
    assert (await http.post(f"{at}/claim", **mine)).json()["mine"] is True
    assert (await http.get(at, **mine)).json()["name"] == "Mei"
    hello = {"text": "Hello, this is Eva.", "name": "Eva"}
    assert (await http.post(f"{at}/messages", json=hello, **mine)).status_code == 200
    assert (await http.post(f"{at}/answers", json={"text": "2"}, **mine)).json()["again"] is False
    lines = (await http.get(f"{at}/conversation", **mine)).json()["items"]
    assert {line["by"] for line in lines} == {"linli", "caller"}
    tried = await http.post(f"{at}/attempts", json={"outcome": "completed"}, **mine)
    assert tried.json()["tries"] == 1
    closed = await http.post(f"{at}/close", json={"outcome": "completed"}, **mine)
    assert closed.json()["status"] == "closed"
    assert (await http.get("/v1/calls", **mine)).json()["items"] == []
    assert await store.read(lambda conn: told(conn, someone)) == ["call_message"]


async def test_a_call_is_given_back(store, http, bearer):
    """To whoever comes next."""
    _, call_id = await waiting_call(store)
    mine = {"headers": await bearer(Role.CALLER)}
    await http.post(f"/v1/calls/{call_id}/claim", **mine)
    freed = await http.post(f"/v1/calls/{call_id}/release", **mine)
    assert (freed.json()["status"], freed.json()["mine"]) == ("queued", False)


async def test_only_a_coordinator_opens_a_call(http, bearer):
    """Somebody phoned in: from a number, or with it withheld."""
    body = {"phone": "", "language": "en"}
    refused = await http.post("/v1/calls", json=body, headers=await bearer(Role.CALLER))
    assert (refused.status_code, refused.json()["code"]) == (403, "role_refused")
    made = await http.post("/v1/calls", json=body, headers=await bearer(Role.COORDINATOR))
    assert (made.status_code, made.json()["by"], made.json()["mine"]) == (201, "voice", True)


@pytest.mark.parametrize("role", [Role.BOT, Role.VOLUNTEER])
async def test_neither_the_bot_nor_a_volunteer_sees_the_queue(http, bearer, role):
    """They have no business in it."""
    refused = await http.get("/v1/calls", headers=await bearer(role))
    assert refused.status_code == 403
    assert (await http.get("/v1/calls")).status_code == 401


async def test_a_mistake_is_answered_with_a_stable_code(store, http, bearer):
    """So that a page can say what is wrong in any language."""
    _, call_id = await waiting_call(store)
    ann, ben = [{"headers": await bearer(Role.CALLER)} for _ in range(2)]
    at = f"/v1/calls/{call_id}"
    answers = [await http.post(f"{at}/close", json={"outcome": "completed"}, **ann)]
    await http.post(f"{at}/claim", **ann)
    answers += [
        await http.post(f"{at}/claim", **ben),
        await http.post(f"{at}/close", json={"outcome": "gone"}, **ann),
        await http.post(f"{at}/answers", json={"text": " "}, **ann),
        await http.get("/v1/calls?by=letter", **ann),
        await http.get("/v1/calls/00000000-0000-7000-8000-000000000000", **ann),
    ]
    assert [(each.status_code, each.json()["code"]) for each in answers] == [
        (409, "call_not_held"),
        (409, "call_taken"),
        (422, "invalid"),
        (422, "invalid"),
        (422, "invalid"),
        (404, "not_found"),
    ]


async def test_a_voice_note_is_base64(http, bearer, store):
    """And one that is not there is said to be not there."""
    call_id, heard = await store.write(spoken)
    path = f"/v1/calls/{call_id}/recordings"
    headers = await bearer(Role.COORDINATOR)
    got = (await http.get(f"{path}/{heard}", headers=headers)).json()
    assert (got["id"], base64.b64decode(got["audio"])) == (heard, OGG)
    gone = await http.get(f"{path}/{call_id}", headers=headers)
    assert gone.json()["code"] == "not_found"
