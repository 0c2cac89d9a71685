"""Ids and receipts."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from api.database.ids import new_id, new_receipt, receipt_is_valid
from api.vocabulary import damm

NOW = datetime(2026, 2, 3, 4, 5, 6, 789_012, tzinfo=UTC)
RECEIPTS = some.from_regex(r"[0-9]{7}", fullmatch=True).map(lambda text: f"{text}{damm(text)}")


def test_an_id_is_a_uuid_of_version_7_with_the_moment_in_it():
    """As RFC 9562 has it."""
    made = uuid.UUID(new_id(NOW))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == int(NOW.timestamp() * 1000)
    assert str(made) == str(made).lower()


def test_ids_of_later_moments_sort_later():
    """A microsecond is enough."""
    moments = [NOW + timedelta(microseconds=n) for n in range(3000)]
    made = [new_id(moment) for moment in moments]
    assert made == sorted(made)


def test_ids_of_one_moment_sort_in_the_order_of_making():
    """What one unit of work makes stays in order."""
    made = [new_id(NOW) for _ in range(3000)]
    assert made == sorted(set(made))


def test_an_id_needs_a_moment_with_its_zone():
    """A naive one would be off by hours."""
    with pytest.raises(TypeError):
        new_id(NOW.replace(tzinfo=None))


def test_the_check_digit_is_that_of_damms_example():
    """572 has the check digit 4."""
    assert damm("572") == 4
    assert damm("5724") == 0


def test_a_new_receipt_is_eight_digits_and_valid():
    """Leading zeros included."""
    for _ in range(1000):
        receipt = new_receipt()
        assert len(receipt) == 8
        assert receipt.isascii()
        assert receipt.isdigit()
        assert receipt_is_valid(receipt)


@given(RECEIPTS)
def test_every_wrong_single_digit_is_noticed(receipt):
    """All 72 of them."""
    for place in range(8):
        for digit in set("0123456789") - {receipt[place]}:
            assert not receipt_is_valid(receipt[:place] + digit + receipt[place + 1 :])


@given(RECEIPTS)
def test_every_swap_of_two_neighbours_is_noticed(receipt):
    """The commonest slip of a tired person."""
    for place in range(7):
        one, other = receipt[place : place + 2]
        swapped = receipt[:place] + other + one + receipt[place + 2 :]
        assert receipt_is_valid(swapped) == (one == other)


@pytest.mark.parametrize("text", ["R {} {}", "r{}{}", "{}-{}", " {} {} ", "R-{}-{}"])
def test_a_receipt_is_understood_as_people_write_it(text):
    """In groups, with or without the R."""
    receipt = new_receipt()
    assert receipt_is_valid(text.format(receipt[:4], receipt[4:]))


@pytest.mark.parametrize("text", ["", "R", "0", "00000000000", "R 4829 157x", "٤٨٢٩١٥٧٣"])
def test_what_is_no_receipt_is_not_valid(text):
    """Too short, too long, or not digits."""
    assert not receipt_is_valid(text)
