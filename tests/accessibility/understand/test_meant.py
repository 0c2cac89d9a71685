"""A longer reply means one option, or nothing; never one that it doubts, denies or asks about."""

import itertools

import pytest

from accessibility.prompt import Kind, Option, Prompt
from accessibility.understand import language_of, proposed_option, read
from tests.accessibility.understand.questions import questions

SPOKEN = Prompt(
    "?",
    (Option("en", "English", "1"), Option("zh-Hans", "中文", "2"), Option("es", "Español", "3")),
    kind=Kind.ONE,
)
DOUBTS = {
    "en": ("maybe {}", "{} perhaps", "{}? what", "{} or not", "I am not sure, {}", "what if {}"),
    "zh-Hans": ("可能{}", "{}吗", "不知道，{}", "{}还是不{}"),
}


def codes(reply, prompt, language):
    """The options that a reply is read as."""
    return read(reply, prompt, language).codes


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        ("yes please, thank you very much", "yes"),
        ("oh yes", "yes"),
        ("yes, yes, yes", "yes"),
        ("sorry, no", "no"),
        ("no, thank you", "no"),
        ("yesss", "yes"),
        ("yes but no", ""),
        ("I guess so", ""),
        ("not a yes", ""),
        ("yes we have no bananas", ""),
        ("my yes-man", ""),
    ],
)
def test_a_yes_or_a_no_may_come_with_words_that_change_nothing(reply, code):
    """With any other word it is asked again."""
    assert codes(reply, questions("en")["yes_no"], "en") == ((code,) if code else ())


@pytest.mark.parametrize("language", DOUBTS)
def test_doubt_is_never_a_yes(language):
    """Nor any other option: hedges, questions, both at once."""
    prompt = questions(language)["yes_no"]
    yes = ("yes", "ok", "sure") if language == "en" else ("是", "好的", "可以")
    for form, word in itertools.product(DOUBTS[language], yes):
        assert "yes" not in codes(form.format(word, word), prompt, language), form


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        ("not food, medicine", "health"),
        ("the second one please", "health"),
        ("2. thank you", "health"),
        ("food, not food", ""),
        ("food and medicine", ""),
        ("1 and 2", ""),
        ("I need 2", ""),
    ],
)
def test_what_is_turned_away_is_not_chosen(reply, code):
    """And of two that are named neither is."""
    assert codes(reply, questions("en")["one"], "en") == ((code,) if code else ())


@pytest.mark.parametrize(
    ("reply", "tag"),
    [
        ("Spanish please", "es"),
        ("español", "es"),
        ("espanol", "es"),
        ("西班牙语", "es"),
        ("inglés", "en"),
        ("not English, Spanish", "es"),
        ("English or Spanish", ""),
        ("French", ""),
        ("no Chinese", ""),
    ],
)
def test_a_language_is_known_by_what_it_is_called_in_the_others(reply, tag):
    """With accents or without them; one that is not on offer is none."""
    assert codes(reply, SPOKEN, "en") == ((tag,) if tag else ())


def test_free_words_come_to_an_option_only_where_all_of_them_are_of_one():
    """It is proposed, not read: the person confirms it."""
    prompt = questions("en")["one"]
    for text in ("nothing at all", "maybe food"):
        assert proposed_option(text, prompt, "en") == ()


def test_a_text_is_in_the_language_that_knows_its_words():
    """Or in the one that was given, where that cannot be told."""
    assert language_of("我妈妈的药没有了", "en") == "zh-Hans"
    assert language_of("please help my mother", "zh-Hans") == "en"
    for text in ("", "12", "xqz wvu", "薬がありません", "necesito ayuda"):
        assert language_of(text, "en") == "en"
        assert language_of(text, "zh-Hans") == "zh-Hans"
