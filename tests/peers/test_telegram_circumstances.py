"""What a good bot meets too: refused in Telegram's words, but nobody's mistake."""

import asyncio

import pytest
from telegram import ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden

from tests.peers.conftest import YES


async def test_who_blocked_the_bot_gets_nothing_until_they_come_back(bot, telegram, person):
    """403 is for as long as it lasts."""
    await person.blocks_bot()
    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(person.id, "hello?")
    await person.unblocks_bot()
    await bot.send_message(person.id, "welcome back")
    assert person.screen == ["welcome back"]
    assert [one.method for one in telegram.turned_away] == ["sendMessage"]


async def test_a_group_that_threw_the_bot_out_refuses_it(bot, group, person):
    """In other words than a person who blocked it."""
    await group.removes_bot(person)
    with pytest.raises(Forbidden, match="kicked"):
        await bot.send_message(group.id, "hello?")


async def test_a_migrated_group_names_its_new_id(bot, group, person):
    """Which works, while the old one no longer does."""
    old = group.id
    new = await group.becomes_supergroup(person)
    with pytest.raises(ChatMigrated) as error:
        await bot.send_message(old, "hello?")
    assert error.value.new_chat_id == new
    assert (await bot.send_message(new, "hello!")).chat.type == "supergroup"


async def test_a_message_that_is_gone_cannot_be_edited_deleted_or_answered(bot, person):
    """Each in Telegram's own words."""
    sent = await bot.send_message(person.id, "soon gone")
    await bot.delete_message(person.id, sent.message_id)
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await bot.edit_message_text("back", person.id, sent.message_id)
    with pytest.raises(BadRequest, match=r"(?i)message to delete not found"):
        await bot.delete_message(person.id, sent.message_id)
    with pytest.raises(BadRequest, match=r"(?i)message to be replied not found"):
        await bot.send_message(
            person.id, "to that", reply_parameters=ReplyParameters(sent.message_id)
        )


async def test_an_edit_that_changes_nothing_is_refused(bot, person):
    """As happens when an edit is repeated after a lost answer."""
    sent = await bot.send_message(person.id, "same", reply_markup=YES)
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await bot.edit_message_text("same", person.id, sent.message_id, reply_markup=YES)
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await bot.edit_message_reply_markup(person.id, sent.message_id, reply_markup=YES)


async def test_a_press_is_answered_while_it_is_young(bot, telegram, person):
    """An old or invented one is not."""
    await bot.send_message(person.id, "Safe?", reply_markup=YES)
    await person.presses("Yes")
    query = (await bot.get_updates())[-1].callback_query
    assert await query.answer("Noted")
    assert person.toasts == ["Noted"]
    telegram.forget_queries()
    for query_id in (query.id, "123"):
        with pytest.raises(BadRequest, match=r"(?i)query is too old"):
            await bot.answer_callback_query(query_id)


async def test_of_two_who_poll_one_is_refused(bot, telegram, person):
    """As when a second worker starts; the update reaches one of them."""
    polls = [asyncio.create_task(bot.get_updates(timeout=50)) for _ in range(2)]
    await telegram.until(lambda: telegram.turned_away, "a conflict")
    await person.says("hello")
    one, other = await asyncio.gather(*polls, return_exceptions=True)
    assert {type(one), type(other)} == {tuple, Conflict}
    assert telegram.refusals == []


async def test_what_circumstances_refuse_is_no_mistake_of_the_bot(bot, telegram):
    """It is kept apart from what the contract refuses."""
    with pytest.raises(BadRequest):
        await bot.answer_callback_query("123")
    assert telegram.refusals == []
    assert [one.method for one in telegram.turned_away] == ["answerCallbackQuery"]
