"""A resume code is read in the ways people copy it or say it, and nothing else is one."""

import pytest

from accessibility.understand import resume_code


@pytest.mark.parametrize(
    "text",
    [
        "123 456 789",
        "123456789",
        " 123-456-789 ",
        "１２３ ４５６ ７８９",
        "123 456 789.",
        "١٢٣ ٤٥٦ ٧٨٩",
        "123\u2011456\u2011789",
        "123\u00a0456\u00a0789",
    ],
)
def test_nine_digits_are_a_code_in_whatever_groups_and_script(text):
    """Copied from a page, typed on another keyboard, or written down in between."""
    assert resume_code(text) == "123456789"


@pytest.mark.parametrize(
    "text", ["", "12345678", "1234567890", "code 123456789", "123,456,789", "1 2 3", "R 4829 1573"]
)
def test_anything_else_is_no_code(text):
    """Neither a receipt, nor an answer, nor a sentence with a code in it."""
    assert resume_code(text) == ""
