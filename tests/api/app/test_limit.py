"""Nobody makes a small machine keep a large body."""

import pytest

from api.app.limit import LARGE, USUAL
from api.errors import PROBLEM
from api.vocabulary import Role


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
    answer = await http.post("/v1/inbound", content=send(padded(USUAL)), headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (413, PROBLEM)
    assert answer.json()["code"] == "too_large"


@pytest.mark.parametrize("send", [lambda body: body, parts], ids=["whole", "in parts"])
async def test_a_body_within_the_limit_is_taken(http, bearer, send):
    """To the last byte."""
    headers = {**bearer(Role.BOT), "content-type": "application/json"}
    body = padded(USUAL - len(padded(0)))
    assert len(body) == USUAL
    answer = await http.post("/v1/inbound", content=send(body), headers=headers)
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("said", ["-1", "many", str(USUAL + 1)])
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
