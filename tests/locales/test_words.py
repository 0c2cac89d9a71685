"""What every sentence of every language keeps to: plain, safe, and whole without markup."""

import re
import tomllib
from pathlib import Path

import pytest

import locales
from accessibility.plain import emoji, glued, hidden, long_sentences
from accessibility.text import as_text, sms_alphabet, sms_parts
from tests.locales.sayings import MARK, option_codes, prompts, samples_of, sayings

HERE = Path(__file__).parent
FORBIDDEN = tomllib.loads((HERE / "forbidden.toml").read_text(encoding="utf-8"))
LONGER = tomllib.loads((HERE / "longer.toml").read_text(encoding="utf-8"))["all"]
MOST_PARTS = 2
PAPER = ("sheet-", "script-", "desk-", "page-", "command-", "button-")
"""Read on paper or on a page, never sent as a message."""


@pytest.fixture(params=[language.code for language in locales.languages()])
def catalog(request):
    """Each language in turn."""
    return locales.catalog(request.param)


def found(catalog, judge, *, marked=False):
    """What a judgement finds, as lines that name the key."""
    return [
        f"{saying.key}: {fault} in {saying.text!r}"
        for saying in sayings(catalog, marked=marked)
        for fault in judge(saying.text)
    ]


def forbidden(text, phrases):
    """The phrases of a list that a text says; words of Latin letters only as whole words."""
    said = text.casefold()
    for phrase in phrases:
        pattern = rf"\b{re.escape(phrase)}\b" if phrase.isascii() else re.escape(phrase)
        if re.search(pattern, said):
            yield phrase


def test_no_sentence_says_what_we_do_not_say(catalog):
    """Acronyms, the mouse, the wrong "you": `test_never.py` holds what harms."""
    assert found(catalog, lambda text: forbidden(text, FORBIDDEN[catalog.language])) == []


@pytest.mark.parametrize("phrase", ["We called", "Click here.", "ASAP!"])
def test_a_forbidden_phrase_is_found_however_it_is_written(phrase):
    """The list would be worth nothing if a capital letter or a full stop hid a phrase."""
    assert list(forbidden(phrase, FORBIDDEN["en"]))


def test_a_forbidden_word_inside_another_word_is_no_fault():
    """A click is not what happens to be in "clicking"."""
    assert list(forbidden("The clock is clicking.", FORBIDDEN["en"])) == []


def test_every_offered_language_has_a_list_of_forbidden_phrases():
    """Without one nobody has thought about what must not be said in it."""
    assert {language.code for language in locales.offered()} <= FORBIDDEN.keys()


def test_no_sentence_is_longer_than_a_tired_reader_takes_in(catalog):
    """At most 15 words or 20 characters; a value counts as one word."""
    assert found(catalog, long_sentences, marked=True) == []


def test_no_two_sentences_are_glued_together(catalog):
    """A space follows what ends a sentence or a clause."""
    assert found(catalog, glued, marked=True) == []


def test_no_sentence_holds_markup(catalog):
    """Markup is read aloud by speech, and shown raw by an SMS."""
    assert found(catalog, lambda t: re.findall(r"<[^>]*>|&\w+;|[*_]{2}|`|\[|\]|\{|\}", t)) == []


def test_no_sentence_holds_an_address_of_its_own(catalog):
    """A link comes only as a value: the words must hold for every deployment."""
    assert found(catalog, lambda t: re.findall(r"https?:|www\.|\w\.(?:org|com|net)\b", t)) == []


def test_no_sentence_holds_pictures(catalog):
    """A voice reads an emoji by its long name; one emoji makes an SMS twice as long."""
    assert found(catalog, emoji) == []


def test_no_sentence_holds_what_nobody_sees(catalog):
    """Isolation marks and zero-width spaces cost room in an SMS and may be read aloud."""
    assert found(catalog, hidden) == []


def test_no_gap_is_left_where_a_sentence_is_left_out(catalog):
    """No space at an edge or before a mark, no two spaces, no empty line."""
    gap = re.compile(r"^\s|\s$|  | [.,!?:;。，！？：；]|[。，！？：；、] |\n\n|^\n|\n$|\n ")
    assert found(catalog, gap.findall) == []


def test_no_sentence_says_that_a_value_is_missing(catalog):
    """The word that stands for a missing value is never said."""
    assert found(catalog, lambda t: re.findall(r"\bnone\b(?! of| is)|\?\?\?|\{", t)) == []


def test_a_label_is_no_sentence(catalog):
    """An option or a button ends without a full stop, and stays on one line."""
    labels = [f"{question}-{code}" for question, code in option_codes()]
    texts = [catalog.say(key) for key in labels if catalog.has(key)]
    assert [text for text in texts if text.endswith((".", "。")) or "\n" in text] == []


def test_words_need_no_other_alphabet_than_the_language_declares(catalog):
    """One stray curly apostrophe would halve the room of every English SMS."""
    needed = {sms_alphabet(saying.text) for saying in sayings(catalog, marked=True)}
    declared = locales.language_of(catalog.language).sms_alphabet
    assert max(needed) == declared


def test_every_question_fits_two_parts_of_an_sms_with_its_options_and_keys(catalog):
    """More than two parts arrive out of order, and an old telephone shows only some."""
    sizes = [(key, sms_parts(as_text(prompt, catalog))) for key, prompt in prompts(catalog)]
    assert [(k, n) for k, n in sizes if n > MOST_PARTS and k.partition(".")[0] not in LONGER] == []


def test_every_notice_and_statement_fits_two_parts_of_an_sms(catalog):
    """With values as long as they usually are."""
    messages = [s for s in sayings(catalog) if not s.key.startswith(PAPER)]
    long = {(s.key, sms_parts(s.text)) for s in messages if sms_parts(s.text) > MOST_PARTS}
    assert sorted(long) == sorted((k, n) for k, n in long if k.partition(".")[0] in LONGER)


def test_every_message_that_may_be_longer_exists(catalog):
    """The list of exceptions holds none that is gone."""
    assert {key for key in LONGER if not catalog.has(key)} == set()


def test_practice_says_first_that_it_is_practice(catalog):
    """The first sentence of every practice message, in the words agreed."""
    agreed = {
        "en": "PRACTICE. No real help comes from here.",
        "zh-Hans": "这是演练。这里不会有真正的帮助。",
    }
    assert catalog.say("say-practice") == agreed[catalog.language]


@pytest.mark.parametrize("card", ["say-danger_card", "ask-danger_card", "person-danger_card"])
def test_the_danger_card_is_the_same_everywhere_and_names_every_number(catalog, card):
    """Which number to call, which to text, which relay; wherever danger was said."""
    samples = samples_of(catalog.language)
    text = catalog.say(card, **samples)
    assert text == catalog.say("say-danger_card", **samples)
    for name in ("emergency", "emergency_sms", "relay"):
        assert samples[name] in text


def test_the_danger_card_says_first_that_linli_cannot_send_help(catalog):
    """Nobody must wait for help that nobody sends."""
    first = catalog.say("say-danger_card").splitlines()[0]
    assert first in {
        "Linli cannot send help or call for help.",
        "邻里不能派人，也不能替您报警。",
    }


def test_without_known_numbers_the_danger_card_says_to_call_the_local_one(catalog):
    """So it is in practice, where no real number may be told."""
    assert catalog.say("part-emergency") in catalog.say("say-danger_card")


def test_an_offer_says_nothing_of_who_asks(catalog):
    """Only what a volunteer decides on: no name, phone, address, words, link or receipt."""
    private = {"name", "phone", "address", "details", "text", "receipt", "word", "link"}
    for key in ("notice-offer", "notice-group_offer", "offer-answer", "offer-more"):
        assert catalog.variables(key) & private == frozenset()


def test_the_words_themselves_are_judged_and_not_only_their_values(catalog):
    """Each sentence with a variable is seen with the value filled in."""
    told = {saying.key: saying.text for saying in sayings(catalog, marked=True)}
    assert MARK in told["notice-call_message"]
