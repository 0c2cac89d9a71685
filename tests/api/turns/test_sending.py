"""Who brings a turn may send what it says, and need not ask what there is to send."""

from api.vocabulary import InboundKind, NoticeCode
from tests.api.deliveries.conftest import report
from tests.api.world import MINUTE, NOON, SECOND, hear, message


async def test_who_brings_a_turn_may_send_what_it_says(bot, store, sender):
    """It is leased to them: nobody else sends it, and nobody is woken for it."""
    await store.write(hear(message()))
    _, out = await bot.answer(send_s=60)
    assert (out.notice.code, out.notice.address) == ("ask.need", "resident")
    assert store.wake.times("notices") == 0
    assert await sender.claim(now=NOON + MINUTE - SECOND) == []
    assert await sender.claim(report(out.notice)) == []
    assert await bot.told(out.notice.address_id) == []


async def test_what_it_says_is_sent_by_another_when_that_lease_is_over(bot, store, sender):
    """Nothing is lost with who had it."""
    await store.write(hear(message()))
    _, out = await bot.answer(send_s=60)
    (again,) = await sender.claim(now=NOON + MINUTE)
    assert again.notice_id == out.notice.notice_id


async def test_what_an_effect_tells_is_sent_before_what_is_asked(bot, store, sender):
    """The lane is in order; what follows comes with the report."""
    await store.write(hear(message(kind=InboundKind.VOICE)))
    _, out = await bot.answer({"effect": "queue_call", "reason": "media"}, send_s=60)
    assert out.notice.code == NoticeCode.MEDIA_RECEIVED
    (following,) = await sender.claim(report(out.notice))
    assert following.code == NoticeCode.CALL_QUEUED


async def test_while_another_sends_at_an_address_the_turn_leaves_it_to_them(bot, store, sender):
    """Who waits is woken, and the report of the first brings the second."""
    await store.write(hear(message(number="1"), message(number="2")))
    _, first = await bot.answer(send_s=60)
    _, second = await bot.answer(send_s=60)
    assert second.notice is None
    assert store.wake.times("notices") == 1
    (following,) = await sender.claim(report(first.notice))
    assert following.code == "ask.need"


async def test_who_does_not_send_leaves_it_to_who_waits(bot, store, sender):
    """Who waits is woken."""
    await store.write(hear(message()))
    _, out = await bot.answer()
    assert out.notice is None
    assert store.wake.times("notices") == 1
    assert len(await sender.claim()) == 1
