"""The fault proxy: each fault happens as declared, as often as declared, and nowhere else."""

import asyncio
import contextlib

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from tests.peers.conftest import SECRET
from tests.peers.faults import ANY, DOWNLOAD, Delivery, Fault


@pytest.fixture
async def hooked(far_bot, telegram, webhook):
    """The webhook of a bot behind the proxy; `delivered` waits for every acknowledgement."""
    await far_bot.set_webhook(webhook.url, secret_token=SECRET)
    webhook.delivered = lambda: telegram.until(lambda: not telegram.pending, "a delivery")
    return webhook


async def test_without_faults_everything_passes(far_bot, person, fault_proxy):
    """And every call that came by is on record."""
    await far_bot.send_message(person.id, "hello")
    assert person.screen == ["hello"]
    assert [(one.method, one.chat_id, one.fault) for one in fault_proxy.calls] == [
        ("getMe", None, None),
        ("sendMessage", person.id, None),
    ]


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.TOO_MANY, RetryAfter),
        (Fault.FORBIDDEN, Forbidden),
        (Fault.BAD_REQUEST, BadRequest),
        (Fault.UNAUTHORIZED, InvalidToken),
        (Fault.CONFLICT, Conflict),
        (Fault.SERVER_ERROR, NetworkError),
        (Fault.BAD_GATEWAY, NetworkError),
        (Fault.TRUNCATED, TelegramError),
        (Fault.DROP_BEFORE, NetworkError),
    ],
)
async def test_a_fault_before_telegram_happens_once_and_sends_nothing(
    far_bot, person, fault_proxy, fault, error
):
    """The next call is served as if nothing had been."""
    fault_proxy.fail("sendMessage", fault)
    with pytest.raises(error):
        await far_bot.send_message(person.id, "lost")
    await far_bot.send_message(person.id, "kept")
    assert person.screen == ["kept"]


async def test_too_many_names_its_seconds_and_lasts_its_count(far_bot, person, fault_proxy):
    """A sender that waits less is refused again."""
    fault_proxy.fail("sendMessage", Fault.TOO_MANY, retry_after=7, count=2)
    for _ in range(2):
        with pytest.raises(RetryAfter, match="0:00:07"):
            await far_bot.send_message(person.id, "early")
    await far_bot.send_message(person.id, "late")
    assert person.screen == ["late"]


async def test_a_migration_names_the_new_chat(far_bot, person, fault_proxy):
    """The id that the sender must keep from then on."""
    fault_proxy.fail("sendMessage", Fault.MIGRATED, migrate_to=-1005)
    with pytest.raises(ChatMigrated) as error:
        await far_bot.send_message(person.id, "hello")
    assert error.value.new_chat_id == -1005


async def test_a_lost_answer_was_done_all_the_same(far_bot, person, fault_proxy):
    """The ambiguous case: the bot cannot know, the person has read it."""
    fault_proxy.fail("sendMessage", Fault.DROP_AFTER)
    with pytest.raises(NetworkError):
        await far_bot.send_message(person.id, "done")
    assert person.screen == ["done"]


async def test_a_delay_longer_than_patience_times_out(far_bot, person, fault_proxy):
    """The caller gives up first."""
    fault_proxy.fail("sendMessage", Fault.DELAY, seconds=30)
    with pytest.raises(TimedOut):
        await far_bot.send_message(person.id, "slow", read_timeout=0.05)


async def test_a_short_delay_only_delays(far_bot, person, fault_proxy):
    """Late is not lost."""
    fault_proxy.fail("sendMessage", Fault.DELAY, seconds=0.01)
    await far_bot.send_message(person.id, "slow")
    assert person.screen == ["slow"]


async def test_a_held_call_waits_while_others_pass(far_bot, new_person, fault_proxy):
    """One slow chat, without a clock in the test."""
    slow, fast = new_person(), new_person()
    held = fault_proxy.fail("sendMessage", Fault.HOLD, chat_id=slow.id)
    waiting = asyncio.create_task(far_bot.send_message(slow.id, "slow"))
    await fault_proxy.until(lambda: fault_proxy.count("sendMessage") == 1, "the held call")
    await far_bot.send_message(fast.id, "fast")
    assert (slow.screen, fast.screen) == ([], ["fast"])
    held.released.set()
    await waiting
    assert slow.screen == ["slow"]


async def test_faults_happen_in_their_order(far_bot, person, fault_proxy):
    """The first declared fault that fits is the one that happens."""
    fault_proxy.fail("sendMessage", Fault.SERVER_ERROR)
    fault_proxy.fail(ANY, Fault.TOO_MANY)
    with pytest.raises(NetworkError):
        await far_bot.send_message(person.id, "x")
    with pytest.raises(RetryAfter):
        await far_bot.send_message(person.id, "x")
    assert fault_proxy.unused == []


async def test_a_fault_of_one_chat_spares_the_others(far_bot, new_person, fault_proxy):
    """Whether the body is a form or carries a file."""
    blocked, other = new_person(), new_person()
    fault_proxy.fail(ANY, Fault.FORBIDDEN, chat_id=blocked.id)
    await far_bot.send_message(other.id, "hello")
    with pytest.raises(Forbidden):
        await far_bot.send_voice(blocked.id, b"OggS")


async def test_what_never_happened_is_told(fault_proxy):
    """So that no test passes because its fault was not there."""
    fault_proxy.fail("sendMessage", Fault.FORBIDDEN)
    assert fault_proxy.unused == [("sendMessage", Fault.FORBIDDEN)]
    fault_proxy.forgive()
    assert fault_proxy.unused == []


async def test_a_download_can_fail(far_bot, person, fault_proxy):
    """Files are fetched over another path than methods are called."""
    await person.sends_voice(b"OggS")
    voice = (await far_bot.get_updates())[-1].message.voice
    file = await far_bot.get_file(voice.file_id)
    fault_proxy.fail(DOWNLOAD, Fault.SERVER_ERROR)
    with pytest.raises(NetworkError):
        await file.download_as_bytearray()
    assert bytes(await file.download_as_bytearray()) == b"OggS"


async def test_a_bot_that_dies_in_a_long_poll_frees_the_line(far_bot, telegram, fault_proxy):
    """The one started in its place is refused with 409 for a moment at most."""
    poll = asyncio.create_task(far_bot.get_updates(timeout=50))
    await fault_proxy.until(lambda: fault_proxy.count("getUpdates"), "a poll")
    poll.cancel()
    heard = None
    async with asyncio.timeout(5):
        while heard is None:
            with contextlib.suppress(Conflict):
                heard = await far_bot.get_updates()
    assert heard == ()


@pytest.mark.parametrize(
    ("delivery", "heard"),
    [
        (Delivery.PLAIN, ["2", "3"]),
        (Delivery.DUPLICATED, ["2", "2", "3", "3"]),
        (Delivery.REPLAYED, ["1", "2", "3"]),
        (Delivery.REVERSED, ["3", "2"]),
    ],
)
async def test_polled_updates_come_as_declared(far_bot, person, fault_proxy, delivery, heard):
    """Twice, again, or backwards."""
    await person.says("1")
    first = await far_bot.get_updates()
    await person.says("2")
    await person.says("3")
    fault_proxy.delivery = delivery
    batch = await far_bot.get_updates(offset=first[0].update_id + 1)
    assert [one.message.text for one in batch] == heard


@pytest.mark.parametrize(
    ("delivery", "heard"),
    [
        (Delivery.PLAIN, ["1", "2"]),
        (Delivery.DUPLICATED, ["1", "1", "2", "2"]),
        (Delivery.REPLAYED, ["1", "1", "2"]),
        (Delivery.REVERSED, ["2", "1"]),
    ],
)
async def test_pushed_updates_come_as_declared(hooked, person, fault_proxy, delivery, heard):
    """The same over the webhook, with Telegram's secret."""
    fault_proxy.delivery = delivery
    await person.says("1")
    await fault_proxy.until(lambda: fault_proxy.hooks, "a delivery")
    if delivery is not Delivery.REVERSED:
        await hooked.delivered()
    await person.says("2")
    await hooked.delivered()
    assert [one["message"]["text"] for one in hooked.updates] == heard
    assert set(hooked.secrets) == {SECRET}


async def test_a_wrong_secret_is_told_to_the_webhook(hooked, person, fault_proxy):
    """What a forger would send."""
    fault_proxy.delivery = Delivery.WRONG_SECRET
    await person.says("hello")
    await hooked.delivered()
    assert hooked.secrets == ["wrong"]


async def test_a_webhook_that_is_down_keeps_the_update_pending(hooked, telegram, person):
    """Nothing is acknowledged in place of the bot."""
    await hooked.runner.cleanup()
    await person.says("hello")
    await telegram.until(lambda: telegram.webhook_answers, "an attempt")
    assert (telegram.webhook_answers[0][1], telegram.pending) == (502, 1)
