"""Values are worded by the name of their field, as each language writes them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

import locales
from bot.values import Words, in_words

NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
LANGUAGES = ("en", "zh-Hans")
SHANGHAI = ZoneInfo("Asia/Shanghai")


def words(language="en"):
    """The words of a language in Shanghai."""
    return Words(locales.catalog(language), NOW, SHANGHAI)


@pytest.mark.parametrize(
    ("name", "value", "english", "chinese"),
    [
        ("receipt", "48291573", "4829 1573", "4829 1573"),
        ("leaves", ["meal"], "a cooked meal", "做好的饭菜"),
        ("leaves", ["meal", "medicine"], "a cooked meal and medicine", "做好的饭菜和药"),
        ("urgency", "now", "now", "现在"),
        ("at", "2026-03-02T07:00:00Z", "15:00 today", "今天 15:00"),
        ("at", "2026-03-02T17:00:00Z", "01:00 tomorrow", "明天 01:00"),
    ],
)
def test_a_field_is_worded_by_its_name(name, value, english, chinese):
    """The same code reads naturally in each language."""
    assert in_words({name: value}, words())[name] == english
    assert in_words({name: value}, words("zh-Hans"))[name].replace("  ", " ") == chinese


@pytest.mark.parametrize(
    ("metres", "english", "chinese"),
    [
        (12, "100 metres", "100 米"),
        (149, "100 metres", "100 米"),
        (320, "300 metres", "300 米"),
        (949, "900 metres", "900 米"),
        (950, "1 km", "1 公里"),
        (1234, "1.2 km", "1.2 公里"),
        (9949, "9.9 km", "9.9 公里"),
        (9950, "10 km", "10 公里"),
        (39_700, "40 km", "40 公里"),
        (1_234_000, "1234 km", "1234 公里"),
    ],
)
def test_a_distance_is_a_round_one_in_a_straight_line(metres, english, chinese):
    """Hundreds of metres, then tenths of a kilometre, from ten on whole ones."""
    told = {code: in_words({"distance": metres}, words(code))["distance"] for code in LANGUAGES}
    assert told == {
        "en": f"about {english} in a straight line",
        "zh-Hans": f"直线大约 {chinese}",
    }


@pytest.mark.parametrize(
    ("language", "tea", "joined"),
    [
        ("en", "tea and milk", "tea and milk, bread"),
        ("zh-Hans", "茶和牛奶", "茶和牛奶、bread"),
    ],
)
def test_a_list_with_an_item_that_says_and_is_joined_without_one(language, tea, joined):
    """Nobody must guess where an item ends."""
    assert words(language).joined([tea, "bread"]) == joined


def test_a_moment_further_off_names_its_day():
    """A person who reads it weeks later still knows which day is meant."""
    told = in_words({"at": "2026-03-09T07:00:00Z"}, words())["at"]
    assert told == "15:00 on Monday 9 March"


def test_what_is_missing_stays_missing():
    """The words have a sentence without it; nothing like "None" is ever said."""
    assert in_words({"at": None, "phone": "", "accommodations": [], "details": {}}, words()) == {}


def test_codes_that_choose_a_sentence_stay_codes():
    """Fluent selects by them."""
    assert in_words({"by": "text", "outcome": "done"}, words()) == {
        "by": "text",
        "outcome": "done",
    }


@pytest.mark.parametrize(("people", "count"), [("one", 1), ("five_or_more", 5)])
def test_people_are_counted(people, count):
    """Plural forms need the number."""
    assert in_words({"people": people}, words())["count"] == count


def test_free_words_are_read_back_as_they_were_said():
    """A label given with the answer wins over the catalogue."""
    line = {
        "question": "ask.where",
        "answer": ["12 Elm Road"],
        "labels": {"12 Elm Road": "12 Elm Road"},
    }
    told = in_words({"read_back": [line]}, words())["read_back"]
    assert told == "Where: 12 Elm Road"


def test_options_pressed_so_far_are_named():
    """Somebody who presses one button after the other hears what is chosen."""
    values = {"question": "ask.need", "options": ["food", "health"], "labels": {}}
    assert in_words(values, words())["options"] == "Food or water and Medicine or a doctor"
