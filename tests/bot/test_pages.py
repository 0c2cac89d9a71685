"""A page shows what was said as it was read: typed words as typed, a button by its label."""

import logging

import pytest

from accessibility.prompt import Command, Kind
from api.vocabulary import MEDIA, Channel, InboundKind, NoticeCode
from bot.channel import Inbound
from bot.pages import Histories
from bot.service import Find, HistoryItem
from tests.bot.telling import address_id, tell

NO_OFFER = {"form": "offer", "open": "answer", "asked": 7}
"""An offer of nothing in particular."""


@pytest.fixture
async def ann(world):
    """Somebody on the page, who has chosen English and is asked whether they are safe."""
    world.channel_of["Ann"] = Channel.WEB
    await world.say("Ann", "hello")
    await world.press("Ann", "English")
    return world


def histories(world, **changed):
    """The world's own, some of its parts changed."""
    own = world.whole.bot.histories
    return Histories(own.service, changed.get("wording", own.wording), own.clock, own.languages)


async def shown(world, name="Ann"):
    """What the page of a person shows."""
    return await histories(world).shown(Channel.WEB, world.address(name))


async def said(world, by="person"):
    """The lines of one side, oldest first."""
    return [line.text for line in (await shown(world)).said if line.by == by]


async def in_words(world, *items):
    """What is shown of a history of Ann's that has these lines."""
    history = await world.whole.bot.service.history(await address_id(world, "Ann"))
    by_her = {"by": "person", "at": world.now}
    lines = [HistoryItem.model_validate({**by_her, **item}) for item in items]
    found = histories(world).in_words(history.model_copy(update={"items": lines}))
    return [line.text for line in found.said]


async def test_somebody_new_is_shown_the_first_question_and_nothing_is_kept_of_it(world):
    """With the words and the number it has once they answer."""
    world.channel_of["Nobody"] = Channel.WEB
    found = await shown(world, "Nobody")
    assert (found.language, found.said, found.waiting) == ("en", (), False)
    kept = Find(channel=Channel.WEB, address=world.address("Nobody"))
    assert (await world.whole.bot.service.find(kept)).address_id is None
    await world.receive("Nobody", InboundKind.START)
    assert (await shown(world, "Nobody")).open == found.open


async def test_typed_words_stand_as_typed_and_a_button_by_its_label(ann):
    """Nobody reads a code of ours, nor loses what they wrote."""
    await ann.press("Ann", "Yes, I am safe")
    await ann.say("Ann", "perhaps <b>later</b>")
    assert await said(ann) == ["hello", "English", "Yes, I am safe", "perhaps <b>later</b>"]


async def test_several_options_sent_at_once_are_a_list(ann):
    """As the language writes one."""
    await ann.press("Ann", "Yes, I am safe")
    await ann.press("Ann", "Yes")
    await ann.choose("Ann", ["food", "health"])
    assert (await said(ann))[-1] == "Food or water and Medicine or a doctor"


async def test_a_button_whose_question_is_not_on_the_page_shows_nothing(ann):
    """It could only be a code."""
    await ann.receive("Ann", InboundKind.BUTTON, button="999:yes")
    assert await said(ann) == ["hello", "English"]


async def test_a_key_or_a_command_of_a_menu_stands_in_words(ann):
    """Whatever a wire may send, in the language of who reads it."""
    for language in ("en", "zh-Hans"):
        await ann.speak("Ann", language)
        pressed = [{"kind": InboundKind.BUTTON, "text": f"7::{one}"} for one in Command]
        lines = await in_words(ann, *pressed)
        assert len(lines) == len(Command)
        assert not set(lines) & set(Command)
        assert all(line.isascii() == (language == "en") for line in lines)


async def test_what_no_page_can_show_is_named(ann):
    """A caller sees that there was a voice note or a pin, in words."""
    kinds = sorted({*MEDIA, InboundKind.LOCATION})
    lines = await in_words(ann, *({"kind": kind} for kind in kinds))
    assert len(set(lines)) == len(kinds)
    assert not set(lines) & set(InboundKind)


async def test_the_open_question_is_on_the_page_as_it_was_asked(ann):
    """With the id that its buttons carry."""
    found = await shown(ann)
    assert found.open == ann.open_prompt("Ann")
    assert found.open.kind is Kind.ONE
    assert found.said[-1].prompt.question_id == found.open.question_id


async def test_the_page_is_in_the_language_of_now_from_its_first_line(ann):
    """Whoever changes the language reads all of it, not only what follows."""
    before = await said(ann, "linli")
    await ann.speak("Ann", "zh-Hans")
    after = await said(ann, "linli")
    assert len(after) == len(before)
    assert after[-1] != before[-1]
    assert not after[-1].isascii()


async def test_while_an_answer_is_still_to_come_the_page_says_so(ann):
    """And no longer than that."""
    await ann.wire("Ann").ports.receive(_said("one more thing"))
    assert (await shown(ann)).waiting
    await ann.settle()
    assert not (await shown(ann)).waiting


async def test_what_a_caller_wrote_is_told_from_what_linli_says(ann):
    """A person is behind it."""
    values = {"name": "Eva", "text": "Good morning!"}
    await tell(ann, "Ann", NoticeCode.CALL_MESSAGE, **values)
    await ann.settle()
    (line,) = await said(ann, "caller")
    assert "Eva" in line
    assert "Good morning!" in line


async def test_in_practice_each_line_of_linli_says_that_it_is_practice(ann):
    """As every message on another wire; a person's own words stay their own."""
    own = ann.whole.bot.histories.wording
    practice = type(own)(own.zone, "en", own.always, practice=True)
    found = await histories(ann, wording=practice).shown(Channel.WEB, "ann")
    (line,) = practice.practice_line("en", ann.now)
    assert {one.by: one.text.startswith(line) for one in found.said} == {
        "linli": True,
        "person": False,
    }


async def test_a_line_that_cannot_be_worded_hides_no_other_and_no_question(ann, caplog):
    """The page is somebody's only way to us; the log has the kind of failure and no words."""
    before = await shown(ann)
    with caplog.at_level(logging.ERROR):
        await tell(ann, "Ann", NoticeCode.CALL_MESSAGE, text="12 Elm Road")
        after = await shown(ann)
    assert after == before
    assert "wording a line of call_message" in caplog.text
    assert "Elm" not in caplog.text


async def test_a_question_that_cannot_be_worded_leaves_the_rest_of_the_page(ann, caplog):
    """What it is about is missing: there are still the keys, and with them a person."""
    history = await ann.whole.bot.service.history(await address_id(ann, "Ann"))
    session = history.session.model_copy(update={"state": {"frames": [NO_OFFER]}})
    found = histories(ann).in_words(history.model_copy(update={"session": session}))
    assert found.open is None
    assert found.said
    assert "wording the open question" in caplog.text


def _said(text):
    return Inbound("p1", "ann", InboundKind.TEXT, {"text": text})
