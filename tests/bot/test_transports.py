"""Inside one process or over HTTP, the API answers the bot alike: one contract for both."""

import pytest

from api.vocabulary import Channel, InboundKind, Role
from bot.app import InProcess
from bot.service import (
    ClaimIn,
    DeliveriesIn,
    Find,
    Http,
    InboundIn,
    Problem,
    Service,
    TurnIn,
    Unreachable,
)
from tests.apart import Apart
from tests.world import World, settings_for


@pytest.fixture(params=["in process", "over http"])
async def service(request, tmp_path):
    """The bot's client, over each transport."""
    world = World(settings_for(f"sqlite:///{tmp_path}/linli.sqlite3", tmp_path), Apart)
    await world.whole.open()
    secret = await world.secret(Role.BOT)
    inside = InProcess(world.whole.node.app, secret)
    yield world.whole.bot.service if request.param == "over http" else Service(inside)
    await world.whole.close()


def message(number=1, text="hello"):
    """A message of Ann's."""
    return InboundIn(
        channel=Channel.TERMINAL,
        message_id=f"m{number}",
        address="ann",
        kind=InboundKind.TEXT,
        body={"text": text},
    )


async def test_a_message_is_stored_once(service):
    """The second delivery of one message is known."""
    first = await service.receive(message())
    again = await service.receive(message())
    assert (first.again, again.again) == (False, True)
    assert first.inbound_id == again.inbound_id


async def test_a_claim_brings_message_session_and_facts(service):
    """All that a turn needs comes in one answer."""
    stored = await service.receive(message())
    work = (await service.claim(ClaimIn())).work
    assert work.inbound.id == stored.inbound_id
    assert work.inbound.body.text == "hello"
    assert work.session.version == 0
    assert not work.facts.consented


async def test_a_claimed_lane_is_nobody_elses(service):
    """Until its lease is over."""
    await service.receive(message())
    assert (await service.claim(ClaimIn())).work is not None
    assert (await service.claim(ClaimIn())).work is None


async def test_a_turn_is_taken_once(service):
    """The same turn again is a problem with the code by which the bot knows it."""
    await service.receive(message())
    work = (await service.claim(ClaimIn())).work
    turn = TurnIn(
        address_id=work.address_id,
        lease=work.lease,
        inbound_id=work.inbound.id,
        session_version=0,
        session={"state": {}, "asks": False},
        prompts=[{"code": "stopped", "values": {}}],
    )
    assert (await service.turn(turn)).session_version == 1
    with pytest.raises(Problem) as refused:
        await service.turn(turn)
    assert (refused.value.status, refused.value.code) == (409, "stale_turn")


async def test_what_a_turn_says_is_delivered_in_order(service):
    """One notice a lane at a time, until it is reported."""
    await service.receive(message())
    work = (await service.claim(ClaimIn())).work
    prompts = [{"code": "stopped", "values": {}}, {"code": "stale", "values": {}}]
    turn = {
        "address_id": work.address_id,
        "lease": work.lease,
        "inbound_id": work.inbound.id,
        "session_version": 0,
        "session": {"state": {}, "asks": False},
        "prompts": prompts,
    }
    await service.turn(TurnIn.model_validate(turn))
    wanted = DeliveriesIn(channels=[Channel.TERMINAL])
    first = (await service.deliveries(wanted)).notices
    assert [notice.code for notice in first] == ["stopped"]
    assert (await service.deliveries(wanted)).notices == []
    report = {"notice_id": first[0].notice_id, "lease": first[0].lease, "wire_id": "1"}
    then = await service.deliveries(
        DeliveriesIn.model_validate({"channels": ["terminal"], "reports": [report]})
    )
    assert [notice.code for notice in then.notices] == ["stale"]


async def test_an_unknown_address_is_said_to_be_unknown(service):
    """A page of somebody new is empty, and that is no error."""
    wanted = Find(channel=Channel.WEB, address="nobody")
    assert (await service.find(wanted)).address_id is None


async def test_a_refusal_is_a_problem_with_its_code(service):
    """The conversation of somebody whose lane is not held stays closed to the bot."""
    with pytest.raises(Problem) as refused:
        await service.find(Find(channel=Channel.TELEGRAM, address="1"))
    assert (refused.value.status, refused.value.code) == (403, "not_held")


async def test_an_api_that_is_away_is_unreachable():
    """The bot waits and tries again; it does not crash."""
    http = Http("http://127.0.0.1:9", "secret")
    with pytest.raises(Unreachable):
        await Service(http).claim(ClaimIn())
    await http.close()
