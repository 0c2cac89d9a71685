"""`linli invite`: by a link that is handed on, or by a call; no output has a number in it."""

import asyncio

import pytest

from api.app import Node
from api.calls import service as calls
from api.calls.schemas import Filters
from api.operations.performing import OPERATOR
from api.settings import Settings
from api.vocabulary import CallBy, CallReason
from tests.api import district
from tests.api.world import NOON

PHONE = "+862155550142"
BY_PHONE = ("invite", "--group", "lane", "--phone", PHONE, "--language", "zh-Hans")


def within(deployed, unit):
    """The result of a unit of work in the deployment, at rest."""

    async def once():
        folder = deployed.folder / "linli-data"
        database = f"sqlite:///{folder}/linli.sqlite3"
        node = Node(Settings(database=database, key_file=folder / "keys.json"))
        await node.open()
        try:
            return await node.store.write(unit)
        finally:
            await node.close()

    return asyncio.run(once())


@pytest.fixture
def lane(deployed):
    """A deployment with a group."""
    within(deployed, lambda conn: district.group(conn, name="Lane 12"))
    return deployed


def queued(deployed):
    """How each call in the queue is held, and why."""
    listed = within(deployed, lambda conn: calls.listed(conn, Filters(), OPERATOR, now=NOON))
    return [(one.by, one.reason, one.language, one.accommodations) for one in listed.items]


def test_a_link_is_printed_alone_and_the_code_beside_it(lane):
    """What can be handed on is on the output."""
    assert lane.types("invite", "--group", "Lane 12", "--role", "caller") == 0
    address, _, code = lane.out.strip().rpartition("/")
    assert address == "http://127.0.0.1:8000/join"
    assert f"/start {code}" in lane.err


def test_whoever_has_only_a_telephone_is_rung(lane):
    """Nothing is handed on: the call is in the queue."""
    assert lane.types(*BY_PHONE, "--name", "Mr. Chen", "--needs", "slow", "no_text") == 0
    assert "A caller rings them" in lane.err
    assert not [told for told in (PHONE, "Chen") if told in lane.out + lane.err]
    assert queued(lane) == [
        (CallBy.VOICE, CallReason.INVITED, "zh-Hans", ["no_text", "slow"]),
    ]


def test_a_second_invite_at_a_number_says_so_with_the_way_out(lane):
    """And rings nobody else, until it is somebody else."""
    assert lane.types(*BY_PHONE) == 0
    assert lane.types(*BY_PHONE) == 1
    assert "invited already" in lane.err
    assert "somebody_else" in lane.err
    assert PHONE not in lane.err
    assert lane.types(*BY_PHONE, "--somebody-else", "--name", "Mei") == 0
    assert len(queued(lane)) == 2


FAULTS = {
    "--phone": ("--phone", "021 5555"),
    "--language": ("--language", "xx"),
    "--needs": ("--needs", "no_phone_calls"),
    "--days": ("--days", "0"),
    "--group": ("--group", "oak"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_used_is_named_by_its_option(lane, fault):
    """Nobody is rung."""
    assert lane.types(*BY_PHONE, *FAULTS[fault]) == 1
    assert lane.err.startswith(fault)
    assert queued(lane) == []


def test_a_leader_is_invited_by_a_call_alone(lane):
    """A link that anybody may hand on makes nobody a leader."""
    assert lane.types("invite", "--group", "lane", "--role", "leader") == 1
    assert lane.err.startswith("--role")
    assert lane.types(*BY_PHONE, "--role", "leader") == 0
