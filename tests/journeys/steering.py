"""Steps of a coordinator when there is more to do than help: pauses of intake, and plans."""

from __future__ import annotations

from datetime import timedelta

from api.groups import service as groups
from api.groups.schemas import GroupChange
from tests.journeys.steps import step

KEPT: dict[int, str] = {}
"""What a coordinator of a world made last."""


@step(r"intake is paused for (\d+) days")
async def _paused(world, days):
    body = {
        "until_at": (world.now + timedelta(days=int(days))).isoformat(),
        "reason": "twice what we can do",
    }
    answer = await world.coordinates("Ida", "POST", "/v1/intake-pauses", body)
    assert answer.status_code == 201, answer.text
    KEPT[id(world)] = answer.json()["id"]


@step(r"intake opens again")
async def _opens(world):
    path = f"/v1/intake-pauses/{KEPT[id(world)]}/end"
    answer = await world.coordinates("Ida", "POST", path)
    assert answer.status_code == 200, answer.text
    await world.pass_time(timedelta(seconds=1))


@step(r"the request of (\w+) becomes urgent: (now|today)")
async def _urgent(world, name, urgency):
    """Said to a person, who keeps it for them."""
    (request,) = await world.requests_of(name)
    body = {"urgency": urgency}
    answer = await world.coordinates("Ida", "PATCH", f"/v1/requests/{request.id}", body)
    assert answer.status_code == 200, answer.text
    await world.pass_time(timedelta(seconds=1))


@step(r"group (\w+) has (\d+) places?")
async def _places(world, name, count):
    change = GroupChange(capacity=int(count))
    await world.write(lambda c: groups.change(c, world.groups[name], change, now=world.now))


@step(r"a coordinator proposes a plan for (\d+)")
async def _proposes(world, count):
    answer = await world.coordinates("Ida", "POST", "/v1/plan", {})
    assert len(answer.json()["assigned"]) == int(count), answer.text
    KEPT[id(world)] = answer.json()["id"]


@step(r"a coordinator applies it")
async def _applies(world):
    path = f"/v1/plans/{KEPT[id(world)]}/apply"
    answer = await world.coordinates("Ida", "POST", path)
    assert answer.status_code == 202, answer.text
    await world.pass_time(timedelta(seconds=1))
