"""The two judges: what Telegram would refuse is refused, and our own answers are judged too."""

import pytest
from pydantic import TypeAdapter
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.error import BadRequest

from tests.peers.conftest import WHERE, YES
from tests.peers.telegram_contract import models


@pytest.fixture
def refused(telegram):
    """The refusals of this test, which means to be refused."""

    def descriptions():
        words = [one.description for one in telegram.refusals]
        telegram.refusals.clear()
        return words

    return descriptions


async def test_a_place_can_be_asked_for_in_private_only(bot, person, group, refused):
    """Telegram refuses such a button in a group."""
    await bot.send_message(person.id, "Where are you?", reply_markup=WHERE)
    with pytest.raises(BadRequest):
        await bot.send_message(group.id, "Where are you?", reply_markup=WHERE)
    assert refused() == ["Bad Request: invalid reply_markup"]


@pytest.mark.parametrize(
    ("words", "markup"),
    [
        ("x" * 4097, None),
        ("𝄞" * 2049, None),
        (" ", None),
        ("x", InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="é" * 33)]])),
        ("x", InlineKeyboardMarkup([[InlineKeyboardButton("x")]])),
    ],
    ids=["4097 characters", "4098 utf-16 units", "blank", "66 bytes of data", "idle button"],
)
async def test_what_telegram_cannot_show_is_refused(bot, person, refused, words, markup):
    """The bot hears 400, and nothing is shown."""
    with pytest.raises(BadRequest):
        await bot.send_message(person.id, words, reply_markup=markup)
    assert len(refused()) == 1
    assert person.screen == []


async def test_the_longest_text_and_the_longest_data_are_taken(bot, person):
    """The limits themselves are allowed."""
    button = InlineKeyboardButton("x", callback_data="x" * 64)
    await bot.send_message(person.id, "x" * 4096, reply_markup=InlineKeyboardMarkup([[button]]))
    assert person.labels == ["x"]


@pytest.mark.parametrize(
    "fields",
    [
        {"colour": "red"},
        {"entities": [{"type": "bold"}]},
        {"entities": [{"type": "bold", "offset": 0, "length": 1, "colour": "red"}]},
        {"reply_markup": {"inline_keyboard": [["x"]]}},
    ],
)
async def test_a_message_with_what_the_bot_api_does_not_know_is_refused(
    call, person, refused, fields
):
    """Unknown names and wrong shapes, at any depth; without them it is sent."""
    message = {"chat_id": person.id, "text": "x"}
    assert not (await call("sendMessage", message | fields))["ok"]
    assert len(refused()) == 1
    assert (await call("sendMessage", message))["ok"]


@pytest.mark.parametrize(
    ("method", "fields"),
    [
        ("setMyCommands", {"commands": [], "language_code": "zh-Hans"}),
        ("setMyCommands", {"commands": [{"command": "Help!", "description": "x"}]}),
        ("setMyCommands", {"commands": [{"command": "help", "description": ""}]}),
        ("sendFireworks", {}),
    ],
)
async def test_a_call_against_the_words_of_the_bot_api_is_refused(call, refused, method, fields):
    """Rules that are stated in sentences, and methods that are not there."""
    assert not (await call(method, fields))["ok"]
    assert len(refused()) == 1


async def test_entities_beyond_the_text_are_refused(bot, person, refused):
    """They are counted in UTF-16 units."""
    with pytest.raises(BadRequest):
        await bot.send_message(person.id, "hi", entities=[MessageEntity("bold", 1, 2)])
    assert refused() == ["Bad Request: sendMessage.entities reach beyond the text"]


async def test_a_chat_that_nobody_opened_is_not_found(bot, new_person, refused):
    """A bot cannot write first."""
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(new_person(stranger=True).id, "hello?")
    assert refused() == ["Bad Request: chat not found"]


async def test_a_message_with_a_keyboard_below_it_cannot_be_edited(bot, person, refused):
    """Only inline keyboards can be edited away."""
    sent = await bot.send_message(person.id, "Where?", reply_markup=WHERE)
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("There", person.id, sent.message_id)
    assert refused() == ["Bad Request: message can't be edited"]


async def test_every_answer_is_what_aiogram_says_the_method_returns(telegram, bot, call, person):
    """A peer that answers wrongly would teach the bot wrong things."""
    sent = await bot.send_message(person.id, "Safe?", reply_markup=YES)
    await person.presses(1)
    place = {"chat_id": person.id, "latitude": 31.2, "longitude": 121.4}
    target = {"chat_id": person.id, "message_id": sent.message_id}
    voice = await bot.send_voice(person.id, b"OggS")
    calls = {
        "getMe": {},
        "getUpdates": {},
        "getWebhookInfo": {},
        "sendLocation": place,
        "sendMessage": {"chat_id": person.id, "text": "hello"},
        "sendVoice": {"chat_id": person.id, "voice": voice.voice.file_id},
        "sendChatAction": {"chat_id": person.id, "action": "typing"},
        "getFile": {"file_id": voice.voice.file_id},
        "getChatMember": {"chat_id": person.id, "user_id": person.id},
        "editMessageText": {**target, "text": "Safe now?"},
        "answerCallbackQuery": {"callback_query_id": next(iter(telegram.queries))},
        "deleteMessage": target,
        "setMyDescription": {"description": "Neighbours who help"},
        "setMyCommands": {"commands": [{"command": "help", "description": "help"}]},
        "getMyCommands": {},
        "deleteMyCommands": {},
    }
    for method, fields in calls.items():
        answer = await call(method, fields)
        TypeAdapter(models()[method].__returning__).validate_python(answer["result"])
    assert telegram.refusals == []
