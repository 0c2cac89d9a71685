"""Menus of at most five options, on pages turned with key 6."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.prompt import Option
from bot.dialogue.check import page_faults
from bot.dialogue.paging import pages, split


def options(count):
    """So many options."""
    return tuple(Option(f"o{n}", "") for n in range(count))


OTHER = Option("other", "")


def keys(laid_out):
    """Codes by key, page by page."""
    return ["".join(option.key for option in page) for page in laid_out]


@pytest.mark.parametrize(
    ("count", "other", "expected"),
    [
        (0, None, [""]),
        (5, None, ["12345"]),
        (5, OTHER, ["123456"]),
        (2, OTHER, ["126"]),
        (6, None, ["12345", "1"]),
        (6, OTHER, ["12345", "12"]),
        (10, OTHER, ["12345", "12345", "1"]),
    ],
)
def test_options_are_laid_out_on_keys(count, other, expected):
    """Key 6 is something else on a single page, and more when there are several."""
    assert keys(pages(options(count), other)) == expected


@given(st.integers(0, 40), st.booleans(), st.integers(0, 90))
def test_every_option_is_on_one_page_and_every_page_can_be_pressed(count, with_other, number):
    """Nothing is lost by paging; something else comes last."""
    other = OTHER if with_other else None
    laid_out = pages(options(count), other)
    codes = [option.code for page in laid_out for option in page]
    assert codes == [*(o.code for o in options(count)), *(["other"] if with_other else [])]
    assert not list(page_faults(laid_out))
    shown, also = split(laid_out, number)
    assert {o.code for o in (*shown, *also)} == set(codes)
    assert all(option.key == "" for option in also)
