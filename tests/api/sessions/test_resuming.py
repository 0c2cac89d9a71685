"""A short code, said aloud, brings a conversation to another address, once."""

import re
from datetime import timedelta

import pytest

from api.auth.actor import LINLI
from api.sessions import service as sessions
from api.vocabulary import Channel, damm
from tests.api.world import HOUR, NOON, SETTINGS, meet

MONTH = timedelta(days=30)


@pytest.fixture
async def old(store):
    """The address at which a code is asked for."""
    return await store.write(meet("old"))


async def new_code(store, address):
    """A code for what rests there."""
    return await store.write(
        lambda conn: sessions.new_code(conn, address.id, settings=SETTINGS, now=NOON)
    )


async def redeem(store, code, address, now=NOON):
    """Where the code leads that was given at this address, if it is good."""
    return await store.write(
        lambda conn: sessions.redeem(conn, code, address.id, actor=LINLI, now=now)
    )


async def test_a_code_is_nine_digits_in_groups_with_a_check_digit(store, old):
    """People say it over the phone."""
    code = await new_code(store, old)
    assert re.fullmatch(r"\d{3} \d{3} \d{3}", code)
    assert damm(code.replace(" ", "")) == 0


@pytest.mark.parametrize("spell", [str, lambda code: code.replace(" ", "-"), lambda c: f"{c}. "])
async def test_a_code_leads_to_where_it_was_given_however_it_is_written(store, old, spell):
    """People copy it, or write down what they hear."""
    new = await store.write(meet("new", Channel.WEB))
    assert await redeem(store, spell(await new_code(store, old)), new) == old.id


async def test_to_look_where_a_code_leads_uses_it_up_for_nobody(store, old):
    """Nor does it count as a try."""
    code = await new_code(store, old)
    looks = lambda words: store.read(  # noqa: E731 - twice
        lambda conn: sessions.stands_for(conn, words, now=NOON)
    )
    assert [await looks(code), await looks("000 000 001")] == [old.id, None]
    assert await redeem(store, code, await store.write(meet("new"))) == old.id


async def test_a_code_is_good_once(store, old):
    """Who overhears it comes too late."""
    code = await new_code(store, old)
    new, thief = await store.write(meet("new")), await store.write(meet("thief"))
    assert await redeem(store, code, new)
    assert not await redeem(store, code, thief)


async def test_a_code_is_good_for_a_month(store, old):
    """Until the moment it ends."""
    new = await store.write(meet("new"))
    code = await new_code(store, old)
    assert not await redeem(store, code, new, NOON + MONTH)
    assert await redeem(store, code, new, NOON + MONTH - timedelta(seconds=1))


async def test_an_address_tries_five_wrong_codes_an_hour(store, old):
    """Then even the right one is refused there, until the hour is over; elsewhere it is good."""
    code = await new_code(store, old)
    guesser, other = await store.write(meet("guesser")), await store.write(meet("other"))
    for number in range(5):
        digits = f"{number:08}"
        wrong = digits + str(damm(digits))
        assert not await redeem(store, wrong, guesser)
    assert not await redeem(store, code, guesser)
    assert await redeem(store, code, guesser, NOON + HOUR)
    assert not await redeem(store, code, other)


async def test_a_slip_of_one_digit_is_no_try(store, old):
    """The check digit shows that it was none."""
    code = await new_code(store, old)
    new = await store.write(meet("new"))
    slip = code[:-1] + str((int(code[-1]) + 1) % 10)
    for _ in range(9):
        assert not await redeem(store, slip, new)
    assert await redeem(store, code, new)
