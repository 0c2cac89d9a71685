"""The words of the open question are a hint, and free words get none."""

import pytest

from accessibility.listen.expected import Expected, expected_of
from accessibility.listen.limits import EACH_SECOND_S, LOAD_S, MOST_SECONDS, deadline_s
from accessibility.prompt import Kind, Option, Prompt
from locales import catalog

FOOD, PILLS = Option("food", "Food or water", "1"), Option("health", "Medicine", "2")


def test_a_menu_expects_its_options_on_every_page_and_its_keys_in_words():
    """Each once."""
    menu = Prompt("?", (FOOD, PILLS), (Option("home", "Help at home"), PILLS), kind=Kind.ONE)
    words = ("Food or water", "Medicine", "Help at home", "one", "two")
    assert expected_of(menu, catalog("en")) == Expected(words, free=False)


def test_words_of_one_sign_are_no_hint():
    """A listener that expects 三 and 四 hears them in any noise."""
    menu = Prompt("?", (Option("yes", "是", "1"), Option("no", "不是", "2")), kind=Kind.ONE)
    assert expected_of(menu, catalog("zh-Hans")).words == ("不是",)


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.PLACE, Kind.PHONE, Kind.TIME, None])
def test_where_words_are_free_none_are_put_into_a_mouth(kind):
    """Though options may be on offer, too."""
    assert expected_of(Prompt("?", (FOOD,), kind=kind), catalog("en")) == Expected()
    assert expected_of(None, catalog("en")) == Expected()


def test_a_longer_note_may_take_longer_up_to_the_longest():
    """By its bytes, at the lowest rate that people send."""
    assert deadline_s(0) == LOAD_S
    assert deadline_s(5000) == LOAD_S + 10 * EACH_SECOND_S
    assert deadline_s(10**9) == LOAD_S + MOST_SECONDS * EACH_SECOND_S
