"""Our widened emulator: chats that remember, as Telegram's do."""

import pytest
from telegram import BotCommand, MessageEntity
from telegram.error import Forbidden, InvalidToken

from tests.peers.conftest import NO, YES, bot_at


async def test_getme_has_the_name_that_deep_links_are_made_of(bot):
    """An invitation needs it."""
    me = await bot.get_me()
    assert me.link == "https://t.me/linli_bot"


async def test_a_wrong_token_is_unauthorized(telegram):
    """A mistyped token must be told at the start."""
    with pytest.raises(InvalidToken):
        async with bot_at(telegram, "7:somebody-else"):
            raise AssertionError("a bot with a wrong token started")


async def test_every_kind_of_update_is_kept_until_acknowledged(bot, person, group):
    """Edits and changes of membership too, which the parent does not take."""
    await person.says("hello")
    await person.edits("hello, again")
    await person.blocks_bot()
    updates = await bot.get_updates()
    kinds = [next(iter(set(one.to_dict()) - {"update_id"})) for one in updates]
    assert kinds == ["my_chat_member", "message", "edited_message", "my_chat_member"]
    assert len(await bot.get_updates(offset=updates[-1].update_id)) == 1


async def test_an_update_that_telegram_never_sends_cannot_be_injected(telegram):
    """A test of the impossible proves nothing."""
    with pytest.raises(ValueError, match="chat"):
        await telegram.inject({"message": {"text": "from nowhere"}})


async def test_an_update_with_an_unknown_field_cannot_be_injected(telegram, person):
    """Nor does one with a misspelt field."""
    chat = {"id": person.id, "type": "private"}
    with pytest.raises(ValueError, match=r"update\.message\.mood is unknown"):
        await telegram.inject({"message": {"chat": chat, "mood": "tired"}})


async def test_a_text_in_brackets_is_a_text(bot, telegram, person):
    """Only fields that are JSON in the Bot API are read as JSON."""
    await bot.send_message(person.id, '[{"not": json')
    assert await person.reads() == '[{"not": json'


async def test_entities_and_protection_are_kept(bot, telegram, person):
    """What was asked for is on the message."""
    bold = MessageEntity(MessageEntity.BOLD, 0, 2)
    sent = await bot.send_message(person.id, "hi there", entities=[bold], protect_content=True)
    assert sent.entities == (bold,)
    assert sent.has_protected_content


async def test_a_voice_note_is_sent_and_can_be_downloaded_again(bot, person):
    """Byte for byte, its caption is read."""
    sent = await bot.send_voice(person.id, b"OggS and so on", caption="Listen", duration=3)
    file = await bot.get_file(sent.voice.file_id)
    assert bytes(await file.download_as_bytearray()) == b"OggS and so on"
    assert await person.reads() == "Listen"


async def test_an_edit_changes_the_screen_and_is_no_new_message(bot, telegram, person):
    """Words without a keyboard take the old keyboard away."""
    sent = await bot.send_message(person.id, "open", reply_markup=YES)
    await bot.edit_message_text("taken", person.id, sent.message_id)
    assert person.screen == ["taken"]
    assert person.labels == []
    assert [one["text"] for one in person.received] == ["open"]


async def test_an_edited_keyboard_leaves_the_words(bot, person):
    """Only the buttons are new."""
    sent = await bot.send_message(person.id, "open", reply_markup=YES)
    await bot.edit_message_reply_markup(person.id, sent.message_id, reply_markup=NO)
    assert (person.screen, person.labels) == (["open"], ["2. No"])


async def test_commands_are_kept_for_each_language(bot):
    """And for those who speak none of them."""
    await bot.set_my_commands([BotCommand("help", "ask for help")])
    await bot.set_my_commands([BotCommand("help", "求助")], language_code="zh")
    assert (await bot.get_my_commands(language_code="zh"))[0].description == "求助"
    assert (await bot.get_my_commands())[0].description == "ask for help"


async def test_a_group_is_left(bot, group):
    """Afterwards the bot is no member."""
    await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="not a member"):
        await bot.send_message(group.id, "anybody?")
