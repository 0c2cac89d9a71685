"""The scripted person: does what the app allows, and reads what came in its order."""

import pytest
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)


def menu(*labels):
    """A keyboard whose data are its labels."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(one, callback_data=one)] for one in labels])


async def last_update(bot):
    """What the bot heard last."""
    return (await bot.get_updates())[-1]


async def test_a_person_reads_in_the_order_it_was_sent(bot, person):
    """One by one, or up to some words."""
    await bot.send_message(person.id, "one")
    await bot.send_message(person.id, "two")
    await bot.send_message(person.id, "three")
    assert await person.reads() == "one"
    assert await person.reads_until("thr") == ["two", "three"]


async def test_two_people_read_only_what_is_theirs(bot, new_person):
    """Whichever was sent first."""
    mei, wang = new_person("Mei"), new_person("Wang")
    await bot.send_message(wang.id, "for Wang")
    await bot.send_message(mei.id, "for Mei")
    assert (await mei.reads(), await wang.reads()) == ("for Mei", "for Wang")


@pytest.mark.parametrize(
    ("labels", "wanted", "pressed"),
    [
        (["1. Food", "2. Medicine"], "Medicine", "2. Medicine"),
        (["1. Food", "2. Medicine"], "2. Medicine", "2. Medicine"),
        (["1. Food", "0. A person"], 0, "0. A person"),
        (["Accept", "Decline"], 2, "Decline"),
        (["１．食物"], "１．食物", "１．食物"),
    ],
)
async def test_a_button_is_pressed_by_its_label_or_its_number(
    bot, person, labels, wanted, pressed
):
    """The number in the label; without numbers, the place."""
    await bot.send_message(person.id, "What?", reply_markup=menu(*labels))
    await person.presses(wanted)
    assert (await last_update(bot)).callback_query.data == pressed


async def test_the_latest_of_two_like_buttons_is_pressed(bot, person):
    """As a thumb would."""
    await bot.send_message(person.id, "Old?", reply_markup=menu("Yes"))
    await bot.send_message(person.id, "New?", reply_markup=menu("Yes"))
    await person.presses("Yes")
    assert (await last_update(bot)).callback_query.message.text == "New?"


async def test_a_button_that_is_not_there_cannot_be_pressed(bot, person):
    """The failure names what there is."""
    await bot.send_message(person.id, "What?", reply_markup=menu("1. Food"))
    with pytest.raises(AssertionError, match="there are"):
        await person.presses(2)


async def test_a_stale_button_can_still_be_pressed(bot, person):
    """A slow phone shows what has been edited away."""
    sent = await bot.send_message(person.id, "Old?", reply_markup=menu("Yes"))
    old = person.received[0]
    await bot.edit_message_text("Over.", person.id, sent.message_id)
    await person.presses_on(old, old["reply_markup"]["inline_keyboard"][0][0])
    assert (await last_update(bot)).callback_query.data == "Yes"


async def test_a_button_below_the_chat_writes_its_words(bot, person):
    """Unless it asks for a place or a number."""
    below = ReplyKeyboardMarkup([["Skip"], [KeyboardButton("My place", request_location=True)]])
    await bot.send_message(person.id, "Where?", reply_markup=below)
    await person.presses("Skip")
    assert (await last_update(bot)).message.text == "Skip"
    with pytest.raises(AssertionError, match="shares_location"):
        await person.presses("My place")


async def test_a_payload_starts_the_bot(bot, new_person):
    """As the app sends it, and only what a link can carry."""
    person = new_person(stranger=True)
    await person.starts("invite-7")
    message = (await last_update(bot)).message
    assert (message.text, message.entities[0].type) == ("/start invite-7", "bot_command")
    with pytest.raises(AssertionError, match="no link"):
        await person.starts("not a payload")


async def test_a_link_to_the_bot_is_followed_and_no_other(bot, person):
    """Read from a message, it starts the bot."""
    await person.follows("https://t.me/linli_bot?start=task-9")
    assert (await last_update(bot)).message.text == "/start task-9"
    with pytest.raises(AssertionError, match="does not lead"):
        await person.follows("https://t.me/other_bot?start=task-9")


async def test_a_contact_is_theirs_or_somebody_elses(bot, person):
    """The bot can tell by the user id alone."""
    await person.shares_contact("+15550100")
    own = (await last_update(bot)).message
    await person.shares_contact("+15550101", owner_id=0)
    other = (await last_update(bot)).message
    assert own.contact.user_id == own.from_user.id
    assert other.contact.user_id is None


async def test_a_pin_has_an_accuracy_only_sometimes(bot, person):
    """So the bot must not count on it."""
    await person.shares_location(31.2, 121.4)
    bare = (await last_update(bot)).message.location
    await person.shares_location(31.2, 121.4, accuracy=30)
    exact = (await last_update(bot)).message.location
    assert (bare.horizontal_accuracy, exact.horizontal_accuracy) == (None, 30)


async def test_a_voice_note_can_be_downloaded_by_the_bot(bot, person):
    """Byte for byte."""
    await person.sends_voice(b"OggS hello")
    voice = (await last_update(bot)).message.voice
    file = await voice.get_file()
    assert bytes(await file.download_as_bytearray()) == b"OggS hello"


async def test_pictures_stickers_files_and_forwards_arrive_as_such(bot, person):
    """None of them is a plain text."""
    await person.sends_photo(caption="my door")
    await person.sends_sticker()
    await person.sends_document()
    await person.forwards("read this")
    photo, sticker, document, forward = [one.message for one in await bot.get_updates()]
    assert photo.caption == "my door"
    assert photo.photo
    assert sticker.sticker.emoji == "👍"
    assert document.document.file_name == "note.pdf"
    assert forward.forward_origin.sender_user_name == "Somebody"


async def test_an_edited_message_keeps_its_id(bot, person):
    """So it can be told from a new answer."""
    await person.says("2")
    await person.edits("3")
    first, second = await bot.get_updates()
    assert first.message.message_id == second.edited_message.message_id
    assert second.edited_message.text == "3"


async def test_privacy_mode_hides_what_people_say_among_themselves(bot, group, person):
    """Commands and answers to the bot come through."""
    await bot.send_message(group.id, "Who can?")
    assert await group.says(person, "not me") is None
    await group.says(person, "/help")
    await group.answers(person, "me")
    heard = [one.message.text for one in await bot.get_updates() if one.message]
    assert heard == ["/help", "me"]


async def test_a_press_in_a_group_carries_who_pressed(bot, group, new_person):
    """Also of somebody who never opened the bot."""
    await bot.send_message(group.id, "An errand", reply_markup=menu("Accept"))
    wang = new_person("Wang", stranger=True)
    await group.presses(wang, "Accept")
    query = (await last_update(bot)).callback_query
    assert (query.from_user.id, query.message.chat.id) == (wang.id, group.id)


async def test_silence_fails_with_what_was_sent_last(telegram, person):
    """A bot that says nothing fails the test, soon."""
    telegram.patience_s = 0
    with pytest.raises(AssertionError, match="a greeting: it never came"):
        await telegram.until(lambda: person.received, "a greeting")
