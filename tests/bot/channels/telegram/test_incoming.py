"""Every kind of update, and what it says to us; the address is always a private chat's."""

from datetime import UTC, datetime

import pytest
from telegram import Update, User

from api.inbound.schemas import Body
from api.vocabulary import InboundKind
from bot.channels.telegram.incoming import ALLOWED, as_inbound, moved

SENT = datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)
ME = User(7, "Linli", is_bot=True, username="linli_bot")
MEI = {"id": 70, "is_bot": False, "first_name": "Mei", "language_code": "zh-hans"}
PRIVATE = {"id": 70, "type": "private", "first_name": "Mei"}
GROUP = {"id": -100300, "type": "supergroup", "title": "Neighbours"}
FILE = {"file_id": "f1", "file_unique_id": "u1", "file_size": 1000}
PIN = {"latitude": 31.2, "longitude": 121.4}
CARD = {"phone_number": "8613800138000", "first_name": "Wang", "last_name": "Li"}


def update(**content):
    """An update as it comes over the wire."""
    return Update.de_json({"update_id": 5, **content}, None)


def said(chat=PRIVATE, sender=MEI, **content):
    """What a message says."""
    message = {"message_id": 1, "date": 1, "chat": chat, "from": sender, **content}
    return as_inbound(update(message=message), ME)


def membership(chat, status):
    """A change of the bot's own membership."""
    bot = {"id": 7, "is_bot": True, "first_name": "Linli"}
    until = {"until_date": 0} if status == "kicked" else {}
    change = {
        "chat": chat,
        "from": MEI,
        "date": 1,
        "old_chat_member": {"status": "member", "user": bot},
        "new_chat_member": {"status": status, "user": bot, **until},
    }
    return as_inbound(update(my_chat_member=change), ME)


def press(chat, data="a:yes", **changed):
    """A press of a button under a message."""
    message = {"message_id": 1, "date": 1, "chat": chat, "text": "Safe?"}
    query = {"id": "q", "from": MEI, "chat_instance": "1", "message": message, "data": data}
    return as_inbound(update(callback_query=query | changed), ME)


@pytest.mark.parametrize(
    ("content", "kind", "body"),
    [
        ({"text": "two loaves"}, InboundKind.TEXT, {"text": "two loaves"}),
        ({"text": "/start"}, InboundKind.START, {"link": ""}),
        ({"text": "/start ACD3-4F"}, InboundKind.START, {"link": "ACD3-4F"}),
        ({"text": "/start@linli_bot ACD34F"}, InboundKind.START, {"link": "ACD34F"}),
        ({"text": "/start\nACD34F"}, InboundKind.START, {"link": "ACD34F"}),
        ({"text": "/start private"}, InboundKind.START, {"link": ""}),
        ({"text": "/start " + "x" * 99}, InboundKind.START, {"link": "x" * 64}),
        ({"text": "/person"}, InboundKind.BUTTON, {"button": "::person"}),
        ({"text": "/again"}, InboundKind.BUTTON, {"button": "::again"}),
        ({"text": "/back"}, InboundKind.BUTTON, {"button": "::back"}),
        ({"text": "/STOP@linli_bot"}, InboundKind.BUTTON, {"button": "::stop"}),
        ({"text": "/restart"}, InboundKind.BUTTON, {"button": "::restart"}),
        ({"text": "/language"}, InboundKind.BUTTON, {"button": "::language"}),
        ({"text": "/help he is here"}, InboundKind.TEXT, {"text": "help he is here"}),
        ({"text": "/"}, InboundKind.TEXT, {"text": "/"}),
        ({"location": PIN}, InboundKind.LOCATION, {"text": "", **PIN}),
        (
            {"location": PIN, "venue": {"location": PIN, "title": "Clinic", "address": "Lane 3"}},
            InboundKind.LOCATION,
            {"text": "Clinic, Lane 3", **PIN},
        ),
        (
            {"contact": CARD | {"user_id": 70}},
            InboundKind.CONTACT,
            {"phone": "+8613800138000"},
        ),
        (
            {"contact": CARD | {"phone_number": "+8613800138000", "user_id": 70}},
            InboundKind.CONTACT,
            {"phone": "+8613800138000"},
        ),
    ],
)
def test_what_answers_a_question(content, kind, body):
    """Text, keys of the menu, a deep link, a pin, a venue, one's own number."""
    heard = said(**content)
    assert (heard.message_id, heard.address, heard.kind) == ("7:5", "70", kind)
    assert heard.body == body | {"language_hint": "zh-hans", "said_at": SENT}


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        ({"voice": FILE | {"duration": 2, "mime_type": "audio/ogg"}}, InboundKind.VOICE, ""),
        ({"audio": FILE | {"duration": 2}}, InboundKind.VOICE, ""),
        ({"video_note": FILE | {"duration": 2, "length": 9}}, InboundKind.VOICE, ""),
        ({"photo": [FILE | {"width": 9, "height": 9}], "caption": "my door"},
         InboundKind.PHOTO, "my door"),
        ({"sticker": FILE | {"type": "regular", "width": 9, "height": 9, "is_animated": False,
                             "is_video": False}}, InboundKind.STICKER, ""),
        ({"document": FILE | {"mime_type": "x" * 200}}, InboundKind.FILE, ""),
        ({"video": FILE | {"width": 9, "height": 9, "duration": 2}}, InboundKind.FILE, ""),
        ({"dice": {"emoji": "🎲", "value": 3}}, InboundKind.FILE, ""),
        ({"text": "see this", "forward_origin": {"type": "hidden_user", "date": 1,
          "sender_user_name": "Wu"}}, InboundKind.FORWARD, "see this"),
        ({"contact": CARD | {"user_id": 71}}, InboundKind.FORWARD, "Wang Li 8613800138000"),
        ({"contact": CARD}, InboundKind.FORWARD, "Wang Li 8613800138000"),
    ],
)  # fmt: skip
def test_what_a_person_has_to_look_at(content, kind, words):
    """Files, forwards, and a card of somebody else, whose number is no answer."""
    heard = said(**content)
    assert (heard.kind, heard.body["text"]) == (kind, words)
    assert "phone" not in heard.body
    assert Body.model_validate(heard.body).media is not None


def test_a_file_is_named_as_telegram_names_it():
    """So that a person can have it fetched; of a photo, the largest."""
    large = FILE | {"file_id": "large", "width": 99, "height": 99}
    heard = said(photo=[FILE | {"width": 9, "height": 9}, large])
    named = {"file_id": "large", "mime": "", "size": 1000, "seconds": 0}
    assert heard.body["media"] == named


def test_a_voice_note_says_how_long_it_was_spoken():
    """So it is known when its speaker began."""
    assert said(voice=FILE | {"duration": 12}).body["media"]["seconds"] == 12


def test_what_is_spoken_in_a_group_chat_is_not_ours_to_hear():
    """There only buttons and invites are for us."""
    group = {"id": -5, "type": "group", "title": "Lane 12"}
    assert said(voice=FILE | {"duration": 2}, chat=group) is None


def test_what_telegram_itself_writes_into_a_chat_is_no_message():
    """A pinned message or a timer would otherwise be answered, and queued for a person."""
    assert said(message_auto_delete_timer_changed={"message_auto_delete_time": 60}) is None
    assert said(write_access_allowed={}) is None


def test_a_press_belongs_to_the_person_who_pressed():
    """In a group chat too, which is named beside it."""
    private, group = press(PRIVATE), press(GROUP)
    assert (private.address, private.kind) == ("70", InboundKind.BUTTON)
    assert private.body == {"button": "a:yes"}
    assert group.address == "70"
    assert group.body == {"button": "a:yes", "group_chat": "-100300"}


def test_a_press_under_a_message_that_is_gone_is_heard_too():
    """Telegram leaves the message out when it is too old."""
    assert press(PRIVATE, message=None).body == {"button": "a:yes"}


@pytest.mark.parametrize(
    "text", ["/start@linli_bot ACD34F", "/start ACD34F", "/start@LINLI_BOT  ACD34F "]
)
def test_an_invite_joins_a_group_chat(text):
    """It comes from the person who wrote it; their words elsewhere in the group are not ours."""
    heard = said(chat=GROUP, text=text)
    assert (heard.address, heard.kind) == ("70", InboundKind.START)
    assert heard.body == {"link": "ACD34F", "group_chat": "-100300"}


@pytest.mark.parametrize(
    "text", ["/start@other_bot ACD34F", "/start@linli_bot", "/stop", "@linli_bot hello", "help"]
)
def test_whatever_else_is_said_in_a_group_chat_is_not_ours(text):
    """Nobody's conversation is stored because they mention us."""
    assert said(chat=GROUP, text=text) is None


@pytest.mark.parametrize("text", ["I can't breathe", "救命，他在打我"])
def test_danger_in_a_group_chat_is_heard(text):
    """Explicit words alone; the chat is named beside them."""
    heard = said(chat=GROUP, text=text)
    assert (heard.address, heard.kind) == ("70", InboundKind.TEXT)
    assert heard.body == {"text": text, "group_chat": "-100300"}


@pytest.mark.parametrize("status", ["kicked", "left"])
@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
def test_a_chat_that_shut_us_out_is_left(chat, status):
    """Nothing sent there would arrive."""
    heard = membership(chat, status)
    assert (heard.address, heard.kind) == (str(chat["id"]), InboundKind.LEFT)


def test_a_chat_that_takes_us_in_says_nothing_yet():
    """It begins with its first message, or with an invite."""
    assert membership(PRIVATE, "member") is None


def test_an_edited_message_is_never_a_new_answer():
    """We neither ask for edits nor read them."""
    message = {"message_id": 1, "date": 1, "chat": PRIVATE, "from": MEI, "text": "no"}
    assert as_inbound(update(edited_message=message), ME) is None
    assert "edited_message" not in ALLOWED


def test_updates_we_did_not_ask_for_say_nothing():
    """A channel's post has no sender to answer."""
    post = {"message_id": 1, "date": 1, "chat": {"id": -5, "type": "channel"}, "text": "news"}
    assert as_inbound(update(channel_post=post), ME) is None
    assert as_inbound(update(message=post), ME) is None
    assert as_inbound(update(), ME) is None


def test_a_group_chat_that_becomes_a_supergroup_tells_its_new_name():
    """And nothing else does."""
    sent = {"message_id": 1, "date": 1, "chat": GROUP, "from": MEI}
    assert moved(update(message={**sent, "migrate_to_chat_id": -100999})) == (
        "-100300",
        "-100999",
    )
    assert moved(update(message={**sent, "text": "hello"})) is None
    assert moved(update()) is None
