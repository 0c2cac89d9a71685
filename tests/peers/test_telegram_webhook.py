"""Updates pushed to the bot: until it says 2xx, with the secret it asked for."""

from tests.peers.conftest import SECRET


async def test_a_webhook_is_called_with_its_secret_and_acknowledged_by_2xx(
    bot, telegram, person, webhook
):
    """Then it is pending no more."""
    await bot.set_webhook(webhook.url, secret_token=SECRET)
    await person.says("hello")
    await telegram.until(lambda: not telegram.pending, "a delivery")
    assert [one["message"]["text"] for one in webhook.updates] == ["hello"]
    assert webhook.secrets == [SECRET]


async def test_a_webhook_that_fails_is_called_again(bot, telegram, person, webhook):
    """With the same update id."""
    webhook.status = 500
    await bot.set_webhook(webhook.url)
    await person.says("hello")
    await telegram.until(lambda: telegram.webhook_answers, "a failed delivery")
    webhook.status = 200
    await telegram.until(lambda: not telegram.pending, "a second delivery")
    assert {one["update_id"] for one in webhook.updates} == {1}
    assert len(webhook.updates) > 1


async def test_what_came_before_the_webhook_is_delivered_too(bot, telegram, person, webhook):
    """Nothing is lost in the change from polling."""
    await person.says("early")
    await bot.set_webhook(webhook.url, allowed_updates=["message"])
    await telegram.until(lambda: not telegram.pending, "a delivery")
    assert len(webhook.updates) == 1
