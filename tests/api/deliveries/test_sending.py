"""Notices are sent in the order of their lane, at least once, each lane for itself."""

import asyncio

import pytest

from api.addresses import service as addresses
from api.alerts import service as alerts
from api.deliveries import rules
from api.groups import service as groups
from api.groups.schemas import GroupIn
from api.notices import service as notices
from api.people import service as people
from api.vocabulary import AlertKind, Channel, NoticeCode, SendFailure
from tests.api.deliveries.conftest import report
from tests.api.world import HOUR, MINUTE, NOON, SECOND, SETTINGS, meet

WAIT = {"failure": SendFailure.THROTTLED, "retry_after_s": 30}


async def test_a_notice_is_given_with_all_that_sending_it_needs(sender, store):
    """The wire's own name of the address, the language, code and values."""
    met = await store.write(meet("tg-1"))
    await store.write(lambda conn: people.set_language(conn, met.person_id, "zh-Hans"))
    await sender.put(met.id, values={"first": [1, "二"]})
    (notice,) = await sender.claim()
    assert (notice.channel, notice.address, notice.language) == (
        Channel.TELEGRAM,
        "tg-1",
        "zh-Hans",
    )
    assert (notice.code, notice.values, notice.edits) == ("ask.need", {"first": [1, "二"]}, "")


async def test_a_lane_gives_one_notice_at_a_time_in_its_order(sender, store):
    """The next one comes when the first was reported."""
    met = await store.write(meet())
    ids = [await sender.put(met.id, number) for number in ("1", "2", "3")]
    order, reports = [], []
    while claimed := await sender.claim(*reports):
        assert len(claimed) == 1
        order.append(claimed[0].notice_id)
        reports = [report(claimed[0])]
    assert order == ids


async def test_lanes_of_different_people_are_given_together(sender, store):
    """At most as many as asked for."""
    for number in range(5):
        await sender.put((await store.write(meet(f"{number}"))).id)
    assert len(await sender.claim(limit=3)) == 3
    assert len(await sender.claim(limit=3)) == 2


async def test_workers_that_race_never_send_one_notice_at_once(sender, store):
    """Each has lanes of its own."""
    for number in range(8):
        await sender.put((await store.write(meet(f"{number}"))).id)
    given = await asyncio.gather(*(sender.claim(limit=3) for _ in range(6)))
    ids = [notice.notice_id for some in given for notice in some]
    assert len(ids) == len(set(ids))


async def test_a_worker_that_dies_loses_nothing(sender, store):
    """When its lease is over, another sends again."""
    met = await store.write(meet())
    notice_id = await sender.put(met.id)
    await sender.claim(lease_s=60)
    assert await sender.claim(now=NOON + 59 * SECOND) == []
    (again,) = await sender.claim(now=NOON + MINUTE)
    assert again.notice_id == notice_id


async def test_a_report_that_comes_late_counts_what_was_sent_and_frees_nothing(sender, store):
    """Another worker has the lane by then."""
    met = await store.write(meet())
    notice_id = await sender.put(met.id)
    (first,) = await sender.claim(lease_s=60)
    (second,) = await sender.claim(now=NOON + MINUTE)
    late = report(first, failure=SendFailure.REJECTED)
    await sender.claim(late, now=NOON + MINUTE)
    assert (await sender.kept(notice_id)).ended_at is None
    await sender.claim(report(first), now=NOON + MINUTE)
    assert (await sender.kept(notice_id)).sent_at is not None
    assert await sender.claim(report(second), now=NOON + MINUTE) == []


async def test_only_channels_of_this_worker_are_given(sender, store):
    """Another process has the others."""
    await sender.put((await store.write(meet("a", Channel.WEB))).id)
    assert await sender.claim(channels=[Channel.TELEGRAM]) == []
    assert len(await sender.claim(channels=[Channel.WEB])) == 1


async def test_a_quiet_notice_is_never_given(sender, store):
    """Nor does it hold back what comes after."""
    met = await store.write(meet())
    await sender.put(met.id, "quiet", quiet=True)
    assert await sender.claim() == []
    await sender.put(met.id, "loud")
    assert [one.code for one in await sender.claim()] == ["loud"]


async def test_what_is_due_later_waits_until_then(sender, store):
    """And the worker is told when to look again."""
    met = await store.write(meet())
    await sender.put(met.id, due_at=NOON + HOUR)
    assert (await sender.out()).next_at == NOON + HOUR
    assert len(await sender.claim(now=NOON + HOUR)) == 1


async def test_a_throttled_lane_rests_and_the_others_go_on(sender, store):
    """As long as the wire asked for; nothing new wakes it."""
    slow, quick = await store.write(meet("slow")), await store.write(meet("quick"))
    first = await sender.put(slow.id)
    (notice,) = await sender.claim()
    assert await sender.claim(report(notice, **WAIT)) == []
    await sender.put(slow.id)
    await sender.put(quick.id)
    assert [one.address_id for one in await sender.claim()] == [quick.id]
    later = await sender.claim(now=NOON + 30 * SECOND)
    assert first in [one.notice_id for one in later]


async def test_a_wire_that_cannot_be_reached_is_tried_again_in_order(sender, store):
    """The first notice stays the first."""
    met = await store.write(meet())
    ids = [await sender.put(met.id) for _ in range(2)]
    now = NOON
    for _ in range(4):
        (notice,) = await sender.claim(now=now)
        assert notice.notice_id == ids[0]
        out = await sender.out(report(notice, failure=SendFailure.UNREACHABLE), now=now)
        assert out.next_at > now
        now = out.next_at
    assert [one.notice_id for one in await sender.claim(now=now)] == [ids[0]]


@pytest.mark.parametrize("attempts", range(1, 40))
def test_pauses_double_up_to_half_an_hour_and_differ_by_seed(attempts):
    """So that a thousand lanes do not come back at one moment."""
    whole = min(1800, 2.0**attempts)
    pauses = {rules.pause(attempts, asked_s=0, seed=f"{n}").total_seconds() for n in range(50)}
    assert all(whole / 2 <= pause <= whole for pause in pauses)
    assert len(pauses) > 40
    same = rules.pause(attempts, asked_s=0, seed="1")
    assert same == rules.pause(attempts, asked_s=0, seed="1")


async def test_an_alert_is_heard_when_it_was_sent(sender, store):
    """Not when it was put into the lane."""
    met = await store.write(meet())
    await store.write(
        lambda conn: alerts.raise_alert(
            conn, AlertKind.DANGER, met.person_id, met.id, "", settings=SETTINGS, now=NOON
        )
    )
    listed = lambda: store.read(lambda conn: alerts.open_alerts(conn, flags=True))  # noqa: E731 - twice
    (notice,) = await sender.claim()
    assert (await listed())[0].heard_at is None
    await sender.claim(report(notice), now=NOON + SECOND)
    assert (await listed())[0].heard_at == NOON + SECOND


async def test_what_becomes_of_an_offer_edits_the_offer_in_the_group_chat(sender, store):
    """By the wire's own id of that message; the chat reads the group's language."""
    group = GroupIn.model_validate(
        {
            "name": "A",
            "latitude": 31.2,
            "longitude": 121.5,
            "radius_m": 1000,
            "services": [],
            "languages": ["zh-Hans", "en"],
            "capacity": 3,
        }
    )

    def unit(conn):
        group_id = groups.create(conn, group, now=NOON)
        return addresses.group_chat(conn, Channel.TELEGRAM, "chat", group_id, now=NOON)

    chat = await store.write(unit)
    await sender.put(chat.id, NoticeCode.GROUP_OFFER, about="one")
    (offer,) = await sender.claim()
    assert offer.language == "zh-Hans"
    await sender.put(chat.id, NoticeCode.GROUP_OFFER_TAKEN, about="one")
    await sender.put(chat.id, NoticeCode.GROUP_OFFER_TAKEN, about="other")
    (taken,) = await sender.claim(report(offer, wire_id="wire 12"))
    assert taken.edits == "wire 12"
    (other,) = await sender.claim(report(taken))
    assert other.edits == ""


async def test_a_withdrawn_notice_is_not_sent(sender, store):
    """The lane goes on with the next."""
    met = await store.write(meet())
    await sender.put(met.id, "old", about="1")
    await sender.put(met.id, "new")
    await store.write(lambda conn: notices.withdraw(conn, "1", now=NOON))
    assert [one.code for one in await sender.claim()] == ["new"]
