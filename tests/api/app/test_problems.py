"""A refusal is a problem with a stable code, and repeats nothing of what was sent."""

import json
import logging

import httpx
import pytest
from fastapi import FastAPI

from api.errors import PROBLEM, Invalid, NotFound, Refusal, answer_refusals, problem_of
from api.vocabulary import Role

CANARY = "Zebra-Quokka"
TURN = {"address_id": CANARY, "lease": "x", "session_version": 0, "session": {"state": {}}}


def refusals(kind=Refusal):
    """Every refusal there is."""
    yield kind
    for below in kind.__subclasses__():
        yield from refusals(below)


def test_every_refusal_has_a_code_of_its_own_a_status_and_a_sentence():
    """Clients tell them apart by the code."""
    found = {kind for kind in refusals() if kind.__module__.startswith("api.")}
    codes = [kind.code for kind in found]
    assert sorted(codes) == sorted(set(codes))
    for kind in found:
        assert 400 <= kind.status < 600
        assert kind.detail.endswith(".")


def test_a_problem_has_the_members_of_rfc_9457():
    """Type, title, status and detail, and our code."""
    assert problem_of(NotFound()) == {
        "type": "urn:linli:problem:not_found",
        "title": "Not found",
        "status": 404,
        "detail": NotFound.detail,
        "code": "not_found",
    }


@pytest.mark.parametrize(
    ("body", "field", "accepted"),
    [
        ({"channel": CANARY}, "body.channel", "telegram"),
        ({"kind": 3}, "body.kind", "text"),
        ({CANARY: 1}, "body.?", "not known"),
        ({"zebraquokka": 1}, "body.?", "not known"),
        ({"body": {"zebraquokka": 1}}, "body.body.?", "not known"),
        ({"message_id": ""}, "body.message_id", "1 character"),
        ({"body": {"latitude": CANARY}}, "body.body.latitude", "number"),
        ({"call_id": CANARY}, "body.call_id", "pattern"),
    ],
)
async def test_a_body_that_does_not_fit_names_the_field_and_what_it_takes(
    http, bearer, body, field, accepted
):
    """And never what was sent."""
    sent = {"channel": "web", "message_id": "1", "address": "a", "kind": "text"} | body
    answer = await http.post("/v1/inbound", json=sent, headers=bearer(Role.BOT))
    assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)
    told = {error["field"]: error["accepted"] for error in answer.json()["errors"]}
    assert accepted in told[field]
    assert CANARY not in answer.text
    assert "zebraquokka" not in answer.text


@pytest.mark.parametrize(
    "effect", [{"effect": CANARY}, {CANARY: 1}, CANARY, {"effect": "set_language", CANARY: 2}]
)
async def test_an_unknown_effect_is_not_repeated(http, bearer, effect):
    """Pydantic's own words would."""
    body = {**TURN, "effects": [effect]}
    answer = await http.post("/v1/turns", json=body, headers=bearer(Role.BOT))
    assert answer.json()["code"] == Invalid.code
    assert CANARY not in answer.text


@pytest.mark.parametrize("text", [CANARY, f'{{"{CANARY}', "\x00", "[" * 5000, '"\\ud800"'])
async def test_what_is_no_json_is_refused_in_the_same_way(http, bearer, text):
    """Whatever it is."""
    headers = {**bearer(Role.BOT), "content-type": "application/json"}
    answer = await http.post("/v1/inbound", content=text.encode(), headers=headers)
    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"] == PROBLEM
    assert CANARY not in answer.text


@pytest.mark.parametrize(("method", "status"), [("GET", 404), ("DELETE", 404)])
async def test_an_unknown_path_is_a_problem_too(http, method, status):
    """With a code."""
    answer = await http.request(method, f"/v1/{CANARY}")
    assert (answer.status_code, answer.json()["code"]) == (status, "not_found")
    assert CANARY not in answer.text


async def test_a_wrong_method_says_which_are_right(http):
    """As HTTP wants it."""
    answer = await http.delete("/v1/inbound")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert "POST" in answer.headers["allow"]


async def test_a_crash_is_answered_and_logged_once_without_what_it_said(caplog):
    """Its kind and its place; an exception's message may hold anything."""
    app = FastAPI()
    answer_refusals(app)

    @app.get("/crash")
    async def crash():
        raise ValueError(CANARY)

    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://linli"
    ) as client:
        with caplog.at_level(logging.DEBUG):
            answer = await client.get("/crash")
    assert (answer.status_code, answer.json()["code"]) == (500, "crashed")
    (record,) = [one for one in caplog.records if one.levelno >= logging.ERROR]
    assert record.getMessage().startswith("ValueError at ")
    assert CANARY not in answer.text + caplog.text


async def test_a_problem_is_one_json_object(http):
    """Nothing else is ever answered."""
    answer = await http.get("/v1/people/1")
    assert json.loads(answer.text)["status"] == answer.status_code
