"""Which voice speaks a language, and where the voices come from."""

import json
import sys

import pytest

import locales
from accessibility.voice.voices import Voices
from accessibility.voice.worker.library import MISSING
from tests.tree import run

FOUND = {
    "en-gb": "gmw/en",
    "en-us": "gmw/en-US",
    "cmn": "sit/cmn",
    "cmn-latn-pinyin": "sit/cmn-Latn-pinyin",
    "es": "roa/es",
    "pt-br": "roa/pt-BR",
    "ja": "jpx/ja",
    "nb": "gmq/nb",
}
NEW = Voices("espeak-ng 1.52.0", "1.52.0", FOUND)
OLD = Voices("espeak-ng 1.51", "1.51", FOUND)

WITHOUT = """
import importlib.util, sys
find = importlib.util.find_spec
importlib.util.find_spec = lambda name: None if name == "{name}" else find(name)
sys.modules["{name}"] = None
sys.argv = ["worker"]
from accessibility.voice.worker.__main__ import main
main()
"""


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("en", "gmw/en"),
        ("zh-Hans", "sit/cmn"),
        ("zh-TW", "sit/cmn"),
        ("en-US", "gmw/en-US"),
        ("es", "roa/es"),
        ("es-MX", "roa/es"),
        ("pt", "roa/pt-BR"),
        ("no", "gmq/nb"),
        ("so", ""),
        ("und", ""),
        ("", ""),
    ],
)
def test_a_language_has_the_voice_that_the_table_or_its_tag_names(language, voice):
    """Ours as locales/languages.toml says, others by tag, by language, by a dialect."""
    assert NEW.of(language) == voice
    assert NEW.speaks(language) == bool(voice)


def test_where_a_version_says_mandarin_wrongly_its_other_voice_speaks():
    """1.51, as Debian 12 has it, says the tones as English digits."""
    assert OLD.of("zh-Hans") == "sit/cmn-Latn-pinyin"
    assert NEW.of("zh-Hans") == "sit/cmn"


def test_a_voice_that_cannot_read_the_script_is_none():
    """Japanese kanji would be left out, and nobody would know."""
    assert not NEW.speaks("ja")
    assert Voices(found=FOUND, own={"ja": "own:ja"}).speaks("ja")


def test_the_operators_own_voice_comes_first():
    """For its dialect, or for the whole language."""
    own = Voices(found=FOUND, own={"en": "own:en", "zh-hans": "own:zh-hans"})
    assert [own.of(tag) for tag in ("en", "en-US", "zh-Hans")] == [
        "own:en",
        "own:en",
        "own:zh-hans",
    ]
    assert own.of("es") == "roa/es"


def test_a_language_whose_table_names_no_voice_has_none_of_espeak(tmp_path):
    """Somebody listened to it, and decided."""
    (tmp_path / "languages.toml").write_text(
        '[[language]]\ncode = "es"\nnative_name = "Español"\nenglish_name = "Spanish"\n'
        'direction = "ltr"\nsms_alphabet = "gsm7"\nvoice = ""\nreview_state = "draft"\n'
        'reviewer = ""\n',
        encoding="utf-8",
    )
    locales.add_directory(tmp_path)
    try:
        assert not NEW.speaks("es")
        assert Voices(found=FOUND, own={"es": "own:es"}).speaks("es")
    finally:
        locales.forget_directory(tmp_path)


async def test_every_language_that_is_offered_has_a_voice_on_any_machine(speaker):
    """It comes with the installation: no package of the system is needed."""
    voices = await speaker.voices()
    assert voices.engine == "espeak-ng 1.52.0"
    assert [one.code for one in locales.offered() if not voices.speaks(one.code)] == []


def test_without_the_wheel_the_machines_own_library_speaks_or_is_asked_for():
    """Never a crash."""
    done = run(sys.executable, "-c", WITHOUT.format(name="espeakng_loader"))
    told = json.loads(done.stdout)
    assert told["engine"].startswith("espeak-ng ") or told["lacks"] == MISSING


def test_without_what_writes_the_formats_it_is_asked_for():
    """Some machines have no wheels of it; nothing is promised that cannot be made."""
    told = json.loads(run(sys.executable, "-c", WITHOUT.format(name="soxr")).stdout)
    assert (told["lacks"], told["found"], told["own"]) == ("pip install soxr", {}, {})
