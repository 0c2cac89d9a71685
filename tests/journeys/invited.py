"""Steps of somebody who is invited by telephone, and of the caller who rings them."""

from __future__ import annotations

from datetime import datetime

from api.calls.schemas import CallDetail
from api.invites.schemas import InvitedTo
from bot.desk.opening import opening_of
from tests.journeys.steps import step

PHONE = "+862155550142"


@step(
    r"(\w+), who has only a telephone, is invited to (\w+) by (\w+) as (volunteer|leader|caller)"
)
async def _invited(world, name, group, coordinator, role):
    """A coordinator gives a number and a name."""
    body = {
        "group_id": world.groups[group],
        "invited_as": role,
        "phone": PHONE,
        "language": "en",
        "name": f"Mr. {name}",
    }
    answer = await world.coordinates(coordinator, "POST", "/v1/invites/by-phone", body)
    assert answer.status_code == 201, answer.text
    call = await world.as_caller("Looker", "GET", f"/v1/calls/{answer.json()['call_id']}")
    world.address_of[name] = call["call"]["person_id"]


@step(r"(\w+) invites the number of (\w+) to (\w+) once more, and is told that it is known")
async def _again(world, coordinator, _name, group):
    body = {"group_id": world.groups[group], "phone": PHONE, "language": "en"}
    answer = await world.coordinates(coordinator, "POST", "/v1/invites/by-phone", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "already_invited")


@step(r"(\w+) says first in the call: (.*)")
async def _says_first(world, caller, text):
    """What the page and the paper begin with, in the words of the opening."""
    wording = world.whole.bot.histories.wording
    detail = CallDetail.model_validate(await world.in_call(caller, "GET", ""))
    invited = InvitedTo.model_validate(await world.in_call(caller, "GET", "invite"))
    words = wording.words("en", world.now)
    said = opening_of("safe", wording, detail, words, caller, invited).theirs.text
    assert text in said, said


@step(r"(\w+) the caller finds no answer, and (\w+) is rung again later")
async def _no_answer(world, caller, name):
    """Nobody is forgotten and nobody is told anything; it is tried at another part of the day."""
    await world.in_call(caller, "POST", "attempts", {"outcome": "no_answer"})
    person_id = await world.person_id(name)
    queue = await world.as_caller("Looker", "GET", "/v1/calls")
    call = next(one for one in queue["items"] if one["person_id"] == person_id)
    assert datetime.fromisoformat(call["due_at"]) > world.now
    await world.pass_time(datetime.fromisoformat(call["due_at"]) - world.now)


@step(r"(\w+) is a volunteer of (\w+) now")
async def _is_volunteer(world, name, group):
    assert await _person(world, name) in await _members(world, group)


@step(r"(\w+) is no volunteer of (\w+)")
async def _is_none(world, name, group):
    assert await _person(world, name) not in await _members(world, group)


@step(r"(\w+) leads (\w+) now")
async def _leads(world, name, group):
    answer = await world.ask_as("Looker", "GET", f"/v1/groups/{world.groups[group]}")
    assert answer.json()["leader_id"] == await _person(world, name)


@step(r"nothing of (\w+) is kept: neither the name nor the number")
async def _forgotten(world, name):
    answer = await world.coordinates("Ida", "GET", f"/v1/people/{await _person(world, name)}")
    known = answer.json()
    assert (known["name"], known["phone"], known["language"]) == ("", "", ""), known


@step(r"(\w+) wants (a pause|to stop), as (\w+) hears on the telephone")
async def _rests(world, _name, what, caller):
    if what == "to stop":
        await world.in_call(caller, "POST", "leave")
    else:
        await world.in_call(caller, "POST", "pause", {"how_long": "week"})


async def _person(world, name):
    return await world.person_id(name)


async def _members(world, group):
    path = f"/v1/groups/{world.groups[group]}/volunteers"
    answer = await world.ask_as("Looker", "GET", path)
    return [one["person_id"] for one in answer.json()["items"]]
