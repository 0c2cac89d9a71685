"""Every message can be heard: by whom it is for alone, whole or in parts, or it says why not."""

import asyncio
import re
from dataclasses import replace

import pytest

from bot.channel import Said, Shown
from tests.bot.channels.web.standin import NOON, question, shown

WORD = "Your word at the door is heron."


def sounds(visitor):
    """Where the page has something to listen to."""
    return re.findall(r'<audio [^>]*src="([^"]+)"', visitor.screen.html)


@pytest.fixture
async def told(alone, visitor):
    """A visitor who was told something, and asked something."""
    said = shown(asks=question(WORD, ()))
    alone.talks[alone.asked[-1]] = said
    await visitor.opens()
    return visitor


async def test_every_message_has_its_sound_made_when_it_is_asked_for(alone, visitor):
    """What was asked and what was told; the page itself loads none of it."""
    alone.talk = shown(asks=question())
    await visitor.opens()
    [path] = sounds(visitor)
    assert 'preload="none"' in visitor.screen.html
    await visitor.opens(path)
    assert visitor.last.headers["content-type"] == "audio/mpeg"
    assert visitor.last.content == b"ID3 en Are you safe?"


async def test_what_somebody_said_themselves_has_no_voice_of_ours(alone, visitor):
    """Only what Linli or a person of the group told them."""
    alone.talk = shown("I need water", by="person")
    await visitor.opens()
    assert sounds(visitor) == []


async def test_the_first_question_can_be_heard_before_anything_was_said(alone, visitor):
    """It stands in no line yet; whoever cannot read begins by listening."""
    alone.talk = replace(shown(), open=question("Which language?"))
    await visitor.opens()
    assert sounds(visitor) == ["/chat/aloud/open"]
    await visitor.opens("/chat/aloud/open")
    assert visitor.last.content == b"ID3 en Which language?"


async def test_it_is_named_by_its_words_for_who_cannot_see_them(alone, visitor):
    """A list of controls that are all called "Listen" leads nowhere; long words are cut."""
    alone.talk = shown(asks=question("Are you safe?\nIt is about now. " + "word " * 40))
    html = (await visitor.opens()).html
    assert 'aria-label="Listen: Are you safe?"' in html
    alone.talk = shown(asks=question("word " * 40))
    html = (await visitor.opens()).html
    assert max(map(len, re.findall(r'aria-label="Listen: ([^"]+)"', html))) <= 61


async def test_the_question_is_described_by_its_words_alone(alone, visitor):
    """Whoever comes to the field for the answer hears the question, and no button after it."""
    alone.talk = shown(asks=question())
    await visitor.opens()
    assert visitor.screen.part("question") == "Are you safe?"


async def test_nobody_else_finds_it(alone, told, new_visitor):
    """Not with another cookie, not with none: it is not there."""
    [path] = sounds(told)
    await told.opens(path)
    assert WORD.encode() in told.last.content
    alone.talk = shown("Hello")
    stranger = new_visitor()
    for _ in ("without a cookie", "with one of their own"):
        await stranger.opens(path)
        assert (stranger.last.status_code, stranger.last.content) == (404, b"")
        await stranger.opens()


async def test_its_address_tells_nothing_of_what_is_said(told):
    """Nor does a cache keep it: the device may be somebody else's, too."""
    [path] = sounds(told)
    assert re.fullmatch(r"/chat/aloud/[a-j]+-[a-j]", path)
    await told.opens(path)
    assert told.last.headers["cache-control"] == "no-store"


async def test_a_link_that_has_ended_is_heard_no_more(alone, new_visitor):
    """As its page is read no more."""
    link = "0a" * 32
    alone.links[link] = "ann"
    ann = new_visitor()
    await ann.opens(f"/me/{link}")
    [path] = sounds(ann)
    alone.links.clear()
    await ann.opens(path)
    assert ann.last.status_code == 404


@pytest.mark.parametrize("line", ["none", "open", "%00", "..%2f..%2fetc", "a" * 5000])
async def test_a_line_that_is_none_is_not_there(alone, visitor, line):
    """Whatever it is called; an open question only while there is one."""
    alone.talk = shown("Hello")
    await visitor.opens(f"/chat/aloud/{line}")
    assert visitor.last.status_code == 404


async def test_a_voice_that_is_busy_is_said_in_words(alone, told):
    """On a page of its own for who has no scripts; the next try is a new one."""
    [path] = sounds(told)
    alone.failing.add("aloud")
    await told.opens(path)
    assert told.last.status_code == 503
    assert told.last.headers["retry-after"] == "5"
    assert told.screen.part("told").startswith("This cannot be said right now.")
    alone.failing.clear()
    await told.opens(path)
    assert told.last.status_code == 200


async def test_where_no_voice_speaks_the_language_no_button_is_dead(alone, visitor):
    """It is said once, in plain words; every message is there to be read."""
    alone.voices.clear()
    alone.talk = shown("Hello", asks=question())
    await visitor.opens()
    assert sounds(visitor) == []
    assert visitor.screen.text.count("No voice here speaks this language yet.") == 1
    assert "play-new" not in visitor.screen.html


async def test_it_is_made_once_for_all_the_pieces_a_browser_asks_for(alone, told):
    """At one time and one after the other: two makings would differ in their bytes."""
    made = []

    async def slowly(_shown, prompt):
        made.append(prompt)
        await asyncio.sleep(0.01)
        return bytes(range(200))

    alone.aloud = slowly
    await alone.open()
    [path] = sounds(told)
    await asyncio.gather(told.reads(path), told.reads(path))
    answer = await told.reads(path, range="bytes=10-19")
    assert (answer.status_code, answer.content) == (206, bytes(range(10, 20)))
    assert len(made) == 1


async def test_who_asks_for_much_at_once_leaves_the_voice_to_others(alone, visitor):
    """Two at a time for one visitor; the rest is told to try again."""
    going, goes_on = [], asyncio.Event()

    async def slowly(_shown, prompt):
        going.append(prompt)
        await goes_on.wait()
        return b"ID3"

    alone.aloud = slowly
    await alone.open()
    prompts = [question(f"Question {number}?") for number in range(5)]
    said = [
        Said("linli", one.text, NOON.replace(minute=number), one)
        for number, one in enumerate(prompts)
    ]
    alone.talk = Shown("en", tuple(said), None, waiting=False)
    await visitor.opens()
    asking = [asyncio.create_task(visitor.reads(path)) for path in sounds(visitor)]
    done, _ = await asyncio.wait(asking, timeout=30, return_when=asyncio.FIRST_COMPLETED)
    while len(done) < 3:
        done, _ = await asyncio.wait(asking, timeout=0.05)
    goes_on.set()
    answers = await asyncio.gather(*asking)
    assert sorted(one.status_code for one in answers) == [200, 200, 503, 503, 503]
    assert len(going) == 2


async def test_it_does_not_stay_in_memory(alone, told, monkeypatch):
    """It says what only its listener may hear."""
    monkeypatch.setattr("bot.channels.web.aloud.KEPT_S", 0)
    made = []

    async def counting(_shown, prompt):
        made.append(prompt)
        return b"ID3"

    alone.aloud = counting
    await alone.open()
    [path] = sounds(told)
    for count in (1, 2):
        await told.reads(path)
        assert len(made) == count
        await asyncio.sleep(0.01)


async def test_who_spoke_hears_themselves_while_it_is_kept(alone, visitor, new_visitor):
    """They alone; afterwards their line says what it was, and nothing leads nowhere."""
    mine = alone.asked[-1]
    line = Said("person", "a voice message", NOON, recording="r1")
    alone.talks[mine] = Shown("en", (line,), None, waiting=True)
    alone.recordings[mine, "r1"] = (b"OggS my words", "audio/ogg")
    await visitor.opens()
    [path] = sounds(visitor)
    await visitor.opens(path)
    assert (visitor.last.content, visitor.last.headers["content-type"]) == (
        b"OggS my words",
        "audio/ogg",
    )
    stranger = new_visitor()
    await stranger.opens(path)
    assert stranger.last.status_code == 404
    alone.recordings.clear()
    await visitor.opens(path)
    assert visitor.last.status_code == 404


async def test_a_recording_is_served_as_sound_and_nothing_else(alone, visitor):
    """Whatever it was called: a browser must not run it."""
    line = Said("person", "a voice message", NOON, recording="r1")
    alone.talk = Shown("en", (line,), None, waiting=True)
    alone.recordings[alone.asked[-1], "r1"] = (b"<script>", "application/octet-stream")
    await visitor.opens()
    await visitor.opens(sounds(visitor)[0])
    assert visitor.last.headers["content-type"] == "application/octet-stream"
    assert visitor.last.headers["x-content-type-options"] == "nosniff"
