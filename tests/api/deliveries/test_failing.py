"""When something cannot be sent: another address, a person, a coordinator - never nothing."""

from datetime import timedelta

import pytest

from api.addresses import service as addresses
from api.calls import service as calls
from api.notices import service as notices
from api.vocabulary import Channel, InboundKind, NoticeCode, SendFailure
from tests.api.deliveries.conftest import report
from tests.api.world import MINUTE, NOON, hear, meet, message

DAY = timedelta(days=1)
STOPPED = {"failure": SendFailure.STOPPED}


async def call_of(store, met):
    """The open call with somebody, if there is one."""
    return await store.read(lambda conn: calls.open_of(conn, met.person_id))


async def with_second_address(store, met):
    """Another living address of the same person."""
    other = await store.write(meet("page", Channel.WEB))
    await store.write(lambda conn: addresses.link(conn, other.id, met.person_id))
    return other


async def test_who_stopped_us_is_written_to_at_their_other_address(sender, store):
    """All that waits goes there, in order."""
    met = await store.write(meet())
    other = await with_second_address(store, met)
    codes = [NoticeCode.REQUEST_RECEIVED, NoticeCode.LOOKING_FURTHER]
    for code in codes:
        await sender.put(met.id, code)
    (notice,) = await sender.claim()
    sent, now = [], NOON
    reports = [report(notice, **STOPPED)]
    while claimed := await sender.claim(*reports, now=now):
        sent += [(one.address_id, one.code) for one in claimed]
        reports = [report(one) for one in claimed]
    assert sent == [(other.id, code) for code in codes]
    assert await call_of(store, met) is None


async def test_who_stopped_us_and_has_no_other_address_is_called(sender, store):
    """Nothing more is tried at the dead one."""
    met = await store.write(meet())
    ids = [await sender.put(met.id, NoticeCode.REQUEST_RECEIVED) for _ in range(2)]
    (notice,) = await sender.claim()
    assert await sender.claim(report(notice, **STOPPED)) == []
    assert await call_of(store, met) is not None
    assert all([(await sender.kept(one)).ended_at for one in ids])
    assert await sender.claim(now=NOON + DAY) == []


async def test_a_prompt_goes_nowhere_else_but_the_emergency_numbers_do(sender, store):
    """It belongs to its conversation, which puts its question itself; danger is everywhere."""
    met = await store.write(meet())
    other = await with_second_address(store, met)
    for code in ("ask.need", "danger_card", "person-danger_card", NoticeCode.WENT_ELSEWHERE):
        await sender.put(met.id, code)
    (notice,) = await sender.claim()
    await sender.claim(report(notice, **STOPPED))
    assert await sender.told(other.id) == ["danger_card", "person-danger_card"]


async def test_words_go_only_where_it_is_safe(sender, store):
    """An address from which nothing ever came is not, unless it was marked so; nor is a phone."""
    met = await store.write(meet())
    await store.write(lambda conn: _unheard(conn, met))
    await sender.put(met.id, NoticeCode.REQUEST_RECEIVED)
    (notice,) = await sender.claim()
    assert await sender.claim(report(notice, **STOPPED)) == []
    assert await call_of(store, met) is not None


async def test_an_offer_that_waits_goes_along(sender, store):
    """A volunteer with two wires does not miss it."""
    met = await store.write(meet())
    other = await with_second_address(store, met)
    await sender.put(met.id, NoticeCode.OFFER, opens="offer")
    await sender.put(met.id, NoticeCode.PAUSED)
    (notice,) = await sender.claim()
    await sender.claim(report(notice, **STOPPED))
    await store.write(hear(message(address="page", channel=Channel.WEB)))
    waits = await store.read(lambda conn: _asking(conn, other.id))
    assert waits == [NoticeCode.OFFER]


async def test_who_left_is_written_to_elsewhere_or_called(sender, store):
    """The wire said so before anything was sent."""
    met = await store.write(meet())
    await sender.put(met.id, NoticeCode.REQUEST_RECEIVED)
    await store.write(hear(message(kind=InboundKind.LEFT)))
    assert await sender.claim() == []
    assert await call_of(store, met) is not None


async def test_what_is_told_after_somebody_left_brings_a_call_too(sender, store):
    """Whoever put it did not look."""
    met = await store.write(meet())
    await store.write(hear(message(kind=InboundKind.LEFT)))
    await sender.claim()
    await sender.put(met.id, NoticeCode.VOLUNTEER_FOUND)
    assert await sender.claim() == []
    assert await call_of(store, met) is not None


async def test_a_wire_unreachable_for_a_day_is_as_if_the_person_had_left(sender, store):
    """Until then it is tried again."""
    met = await store.write(meet())
    await sender.put(met.id, NoticeCode.REQUEST_RECEIVED)
    unreachable = {"failure": SendFailure.UNREACHABLE}
    (notice,) = await sender.claim(now=NOON + DAY - MINUTE)
    await sender.claim(report(notice, **unreachable), now=NOON + DAY - MINUTE)
    assert await call_of(store, met) is None
    (notice,) = await sender.claim(now=NOON + DAY)
    await sender.claim(report(notice, **unreachable), now=NOON + DAY)
    assert await call_of(store, met) is not None


@pytest.mark.parametrize("failure", [SendFailure.REJECTED, SendFailure.MISCONFIGURED])
async def test_one_notice_that_cannot_be_sent_ends_and_the_lane_goes_on(sender, store, failure):
    """A coordinator is told, once a day and kind."""
    met = await store.write(meet())
    for code in ("ask.need", "ask.need", "ask.where"):
        await sender.put(met.id, code)
    coordinator = await store.write(meet("coordinator"))
    for _ in range(2):
        (notice, *_) = [one for one in await sender.claim() if one.address_id == met.id]
        await sender.out(report(notice, failure=failure), limit=0)
    alerted = await sender.told(coordinator.id)
    assert alerted == [NoticeCode.COORDINATOR_ALERT]
    assert await sender.told(met.id) == ["ask.where"]
    assert await call_of(store, met) is None


async def test_an_alert_that_cannot_be_sent_raises_no_alert(sender, store):
    """Else there would be no end."""
    coordinator = await store.write(meet("coordinator"))
    await sender.put(coordinator.id, NoticeCode.COORDINATOR_ALERT)
    (notice,) = await sender.claim()
    assert await sender.claim(report(notice, failure=SendFailure.REJECTED)) == []


async def test_a_renamed_address_is_followed(sender, store):
    """The same notice is then sent to its new name."""
    met = await store.write(meet("old"))
    notice_id = await sender.put(met.id)
    (notice,) = await sender.claim()
    moved = report(notice, failure=SendFailure.MOVED, moved_to="new")
    (again,) = await sender.claim(moved)
    assert (again.notice_id, again.address) == (notice_id, "new")


async def test_a_renamed_address_whose_new_name_is_known_gives_its_notices_over(sender, store):
    """Something came from there first."""
    met, new = await store.write(meet("old")), await store.write(meet("new"))
    await sender.put(met.id, NoticeCode.REQUEST_RECEIVED)
    (notice,) = await sender.claim()
    (again,) = await sender.claim(report(notice, failure=SendFailure.MOVED, moved_to="new"))
    assert (again.address_id, again.code) == (new.id, NoticeCode.REQUEST_RECEIVED)


async def test_a_group_chat_that_is_gone_is_told_to_a_coordinator(sender, store):
    """Only they know another way to the group."""
    met = await store.write(meet("chat"))
    await store.write(lambda conn: addresses.link(conn, met.id, None))
    await sender.put(met.id, NoticeCode.GROUP_OFFER)
    (notice,) = await sender.claim()
    (alert,) = await sender.claim(report(notice, **STOPPED))
    assert alert.code == NoticeCode.COORDINATOR_ALERT


def _asking(conn, address_id):
    return [one.code for one in notices.waiting(conn, address_id, asking=True)]


def _unheard(conn, met):
    for channel in (Channel.SMS, Channel.PHONE):
        addresses.address_for(conn, channel, "+49", now=NOON, person_id=met.person_id)
