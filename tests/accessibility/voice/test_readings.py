"""Every sign is read in its own language: what a voice would read as English is corrected."""

import json
import sys

from pypinyin.constants import PHRASES_DICT

import locales
from accessibility.speech import as_speech, spoken
from accessibility.voice.worker.readings import MANDARIN, corrected
from tests.locales.sayings import prompts, sayings
from tests.tree import run

RARE = set("匔幜棾皛賯赨輁顈")
"""Signs that nobody writes, and that are left as they are."""

VOICES = {"en": "gmw/en", "zh-Hans": MANDARIN}


def read(texts, voice=MANDARIN, *, correct=True):
    """The phonemes of each text."""
    lines = "".join(json.dumps([voice, text, correct]) + "\n" for text in texts)
    command = (sys.executable, "-m", "tests.accessibility.voice.phonemes")
    done = run(*command, stdin=None, input=lines)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def english(texts, **how):
    """The texts in which a sign is read as English, or not at all."""
    told = zip(texts, read(texts, **how), strict=True)
    return [text for text, said in told if "(" in said or not said.strip(" _|")]


def test_every_chinese_sign_is_read_in_mandarin():
    """All of the first twenty thousand; "chest" was noise."""
    signs = [chr(code) for code in range(0x4E00, 0xA000)]
    assert set(english(signs)) == RARE


def test_words_of_several_signs_are_read_in_mandarin():
    """A part of a dictionary of forty-seven thousand, with all that end in the sign "er"."""
    words = [word for at, word in enumerate(PHRASES_DICT) if not at % 10 or "儿" in word]
    assert english(words) == []


def test_without_the_corrections_they_would_not_be():
    """The search finds what it is for."""
    wrong = ["胸口痛", "哪儿", "穷", "一会儿", "兄弟"]
    assert english(wrong, correct=False) == wrong


def test_every_prompt_is_read_in_its_own_language():
    """A letter such as the R of a receipt is English in Mandarin, too."""
    for language, voice in VOICES.items():
        catalog = locales.catalog(language)
        told = [as_speech(prompt, catalog) for _, prompt in prompts(catalog)]
        told += [spoken(saying.text, catalog) for saying in sayings(catalog)]
        texts = {one.text for speech in told for one in speech if one.language == language}
        native = sorted(text for text in texts if language == "en" or not any(map(latin, text)))
        assert len(native) > 500
        assert english(native, voice=voice) == []


def latin(sign):
    """Whether it is a letter of ours."""
    return sign.isascii() and sign.isalpha()


def test_a_child_stays_a_child():
    """Where the sign is a word of its own its words are read rightly as they are."""
    assert corrected(MANDARIN, "我的儿子和儿童") == "我的儿子和儿童"
    assert corrected(MANDARIN, "在哪儿？") == "在哪[['@r35]]？"
    assert corrected("gmw/en", "胸") == "胸"
