"""Voice notes on Telegram: heard first, read beside, slower and louder, until a word ends it."""

import locales
from accessibility.listen.expected import Expected
from accessibility.listen.listener import Listener
from accessibility.speech import as_speech
from bot.dialogue.statement import Statement
from tests.accessibility.voice.audio import heard, is_whole
from tests.bot.channels.telegram.listening import answered, begin, downloaded, kinds
from tests.weights import listening


async def test_who_asks_for_it_hears_each_question_and_reads_it_beside(
    district, telegram, new_person
):
    """A voice note that can be decoded, as long as its words; then the text with its buttons."""
    mei = new_person("Mei")
    place = await begin(mei)
    note, text = await answered(mei, "speak to me", begin=place)
    assert text["text"].startswith("I will speak to you, too.\n")
    assert "Are you safe right now?" in text["text"]
    assert "1. Yes, I am safe" in text["text"]
    assert {"1. Yes, I am safe", "2. No, I am in danger"} <= set(mei.labels)
    audio = await downloaded(telegram, note)
    assert audio.startswith(b"OggS")
    prompt = district.whole.bot.delivery.wording.prompt(
        "ask.safe_now",
        {
            "options": [["yes", "", "1"], ["no", "", "2"]],
            "first": [{"code": Statement.WILL_SPEAK, "values": {}}],
        },
        "en",
        district.now(),
    )
    assert is_whole(audio, as_speech(prompt, locales.catalog("en")))
    note, text = await answered(mei, "1", begin=place + 2)
    assert "voice" in note
    assert text["text"].startswith("May we keep your answers")


async def test_its_words_are_recognised_by_who_listens(district, telegram, new_person):
    """Another program hears in the downloaded file what stands beside it, numbers in words."""
    model = listening()
    mei = new_person("Mei")
    place = await begin(mei)
    note, _ = await answered(mei, "speak to me", begin=place)
    audio = await downloaded(telegram, note)
    async with Listener(model) as listener:
        words = (await listener.hear(audio, "en", Expected((), free=True))).text.casefold()
    assert "speak to you" in words
    assert "are you safe" in words
    assert "i am in danger" in words.replace("i'm", "i am")


async def test_slower_and_louder_can_be_heard_and_one_word_ends_it(district, telegram, new_person):
    """The same question each time: longer, louder, as before, and then only written."""
    mei = new_person("Mei")
    place = await begin(mei)
    sounds = {}
    for said in ("speak to me", "slower", "usual voice", "louder"):
        note, text = await answered(mei, said, begin=place)
        assert "Are you safe right now?" in text["text"]
        sounds[said] = heard(await downloaded(telegram, note))
        place += 2
    (text,) = await answered(mei, "write to me", begin=place, voices=0)
    assert "Are you safe right now?" in text["text"]
    assert sounds["slower"].seconds > 1.2 * sounds["usual voice"].seconds
    assert sounds["louder"].loudness > 1.5 * sounds["usual voice"].loudness
    (text,) = await answered(mei, "1", begin=place + 1, voices=0)
    assert text["text"].startswith("May we keep your answers")


async def test_a_voice_note_that_comes_in_is_answered_with_one(district, new_person, voice):
    """Until they say that they want to read: then a voice note changes nothing."""
    mei = new_person("Mei")
    place = await begin(mei)
    await mei.sends_voice()
    await mei.reads_until("Are you safe right now?")
    assert "voice" in kinds(mei, place)
    await mei.says("write to me")
    await mei.reads_until("I only write to you now.")
    place = len(mei.received)
    await mei.sends_voice()
    await mei.reads_until("Are you safe right now?")
    assert "voice" not in kinds(mei, place)
    assert voice.asked


async def test_the_menu_speaks_and_writes_too(district, telegram, new_person, voice):
    """Whoever cannot spell finds both among the commands."""
    await telegram.until(lambda: telegram.commands, "the menu")
    offered = {one["command"] for menu in telegram.commands.values() for one in menu}
    assert {"speak", "write"} <= offered
    mei = new_person("Mei")
    place = await begin(mei)
    await answered(mei, "/speak", begin=place)
    assert kinds(mei, place) == ["voice", "text"]
    await answered(mei, "/write", begin=place + 2, voices=0)
    assert kinds(mei, place) == ["voice", "text", "text"]
    assert len(voice.asked) == 1
