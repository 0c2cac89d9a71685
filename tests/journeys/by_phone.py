"""Steps of calls that reach nobody, and of residents who have only a telephone."""

from __future__ import annotations

from datetime import datetime

from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import OpenIn
from api.database.ids import new_id
from api.people import service as people
from api.requests import service as requests
from api.requests.schemas import Place, RequestIn
from api.sessions.schemas import HistoryOut
from api.vocabulary import Role
from tests.calling import PHONE
from tests.joining import HERE
from tests.journeys.steps import step


@step(r"(\w+) the caller has (\w+) on the telephone")
async def _phones_in(world, caller, name):
    """A coordinator takes up the telephone and gives the call to a caller."""
    somebody = Actor(Role.COORDINATOR, new_id(world.now))
    said = OpenIn(phone=PHONE, language="en", name=name)
    settings = world.whole.node.settings

    def unit(conn):
        call = calls.open_for(conn, said, somebody, settings=settings, now=world.now)
        calls.release(conn, call.id, somebody, now=world.now)
        return call.person_id

    world.address_of[name] = await world.write(unit)
    await world.settle()
    await world.take_call(caller, name)


@step(r"(\w+) has only a telephone, and a coordinator asks for (\w+) today for them")
async def _asks_for(world, name, leaf):
    request = RequestIn(
        needs=[leaf],
        urgency="today",
        place=Place(latitude=HERE[0], longitude=HERE[1]),
        language="en",
        name=name,
        phone=PHONE,
    )

    def unit(conn):
        person_id = people.add_person(
            conn, language="en", name=name, phone=PHONE, accommodations=(), now=world.now
        )
        requests.create(conn, request, resident_id=person_id, address_id=None, now=world.now)
        return person_id

    world.address_of[name] = await world.write(unit)
    await world.settle()


@step(r"(\w+) answers in the call, one after the other: (.*)")
async def _answers_all(world, caller, answers):
    for answer in answers.split(", "):
        await world.answer_in_call(caller, answer)


@step(r"(\w+) finds on the page of the call: (.*)")
async def _finds(world, caller, text):
    history = HistoryOut.model_validate(await world.in_call(caller, "GET", "conversation"))
    shown = world.whole.bot.histories.in_words(history)
    said = [line.text for line in shown.said[-4:]]
    assert any(text in line for line in said), said


@step(r"(\w+) the caller tries (\w+) whenever the queue says so, and notes: (\w+)")
async def _tries(world, caller, name, outcome):
    """Until the call is the coordinators', which happens within a day; each signs in anew."""
    began = world.now
    for shift in range(10):
        call = await _call_of(world, f"{caller}-{shift}-looks", name)
        if call["handed_on"]:
            break
        due_at = datetime.fromisoformat(call["due_at"])
        if due_at > world.now:
            await world.pass_time(due_at - world.now)
        await world.take_call(one := f"{caller}-{shift}", name)
        await world.in_call(one, "POST", "attempts", {"outcome": outcome})
    assert (world.now - began).days == 0


@step(r"the call of (\w+) is the coordinators'")
async def _handed_on(world, name):
    assert (await _call_of(world, f"Kim{world.now}", name))["handed_on"]


@step(r"the call of (\w+) is overdue and first in the queue")
async def _overdue(world, name):
    queue = await world.as_caller("Eva", "GET", "/v1/calls")
    assert queue["items"][0]["overdue"]
    assert queue["items"][0]["person_id"] == await world.person_id(name)


@step(r"(\w+) learns that (\w+) must not be phoned")
async def _never_phone(world, caller, _name):
    await world.in_call(caller, "PUT", "contact", {"may_call": "no"})


async def _call_of(world, caller, name):
    person_id = await world.person_id(name)
    queue = await world.as_caller(caller, "GET", "/v1/calls")
    return next(one for one in queue["items"] if one["person_id"] == person_id)
