"""Lanes: one worker at a time, in order, and no lane is lost when a worker dies."""

import asyncio

import pytest

from api.lanes import service as lanes
from api.lanes.service import Direction, LeaseLost
from api.vocabulary import Channel
from tests.api.world import MINUTE, NOON, SECOND, meet

IN = Direction.IN


async def lane(store, name="resident", channel=Channel.TELEGRAM, due_at=NOON):
    """A lane with something in it; its address."""
    address = await store.write(meet(name, channel))
    await store.write(lambda conn: lanes.enter(conn, address.id, IN, due_at))
    return address.id


def lease(now=NOON, limit=10, channels=None):
    """A unit of work that leases lanes for a minute."""
    return lambda conn: lanes.lease(
        conn, IN, now=now, lasts=MINUTE, limit=limit, channels=channels
    )


async def test_positions_count_up_in_each_lane(store):
    """Both directions of an address count for themselves."""
    address = await store.write(meet())
    taken = [
        await store.write(lambda conn, way=way: lanes.enter(conn, address.id, way, NOON))
        for way in (IN, IN, Direction.OUT, IN)
    ]
    assert taken == [1, 2, 1, 3]


async def test_a_leased_lane_is_given_to_nobody_else(store):
    """Until its lease is over, when the next worker gets it."""
    address_id = await lane(store)
    _, first = await store.write(lease())
    _, second = await store.write(lease(NOON + MINUTE - SECOND))
    _, third = await store.write(lease(NOON + MINUTE))
    assert (first, second, third) == ([address_id], [], [address_id])


async def test_many_claimers_at_once_never_hold_one_lane(store):
    """However they race."""
    wanted = {await lane(store, f"resident {number}") for number in range(8)}
    given = await asyncio.gather(*(store.write(lease(limit=2)) for _ in range(12)))
    taken = [address_id for _, leased in given for address_id in leased]
    assert sorted(taken) == sorted(set(taken))
    assert set(taken) <= wanted


async def test_a_lane_is_leased_when_it_is_due_and_not_before(store):
    """`next_due` says when to look again."""
    address_id = await lane(store, due_at=NOON + MINUTE)
    assert (await store.write(lease()))[1] == []
    assert await store.read(lambda conn: lanes.next_due(conn, IN)) == NOON + MINUTE
    assert (await store.write(lease(NOON + MINUTE)))[1] == [address_id]


async def test_what_enters_later_never_delays_a_lane(store):
    """A lane is due when its first thing is."""
    address_id = await lane(store)
    await store.write(lambda conn: lanes.enter(conn, address_id, IN, NOON + MINUTE))
    assert (await store.write(lease()))[1] == [address_id]


async def test_a_paused_lane_rests_although_something_enters(store):
    """And only that lane."""
    slow, quick = await lane(store, "slow"), await lane(store, "quick")
    later = NOON + MINUTE
    await store.write(lambda conn: lanes.pause(conn, slow, IN, due_at=NOON, until=later))
    await store.write(lambda conn: lanes.enter(conn, slow, IN, NOON))
    assert (await store.write(lease()))[1] == [quick]
    assert slow in (await store.write(lease(later)))[1]


async def test_only_lanes_of_the_channels_named_are_leased(store):
    """A worker without a telephone leaves its lanes to others."""
    await lane(store, "letters", Channel.SMS)
    on_the_web = await lane(store, "page", Channel.WEB)
    assert (await store.write(lease(channels=[Channel.WEB])))[1] == [on_the_web]


async def test_a_lease_is_checked_by_its_name(store):
    """One that is over is good while nobody else took the lane."""
    address_id = await lane(store)
    name, _ = await store.write(lease())
    await store.write(lambda conn: lanes.check(conn, address_id, IN, name))
    await store.write(lease(NOON + MINUTE))
    for wrong in (name, "", "other"):
        with pytest.raises(LeaseLost):
            await store.write(lambda conn, wrong=wrong: lanes.check(conn, address_id, IN, wrong))


async def test_a_server_that_starts_alone_forgets_every_lease(store):
    """Whoever held one is gone."""
    address_id = await lane(store)
    await store.write(lease())
    assert await store.write(lanes.forget_leases) == 1
    assert (await store.write(lease()))[1] == [address_id]
