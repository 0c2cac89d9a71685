"""An invite is made for the one group that was meant, or for none."""

import asyncio

import pytest

from api.groups import service as groups
from api.operations import Failed, invite
from api.vocabulary import Role
from tests.api import district
from tests.api.operations.conftest import node_of
from tests.api.world import NOON

GROUPS = ("Elm Road", "Elm Park", "Lane 12")
ASKED = {"role": "caller", "uses": 3, "days": 7}


@pytest.fixture(params=["at rest", "beside its server"])
def deployment(request, at):
    """A deployment with groups."""

    async def once():
        node = node_of(at)
        await node.open()
        for name in GROUPS:
            await node.store.write(lambda conn, name=name: district.group(conn, name=name))
        await node.close()

    asyncio.run(once())
    if request.param == "beside its server":
        request.getfixturevalue("serving")
    return at


@pytest.mark.parametrize("named", ["lane 12", " LANE", "elm road"])
def test_a_group_is_named_as_people_name_it(deployment, named):
    """The code is shown this once, and makes what was asked for."""
    made = invite(deployment, named, **ASKED)
    assert (made.uses, made.link) == (3, made.code)


@pytest.mark.parametrize(
    ("named", "says"), [("elm", "Several groups"), ("oak", "no open group"), ("", "no open group")]
)
def test_a_group_that_may_be_another_gets_no_invite(deployment, named, says):
    """Those like it are named by their ids."""
    with pytest.raises(Failed, match=says):
        invite(deployment, named, **ASKED)


def test_the_invite_makes_what_it_says(at):
    """A caller."""

    async def once():
        node = node_of(at)
        await node.open()
        await node.store.write(lambda conn: district.group(conn, name="Lane 12"))
        await node.close()

    asyncio.run(once())
    code = invite(at, "Lane 12", **ASKED).code

    async def reads():
        node = node_of(at)
        await node.open()
        found = await node.store.read(lambda conn: groups.invite_for(conn, code, now=NOON))
        await node.close()
        return found

    assert asyncio.run(reads()) is Role.CALLER


@pytest.mark.parametrize(("name", "value"), [("uses", 0), ("days", 366), ("role", "king")])
def test_what_is_out_of_bounds_is_named(at, name, value):
    """With what is accepted."""
    with pytest.raises(Failed, match=f"--{name}: "):
        invite(at, "Lane 12", **{**ASKED, name: value})
