"""What holds for whatever is said: words only, and every word of what was written."""

import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import groupby

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import locales
from accessibility.speech import as_speech, spoken
from accessibility.speech.forms import forms_of
from accessibility.speech.moments import months
from accessibility.speech.patterns import LINK, MARKUP
from accessibility.speech.scripts import script_of
from tests.locales.sayings import prompts, sayings

LANGUAGES = [language.code for language in locales.languages()]
MARKS = set(" .,!?'-，。！？")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
WORD = re.compile(r"[^\W\d_]+")

PIECES = (
    st.sampled_from(["120", "2026-03-04", "15:00", "R 4829 1573", "https://a.b/c", "R", "km"])
    | st.sampled_from(["No.", "3 March", "虹梅路", "مرحبا", "Привет", "½", "٣", "<b>"])
    | st.sampled_from(["😀", "&", "\n", "\u202e", "\ud83d", "*", "=", "'", "-"])
)
TEXTS = st.lists(st.text(max_size=8) | PIECES, max_size=12).map("".join)


def everything():
    """Every prompt of every language and form, and everything else that can be said."""
    for language in LANGUAGES:
        catalog = locales.catalog(language)
        for key, prompt in prompts(catalog):
            yield language, key, written_in(prompt), as_speech(prompt, catalog)
        for saying in sayings(catalog):
            yield language, saying.key, saying.text, spoken(saying.text, catalog)


def written_in(prompt):
    """All words that a prompt shows."""
    return "\n".join((prompt.text, prompt.hint, *(option.label for option in prompt.options)))


def faults(speech):
    """What a voice must not be given: digits in a row, signs, anything hidden."""
    for segment in speech:
        if re.search(r"\d{3}", segment.text):
            yield "digits", segment
        if not segment.text.strip():
            yield "nothing", segment
        for character in segment.text:
            kind = unicodedata.category(character)
            if character not in MARKS and kind[0] not in "LM" and kind != "Nd":
                yield character, segment


def words(text):
    """The words of a text, each ideograph for itself; short forms and addresses left out."""
    plain = MARKUP.sub(" ", unicodedata.normalize("NFKC", re.sub("[’ʼ]", "'", text)))
    plain = "".join(" " if unicodedata.category(c) == "Cc" else c for c in plain)
    plain = "".join(c for c in plain if unicodedata.category(c)[0] != "C")
    plain = "".join(" " if unicodedata.category(c)[0] == "N" else c for c in LINK.sub(" ", plain))
    parts = {part for one in said_otherwise() for part in WORD.findall(one.casefold())}
    found = WORD.findall(HAN.sub(lambda one: f" {one[0]} ", plain).casefold())
    apart = ("".join(letters) for word in found for _, letters in groupby(word, script_of))
    return Counter(word for word in apart if word not in parts)


@cache
def said_otherwise():
    """Units, short forms and months of every language: a stretch may be in any of them."""
    told = {"st", "nd", "rd", "th", "t", "z"}
    for language in LANGUAGES:
        forms = forms_of(language)
        told |= {*forms.units, *forms.abbreviations, *forms.before_number, *months(language)}
    return frozenset(told)


def test_no_prompt_of_any_language_and_form_is_anything_but_words():
    """No three digits in a row, no sign, no date of figures reaches a voice."""
    assert [(key, fault) for _, key, _, speech in everything() for fault in faults(speech)] == []


def test_digits_are_all_words_where_the_language_has_words_for_them():
    """Both of ours have; so another voice than espeak-ng says the same."""
    said = [(k, one) for _, k, _, speech in everything() for one in speech]
    assert [(key, one) for key, one in said if re.search(r"\d", one.text)] == []


def test_every_prompt_keeps_all_its_words():
    """In speech as on paper; only short forms and addresses are said otherwise."""
    lost = []
    for _, key, text, speech in everything():
        told = words(" ".join(segment.text for segment in speech))
        lost += [(key, word) for word in words(text) - told]
    assert lost == []


def test_every_prompt_is_said_by_the_voices_of_our_own_languages():
    """No word of ours is in a script for which nobody chose a voice."""
    said = {segment.language for _, _, _, speech in everything() for segment in speech}
    assert said == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
@example(text="1" * 400)
@example(text="\n\r\u2028\x1c 0 \x00")
@example(text="²³¹ ⅷ ㎏ ﬁ ＃")
def test_whatever_somebody_writes_becomes_words_that_a_voice_can_say(language, text):
    """Whatever the script, whatever is hidden in it."""
    assert list(faults(spoken(text, locales.catalog(language)))) == []


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
def test_whatever_somebody_writes_keeps_its_words(language, text):
    """A name or a drug must not get lost on the way to an ear."""
    said = " ".join(one.text for one in spoken(text, locales.catalog(language)))
    told = Counter("".join(WORD.findall(said.casefold())))
    wanted = Counter("".join(words(text).elements()))
    assert wanted - told == Counter()


@given(text=TEXTS)
def test_without_the_voice_of_a_script_it_is_said_that_a_word_is_missing(text):
    """Never silence: whoever listens hears that there is more to read."""
    catalog = locales.catalog("en")
    everywhere, here = spoken(text, catalog), spoken(text, catalog, lambda tag: tag == "en")
    foreign = [one for one in everywhere if one.language != "en"]
    told = [one for one in here if one.text == catalog.say("speech-other_script")]
    assert len(told) == len(foreign)
    assert {one.language for one in here} <= {"en"}
