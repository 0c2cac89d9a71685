"""Audio that was made before: whole or not there, within its limit, shared by processes."""

import os
import sys
import time

import pytest

from accessibility.speech import Segment
from accessibility.voice.cache import LEFT_AFTER_S, PART, Cache, key_of
from accessibility.voice.sound import Format, Manner
from tests.tree import ROOT, run

AUDIO = b"RIFF" + b"x" * 996
HELLO = (Segment("en", "Hello", 100),)
VOICES = "espeak-ng 1.52.0"

SHARING = """
import sys
from pathlib import Path
from accessibility.voice.cache import Cache
from accessibility.voice.sound import Format
cache, name = Cache(Path(sys.argv[1]), 40_000), sys.argv[2]
for number in range(300):
    key = f"{number % 70:02}"
    audio = b"RIFF" + bytes([number % 70]) * 996
    found = cache.get(key, Format.WAV)
    assert found in (None, audio), (name, number)
    cache.put(key, Format.WAV, audio)
print("done")
"""


def size(folder):
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.iterdir())


@pytest.fixture
def cache(tmp_path):
    """Room for ten."""
    return Cache(tmp_path / "voice", 10 * len(AUDIO))


def test_what_was_put_is_got_and_what_was_not_is_not(cache):
    """Each format by itself."""
    cache.put("a", Format.WAV, AUDIO)
    assert cache.get("a", Format.WAV) == AUDIO
    assert cache.get("a", Format.OGG) is None
    assert cache.get("b", Format.WAV) is None


@pytest.mark.parametrize(
    ("speech", "manner", "voices"),
    [
        ((Segment("en", "Hello!", 100),), Manner(), VOICES),
        ((Segment("zh-Hans", "Hello", 100),), Manner(), VOICES),
        ((Segment("en", "Hello", 200),), Manner(), VOICES),
        (HELLO, Manner().slower(), VOICES),
        (HELLO, Manner().louder(), VOICES),
        (HELLO, Manner(Format.MP3), VOICES),
        (HELLO, Manner(), "espeak-ng 1.51"),
    ],
)
def test_whatever_changes_the_sound_changes_the_name(speech, manner, voices):
    """Words, language, silence, rate, gain, format, and the version of the voices."""
    assert key_of(speech, manner, voices) != key_of(HELLO, Manner(), VOICES)
    assert key_of(HELLO, Manner(), VOICES) == key_of(tuple(HELLO), Manner(), VOICES)


def test_no_name_of_a_file_tells_what_is_said(cache):
    """Nor can a text lead out of the directory."""
    key = key_of((Segment("en", "../../Quillfeather"),), Manner(), VOICES)
    assert key.isalnum()
    cache.put(key, Format.OGG, AUDIO)
    assert [path.name for path in cache.folder.iterdir()] == [f"{key}.ogg"]


def test_the_limit_is_kept_by_what_was_used_longest_ago(cache):
    """Being asked for makes it young again."""
    for number in range(10):
        cache.put(str(number), Format.WAV, AUDIO)
        os.utime(cache.folder / f"{number}.wav", (number, number))
    assert cache.get("0", Format.WAV)
    for number in range(10, 15):
        cache.put(str(number), Format.WAV, AUDIO)
        assert size(cache.folder) <= cache.limit
    kept = {path.stem for path in cache.folder.iterdir()}
    assert kept == {"0", *map(str, range(6, 15))}


def test_what_is_larger_than_all_the_room_is_not_kept(cache):
    """It would push everything else out, for nothing."""
    cache.put("a", Format.WAV, AUDIO)
    cache.put("b", Format.WAV, AUDIO * 11)
    assert {path.stem for path in cache.folder.iterdir()} == {"a"}


@pytest.mark.parametrize("broken", [b"", b"OggS", b"\0\0\0\0"])
def test_a_file_that_is_none_of_its_format_is_not_played(cache, broken):
    """A power cut may leave anything behind."""
    cache.put("a", Format.WAV, AUDIO)
    (cache.folder / "a.wav").write_bytes(broken)
    assert cache.get("a", Format.WAV) is None


def test_a_part_left_by_a_process_that_ended_goes_and_a_fresh_one_stays(cache):
    """Somebody may be writing the fresh one."""
    cache.put("a", Format.WAV, AUDIO)
    for name, age in ((f"old.wav.1-aa{PART}", LEFT_AFTER_S + 60), (f"new.wav.2-bb{PART}", 0)):
        (cache.folder / name).write_bytes(b"RI")
        os.utime(cache.folder / name, (time.time() - age,) * 2)
    cache.put("b", Format.WAV, AUDIO)
    assert {path.name for path in cache.folder.iterdir()} == {
        "a.wav",
        "b.wav",
        f"new.wav.2-bb{PART}",
    }


def test_nobody_else_on_the_machine_reads_the_directory(cache):
    """It says which questions were heard here."""
    cache.put("a", Format.WAV, AUDIO)
    assert cache.folder.stat().st_mode & 0o077 == 0


def test_what_does_not_concern_the_cache_is_left_alone(cache):
    """An operator may have put a note there."""
    cache.folder.mkdir()
    (cache.folder / "README").write_bytes(b"x" * 10**5)
    cache.put("a", Format.WAV, AUDIO)
    assert {path.name for path in cache.folder.iterdir()} == {"README", "a.wav"}


def test_two_processes_share_a_directory(tmp_path):
    """Both read whole files only, neither fails, and the limit is kept."""
    import subprocess  # noqa: PLC0415

    folder = tmp_path / "voice"
    command = (sys.executable, "-c", SHARING, str(folder))
    first = subprocess.Popen((*command, "first"), stdout=subprocess.PIPE, cwd=ROOT)  # noqa: S603
    second = run(*command, "second")
    told, _ = first.communicate()
    assert (told, first.returncode) == (b"done\n", 0)
    assert (second.stdout, second.stderr) == ("done\n", "")
    assert size(folder) <= 40_000
    assert not list(folder.glob(f"*{PART}"))
