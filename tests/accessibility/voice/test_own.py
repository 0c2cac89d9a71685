"""The operator's own voices: a folder for each language, behind the same interface."""

import sys

import pytest

from accessibility.speech import Segment
from accessibility.voice.errors import VoiceError
from accessibility.voice.sound import Format, Manner
from accessibility.voice.speaker import Speaker
from tests.accessibility.voice.audio import heard, is_whole

HELLO = (Segment("en", "What do you need today?"),)
PHONE = Manner(Format.WAV8K)

TONE = """
import sys, wave
text, speed = sys.stdin.buffer.read().decode().strip(), float(sys.argv[1])
with wave.open(sys.stdout.buffer, "wb") as file:
    file.setnchannels({channels}); file.setsampwidth(2); file.setframerate(16000)
    file.writeframes(b"\\x00\\x20" * int(len(text) * 1600 / speed))
"""


@pytest.fixture
def folder(tmp_path):
    """A folder of voices with a program for Somali that hums so long as its text has letters."""
    write(tmp_path, f'command = ["{sys.executable}", "tone.py", "{{speed}}"]')
    return tmp_path


def write(folder, told, channels=1):
    """The entry for Somali, and its program."""
    (folder / "so").mkdir(exist_ok=True)
    (folder / "so" / "voice.toml").write_text(told, encoding="utf-8")
    (folder / "so" / "tone.py").write_text(TONE.format(channels=channels), encoding="utf-8")


async def test_a_program_speaks_a_language_that_had_no_voice(folder):
    """As long as it says, at the rate that is wanted, in every format."""
    async with Speaker(own=folder) as speaker:
        voices = await speaker.voices()
        assert voices.own == {"so": "own:so"}
        text = (Segment("so", "Waa maxay"),)
        assert heard(await speaker.say(text, PHONE)).seconds == pytest.approx(0.9, abs=0.02)
        slow = await speaker.say(text, Manner(Format.OGG, rate=80))
        assert heard(slow).seconds == pytest.approx(1.8, abs=0.05)


async def test_it_speaks_beside_espeak_in_one_utterance(folder):
    """At another number of samples a second; the first one's is taken for all."""
    mixed = (*HELLO, Segment("so", "Waa maxay"), *HELLO)
    async with Speaker(own=folder) as speaker:
        apart = [heard(await speaker.say((one,), PHONE)).seconds for one in mixed]
        whole = heard(await speaker.say(mixed, PHONE)).seconds
    assert whole == pytest.approx(sum(apart), abs=0.05)


@pytest.mark.parametrize(
    ("told", "channels"),
    [
        ('command = ["no-such-program-here"]', 1),
        (f'command = ["{sys.executable}", "-c", "raise SystemExit(1)"]', 1),
        (f'command = ["{sys.executable}", "-c", "print(1)"]', 1),
        (f'command = ["{sys.executable}", "tone.py", "1"]', 2),
    ],
)
async def test_a_program_that_fails_is_an_error_and_the_others_speak(tmp_path, told, channels):
    """Never silence in its place."""
    write(tmp_path, told, channels)
    async with Speaker(own=tmp_path) as speaker:
        with pytest.raises(VoiceError):
            await speaker.say((Segment("so", "Waa maxay"),), PHONE)
        assert is_whole(await speaker.say(HELLO, PHONE), HELLO)


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("command = 5", "has no command"),
        ("", "has no command"),
        ("command = [", "voice.toml"),
        ('reader = "parrot"', "has no command"),
    ],
)
async def test_an_entry_that_cannot_be_used_is_told_with_its_file(tmp_path, told, says):
    """The other voices work, and `linli doctor` tells it."""
    write(tmp_path, told)
    (tmp_path / "zu").mkdir()
    (tmp_path / "zu" / "voice.toml").write_text('command = ["cat"]', encoding="utf-8")
    async with Speaker(own=tmp_path) as speaker:
        voices = await speaker.voices()
        assert says in voices.lacks
        assert str(tmp_path / "so") in voices.lacks
        assert voices.own == {"zu": "own:zu"}
        assert is_whole(await speaker.say(HELLO, PHONE), HELLO)


async def test_a_folder_that_is_not_there_is_told(tmp_path, caplog):
    """A mistyped setting must not pass for a folder without voices; it is in the log, once."""
    async with Speaker(own=tmp_path / "nowhere") as speaker:
        assert "there is no such folder" in (await speaker.voices()).lacks
        assert caplog.text.count("there is no such folder") == 1
        assert is_whole(await speaker.say(HELLO, PHONE), HELLO)


@pytest.mark.full
async def test_the_extra_voice_speaks_english(tmp_path):
    """`hibari-tts`, whose weights come with it."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "voice.toml").write_text('reader = "hibari"', encoding="utf-8")
    async with Speaker(own=tmp_path) as speaker:
        assert (await speaker.voices()).lacks == ""
        usual, slow = [await speaker.say(HELLO, one) for one in (PHONE, PHONE.slower())]
    assert is_whole(usual, HELLO)
    assert heard(slow).seconds > heard(usual).seconds * 1.2
