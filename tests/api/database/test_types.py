"""The column types: what goes in comes out the same on both engines, or is refused at once."""

import enum
from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as some

from api.database import types
from tests.api.database.conftest import Colour, jars, put

HOURS_OFF_UTC = some.integers(-23, 23).map(lambda hours: timezone(timedelta(hours=hours)))
MOMENTS = some.datetimes(
    datetime(2, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    datetime(9998, 12, 31),  # noqa: DTZ001 - as above
    timezones=HOURS_OFF_UTC,
)


class Flavour(enum.StrEnum):
    """Another vocabulary, with a word of the first."""

    RED = "red"


@pytest.fixture(scope="module")
def memory():
    """A connection to a database in memory."""
    engine = sa.create_engine("sqlite://")
    with engine.connect() as conn:
        yield conn
    engine.dispose()


@given(MOMENTS)
def test_a_moment_comes_back_as_the_same_moment_in_utc(memory, moment):
    """To the microsecond, whatever zone it was given in."""
    kept = memory.execute(sa.select(sa.literal(moment, types.Moment()))).scalar_one()
    assert kept == moment
    assert kept.tzinfo is UTC


@given(MOMENTS, MOMENTS)
def test_moments_sort_in_the_database_as_they_do_in_time(one, other):
    """Kept numbers compare as the moments do."""
    kept = types.Moment()
    assert (kept.keep(one) < kept.keep(other)) == (one < other)


@given(some.integers(-(2**63), 2**63 - 1))
def test_every_64_bit_number_is_kept(memory, number):
    """To the last one."""
    assert memory.execute(sa.select(sa.literal(number, types.Big()))).scalar_one() == number


FULL = {
    "colour": Colour.BLUE,
    "label": "邻里 it's",
    "filled_at": datetime(2026, 2, 28, 23, 59, 59, 999_999, tzinfo=UTC),
    "count": -(2**63),
    "weight": 0.1,
    "open": True,
    "contents": {"两": [1, None, "x"], "a": True},
    "sealed": b"\x00\xff",
}


async def test_every_type_comes_back_equal_and_of_its_own_kind(shelf):
    """One row with all of them."""
    await shelf.write(put("full", **FULL))
    row = await shelf.read(lambda conn: conn.execute(sa.select(jars)).mappings().one())
    assert {name: row[name] for name in FULL} == FULL
    assert [type(row[name]) for name in FULL] == [type(value) for value in FULL.values()]


async def test_nothing_is_null_in_every_type(shelf):
    """None goes in, None comes out."""
    await shelf.write(put("empty"))
    row = await shelf.read(lambda conn: conn.execute(sa.select(jars)).mappings().one())
    assert all(row[name] is None for name in FULL)


async def test_a_flag_is_asked_for_in_the_usual_ways(shelf):
    """By itself, by is_ and by its negation, on both engines."""
    await shelf.write(put("open", open=True))
    await shelf.write(put("shut", open=False))
    for condition, expected in (
        (jars.c.open, "open"),
        (jars.c.open.is_(True), "open"),
        (~jars.c.open, "shut"),
        (jars.c.open.is_(False), "shut"),
        (jars.c.open == True, "open"),  # noqa: E712 - the spelling under test
    ):
        select = sa.select(jars.c.id).where(condition)
        assert await shelf.read(lambda conn, q=select: conn.execute(q).scalar_one()) == expected


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("label", 5, TypeError),
        ("label", "a\x00b", ValueError),
        ("colour", "green", ValueError),
        ("colour", Flavour.RED, TypeError),
        ("filled_at", datetime(2026, 1, 1), ValueError),  # noqa: DTZ001 - what is refused
        ("filled_at", 1_700_000_000, TypeError),
        ("filled_at", datetime.min.replace(tzinfo=timezone(timedelta(hours=1))), OverflowError),
        ("count", 2**63, ValueError),
        ("count", -(2**63) - 1, ValueError),
        ("count", False, TypeError),
        ("count", 1.0, TypeError),
        ("weight", True, TypeError),
        ("weight", float("nan"), ValueError),
        ("open", 1, TypeError),
        ("contents", {1, 2}, TypeError),
        ("contents", float("inf"), ValueError),
        ("sealed", "text", TypeError),
    ],
)
async def test_what_a_type_cannot_keep_exactly_is_refused(shelf, column, value, reason):
    """Before the database is asked, and nothing is written."""
    with pytest.raises(sa.exc.StatementError) as refused:
        await shelf.write(put("wrong", **{column: value}))
    assert isinstance(refused.value.orig, reason)
    assert await shelf.read(lambda conn: conn.execute(sa.select(jars)).first()) is None
