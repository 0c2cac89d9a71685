"""A short code, said aloud, brings a conversation to another address, once."""

import re
from datetime import timedelta

import pytest

from api.addresses import service as addresses
from api.auth.actor import LINLI
from api.database.ids import damm
from api.sessions import service as sessions
from api.sessions.schemas import SessionIn, Unfinished
from api.vocabulary import Channel
from tests.api.world import HOUR, NOON, SETTINGS, meet

MONTH = timedelta(days=30)


@pytest.fixture
async def old(store):
    """The address at which a conversation rests in the middle."""
    met = await store.write(meet("old"))
    session = SessionIn(
        state={"serial": 7}, asks=True, unfinished=Unfinished(question="ask.where")
    )
    await store.write(
        lambda conn: sessions.save(conn, met.id, 0, session, settings=SETTINGS, now=NOON)
    )
    return met


async def new_code(store, address):
    """A code for what rests there."""
    return await store.write(
        lambda conn: sessions.new_code(conn, address.id, settings=SETTINGS, now=NOON)
    )


async def resume(store, code, address, now=NOON):
    """Whether the code was good at this address."""
    return await store.write(
        lambda conn: sessions.resume(conn, code, address.id, actor=LINLI, now=now)
    )


async def test_a_code_is_nine_digits_in_groups_with_a_check_digit(store, old):
    """People say it over the phone."""
    code = await new_code(store, old)
    assert re.fullmatch(r"\d{3} \d{3} \d{3}", code)
    assert damm(code.replace(" ", "")) == 0


@pytest.mark.parametrize("spell", [str, lambda code: code.replace(" ", "-"), lambda c: f"{c}. "])
async def test_the_conversation_goes_on_where_the_code_is_given(store, old, spell):
    """However it is written; the address then belongs to the same person."""
    new = await store.write(meet("new", Channel.WEB))
    assert await resume(store, spell(await new_code(store, old)), new)
    there = await store.read(lambda conn: sessions.get(conn, new.id))
    assert (there.state, there.asks) == ({"serial": 7}, True)
    moved = await store.read(lambda conn: addresses.address_of(conn, new.id))
    assert moved.person_id == old.person_id


async def test_where_the_conversation_was_it_begins_anew(store, old):
    """One conversation is in one place, and its silence too."""
    new = await store.write(meet("new"))
    await resume(store, await new_code(store, old), new)
    here = await store.read(lambda conn: sessions.get(conn, old.id))
    assert (here.state, here.asks, here.version) == ({}, False, 2)
    late = NOON + HOUR
    due = await store.write(lambda conn: sessions.silences(conn, now=late, limit=5))
    assert [one.address_id for one in due] == [new.id]


async def test_a_code_is_good_once(store, old):
    """Who overhears it comes too late."""
    code = await new_code(store, old)
    new, thief = await store.write(meet("new")), await store.write(meet("thief"))
    assert await resume(store, code, new)
    assert not await resume(store, code, thief)


async def test_a_code_is_good_for_a_month(store, old):
    """Until the moment it ends."""
    new = await store.write(meet("new"))
    code = await new_code(store, old)
    assert not await resume(store, code, new, NOON + MONTH)
    assert await resume(store, code, new, NOON + MONTH - timedelta(seconds=1))


async def test_an_address_tries_five_wrong_codes_an_hour(store, old):
    """Then even the right one is refused there, until the hour is over; elsewhere it is good."""
    code = await new_code(store, old)
    guesser, other = await store.write(meet("guesser")), await store.write(meet("other"))
    for number in range(5):
        digits = f"{number:08}"
        wrong = digits + str(damm(digits))
        assert not await resume(store, wrong, guesser)
    assert not await resume(store, code, guesser)
    assert await resume(store, code, guesser, NOON + HOUR)
    assert not await resume(store, code, other)


async def test_a_slip_of_one_digit_is_no_try(store, old):
    """The check digit shows that it was none."""
    code = await new_code(store, old)
    new = await store.write(meet("new"))
    slip = code[:-1] + str((int(code[-1]) + 1) % 10)
    for _ in range(9):
        assert not await resume(store, slip, new)
    assert await resume(store, code, new)
