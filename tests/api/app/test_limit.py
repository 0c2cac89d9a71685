"""Nobody makes a small machine keep a large body."""

import base64

import pytest

from api.app.limit import LARGE, USUAL
from api.errors import PROBLEM
from api.vocabulary import Role
from api.wire import AUDIO_BYTES

MOST = LARGE["/v1/inbound"]


def padded(size):
    """A body that is good but for being so large."""
    return b'{"channel":"web","message_id":"1","address":"a","kind":"text"' + b" " * size + b"}"


async def parts(body):
    """A body in parts, whose length nobody says before."""
    for start in range(0, len(body), 2**16):
        yield body[start : start + 2**16]


@pytest.mark.parametrize("send", [lambda body: body, parts], ids=["whole", "in parts"])
async def test_a_body_that_is_too_large_is_refused(http, bearer, send):
    """Whether its length is said or found out."""
    headers = {**bearer(Role.BOT), "content-type": "application/json"}
    answer = await http.post("/v1/inbound", content=send(padded(MOST)), headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (413, PROBLEM)
    assert answer.json()["code"] == "too_large"


@pytest.mark.parametrize("send", [lambda body: body, parts], ids=["whole", "in parts"])
async def test_a_body_within_the_limit_is_taken(http, bearer, send):
    """To the last byte."""
    headers = {**bearer(Role.BOT), "content-type": "application/json"}
    body = padded(MOST - len(padded(0)))
    assert len(body) == MOST
    answer = await http.post("/v1/inbound", content=send(body), headers=headers)
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("said", ["-1", "many", str(MOST + 1)])
async def test_a_length_that_cannot_be_is_refused(http, bearer, said):
    """Before anything is read."""
    headers = {**bearer(Role.BOT), "content-length": said}
    assert (await http.post("/v1/inbound", content=b"", headers=headers)).status_code == 413


async def test_a_gazetteer_may_be_larger(http, bearer):
    """It is a whole file."""
    text = "name,latitude,longitude\nTower,31.2,121.4\n" + "\n" * USUAL
    body = {"format": "csv", "text": text}
    answer = await http.put("/v1/places", json=body, headers=bearer(Role.COORDINATOR))
    assert answer.json() == {"places": 1}
    assert LARGE["/v1/places"] > 8_000_000


@pytest.mark.parametrize(("more", "status"), [(0, 200), (1, 422)])
async def test_a_voice_note_may_come_along_up_to_its_own_limit(http, bearer, more, status):
    """The longest one is taken; a longer one is told which field is at fault."""
    audio = base64.b64encode(bytes(AUDIO_BYTES + more)).decode()
    body = {"channel": "web", "message_id": "1", "address": "a", "kind": "voice", "audio": audio}
    answer = await http.post("/v1/inbound", json=body, headers=bearer(Role.BOT))
    assert answer.status_code == status
    faults = [fault["field"] for fault in answer.json().get("errors", ())]
    assert faults == ["body.audio"] * more


async def test_what_is_no_base64_is_no_voice_note(http, bearer):
    """And nothing of what was sent is repeated."""
    body = {
        "channel": "web",
        "message_id": "1",
        "address": "a",
        "kind": "voice",
        "audio": "qu0kka!",
    }
    answer = await http.post("/v1/inbound", json=body, headers=bearer(Role.BOT))
    assert answer.json()["errors"][0]["field"] == "body.audio"
    assert "qu0kka" not in answer.text
    assert "base64" in answer.text


async def test_what_needs_no_voice_note_takes_no_more_than_usual(http, bearer):
    """A claim of a megabyte is no claim."""
    headers = {**bearer(Role.BOT), "content-type": "application/json"}
    answer = await http.post("/v1/inbound/claim", content=b" " * (USUAL + 1), headers=headers)
    assert answer.json()["code"] == "too_large"
