"""Voice notes on Telegram, really spoken and really listened to."""

import itertools
from difflib import SequenceMatcher

import pytest
import sqlalchemy as sa

from accessibility.listen.expected import Expected
from accessibility.listen.listener import Listener
from accessibility.understand.rules import rules_of
from accessibility.understand.sound import sound_of
from accessibility.voice.speaker import Speaker as Voice
from api.database.tables.recordings import recordings
from api.vocabulary import Leaf, Urgency
from tests.bot.channels.telegram.district import District, running
from tests.bot.channels.telegram.listening import downloaded
from tests.bot.channels.telegram.speaking import READ_BACK, Speaker
from tests.weights import listening
from tests.world import HERE

pytestmark = [pytest.mark.full, pytest.mark.timeout(1200)]

PATIENCE_S = 180.0
"""A machine that speaks and listens for many at once takes its time."""


@pytest.fixture
async def hearing(tmp_path, telegram, fault_proxy):
    """A district with ears."""
    telegram.patience_s = PATIENCE_S
    ears = {"listen_directory": str(listening())}
    async with running(District(tmp_path, telegram, fault_proxy, **ears)) as district:
        yield district


@pytest.fixture
async def voice():
    """What people here speak with."""
    async with Voice() as one:
        yield one


async def kept(district):
    """How many voice notes are kept that no person has to hear."""
    count = sa.select(sa.func.count(recordings.c.id)).where(recordings.c.call_id.is_(None))
    return await district.write(lambda conn: conn.scalar(count))


STEPS = (
    ("Are you safe right now?", ("Yes, I am safe",), "Yes, I am safe"),
    ("May we keep your answers", ("Yes", "Yes, please"), "Yes"),
    ("What do you need?", ("Something to eat", "Food or water", "Number one"), "Food or water"),
    ("What food or water", ("Food shopping, or baby milk",), "Food shopping"),
    ("When do you need it?", ("Today", "Number two"), "Today"),
    ("Where is the help needed?", ("Elm Street, number twelve",), ""),
    ("How does a helper find your door?", ("Ring the bell of the second door",), ""),
    ("How many people", ("Two people",), "Two people"),
    ("What should we know about your food?", ("No meat, please",), ""),
    ("Who is the help for?", ("For me",), "For me"),
    ("What may we call you?", ("My name is Mary",), ""),
    ("Is there anything we must know", ("No", "Number two"), "No"),
    ("How may we reach you?", ("Write to me here",), "Write to me here"),
)
"""What is asked, what is said, and what must be read back of it; "" for a person's own words."""


async def test_the_whole_form_by_voice_alone(hearing, new_person, voice):
    """From the first word to the receipt: nothing is pressed and nothing is typed."""
    mei = Speaker(new_person("Mei"), voice)
    await mei.says("Good morning, how are you?")
    asked = await mei.says("English")
    for question, ways, heard in STEPS:
        assert question in asked
        asked = await mei.answers(*ways, heard=heard)
    assert "This is what you told us:" in asked
    await mei.says_until("Yes, ask for help", READ_BACK)
    await mei.says_until("Yes, that is right", "We have your request")
    [(request, private)] = await hearing.requests_of(mei.person)
    assert (request.leaves(), request.urgency) == ([Leaf.GROCERIES], Urgency.TODAY)
    place = private.place.text.lower()
    assert "twelve" in place or "12" in place
    assert await kept(hearing) == 0


DIGITS = (
    ("您现在安全吗？", "1"),
    ("我们可以记下您的回答", "1"),
    ("您需要什么？", "4"),
    ("您想找谁说话？", "1"),
    ("您什么时候需要？", "2"),
    ("要到哪里帮您？", HERE),
    ("怎样找到您家的门？", "#"),
    ("帮忙的人还要知道什么？", "#"),
    ("是给谁求助？", "1"),
    ("您怎么称呼？", "王伟"),
    ("有什么我们必须知道", "2"),
    ("我们怎样联系您？", "1"),
    ("对吗？", "1"),
)
"""What is asked in Chinese, and the key, the place or the name that answers it."""

LISTENED_TO = 3
"""So many of the voice notes are listened to; the voice is a machine's, and so are the ears."""


async def test_in_chinese_prompts_are_spoken_and_answered_by_digits(hearing, telegram, new_person):
    """Each question comes as a voice note and as text; the notes say what the text says."""
    wei = new_person("Wei")
    await wei.starts()
    await wei.reads()
    await wei.says("2")
    await wei.reads_until("您现在安全吗？")
    notes = [await _next(wei, "/speak", DIGITS[0][0])]
    for (_, reply), (question, _) in itertools.pairwise(DIGITS):
        notes.append(await _next(wei, reply, question))
    await wei.says(DIGITS[-1][1])
    await wei.reads_until("收到您的求助")
    [(request, _)] = await hearing.requests_of(wei)
    assert (request.leaves(), request.language) == ([Leaf.CHECK_IN], "zh-Hans")
    async with Listener(listening()) as listener:
        for (question, _), note in zip(DIGITS[:LISTENED_TO], notes, strict=False):
            audio = await downloaded(telegram, note)
            said = await listener.hear(audio, "zh-Hans", Expected())
            assert _alike(question, said.text) > ALIKE, said.text


ALIKE = 0.6
"""Of the sounds of a question so many are heard again, in stretches."""


def _alike(question, heard):
    rules = rules_of("zh-Hans")
    one, other = sound_of(question, rules), sound_of(heard, rules)
    same = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in same if block.size > 2) / len(one)


async def _next(person, reply, question):
    """Give a reply; the voice note that comes with the next question."""
    begin = len(person.received)
    if isinstance(reply, tuple):
        await person.shares_location(*reply)
    else:
        await person.says(reply)
    await person.reads_until(question)
    note, text = (person.received[begin + at] for at in range(2))
    assert "voice" in note
    assert question in text["text"]
    return note
