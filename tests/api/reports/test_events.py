"""Whoever works the queue is told what waits as it changes, on each engine."""

import json

import pytest

from api.addresses import service as addresses
from api.reports import routes
from api.requests import service as requests
from api.requests.schemas import Place, RequestIn
from api.vocabulary import Channel, Leaf, Role, Urgency
from tests.api.serving import app, bearer, http, secrets
from tests.api.world import NOON

__all__ = ["app", "bearer", "http", "secrets"]


def somebody_asks(conn):
    """A request for a meal."""
    address = addresses.address_for(conn, Channel.TELEGRAM, "1", now=NOON)
    wanted = RequestIn(needs=[Leaf.MEAL], urgency=Urgency.NOW, place=Place(text="Elm Court"))
    requests.create(conn, wanted, resident_id=address.person_id, address_id=address.id, now=NOON)


def counts(text):
    """The open requests that each event of a stream tells of."""
    told = [json.loads(line[6:]) for line in text.splitlines() if line.startswith("data: ")]
    return [one["requests"]["by_status"].get("open", 0) for one in told]


async def test_a_change_is_told_once_and_what_stays_is_not_told_again(
    store, http, bearer, monkeypatch
):
    """The first event is how things stand; then only what is new."""
    monkeypatch.setattr(routes, "LOOK_AGAIN_S", 0.05)
    looks = []
    real = routes.service.waiting

    def waiting(conn, *, now):
        looks.append(now)
        return real(conn, now=now)

    monkeypatch.setattr(routes.service, "waiting", waiting)
    awake = store.wake.wait

    async def wait(topic, timeout):  # noqa: ASYNC109 - the shape of what it stands in for
        await awake(topic, timeout)
        if len(looks) == 2:
            await store.write(somebody_asks)

    monkeypatch.setattr(store.wake, "wait", wait)
    answer = await http.get("/v1/events?seconds=1", headers=bearer(Role.CALLER))
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert counts(answer.text) == [0, 1]
    assert len(looks) > 3


@pytest.mark.parametrize("role", [Role.BOT, Role.VOLUNTEER])
async def test_events_are_for_those_who_work_the_queue(http, bearer, role):
    """Others are refused before the stream begins."""
    answer = await http.get("/v1/events?seconds=1", headers=bearer(role))
    assert answer.status_code == 403
    assert answer.json()["code"] == "role_refused"


@pytest.mark.parametrize("seconds", ["0", "3601", "soon"])
async def test_a_stream_has_an_end(http, bearer, seconds):
    """At most an hour, so that a token which ended is noticed."""
    answer = await http.get(f"/v1/events?seconds={seconds}", headers=bearer(Role.CALLER))
    assert answer.status_code == 422
    assert "seconds" in answer.text
