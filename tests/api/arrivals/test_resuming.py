"""A code brings a conversation to another address, and cuts nobody off from what is theirs."""

from datetime import timedelta

import pytest

from api.addresses import service as addresses
from api.notices import service as notices
from api.sessions import service as sessions
from api.vocabulary import Channel, NoticeCode, SafeContact
from tests.api.district import group, volunteer
from tests.api.world import NOON, meet

LATER = NOON + timedelta(hours=1)


async def test_the_conversation_goes_on_where_the_code_is_given(store, moves):
    """The address then belongs to the same person, and the open question is put again."""
    old, new = await moves.rest("old"), await store.write(meet("new", Channel.WEB))
    assert await moves.resume(await moves.code(old), new)
    there = await moves.session(new)
    assert (there.state, there.asks) == ({"serial": 7}, True)
    assert await moves.owner(new) == old.person_id
    assert await moves.arrives(new)


async def test_where_the_conversation_was_it_begins_anew(store, moves):
    """One conversation is in one place, and its silence too."""
    old, new = await moves.rest("old"), await store.write(meet("new"))
    await moves.resume(await moves.code(old), new)
    here = await moves.session(old)
    assert (here.state, here.asks, here.version) == ({}, False, 2)
    due = await store.write(lambda conn: sessions.silences(conn, now=LATER, limit=5))
    assert [one.address_id for one in due] == [new.id]


async def test_what_waits_to_be_asked_comes_along(store, moves):
    """Else it would be asked where nobody is any more."""
    old, new = await moves.rest("old"), await store.write(meet("new"))
    put = notices.put
    await store.write(
        lambda conn: put(conn, old.id, NoticeCode.OFFER, {}, opens="offer", now=NOON)
    )
    await moves.resume(await moves.code(old), new)
    assert await moves.told(new, asking=True) == [NoticeCode.OFFER]


async def test_the_old_address_is_told_once_and_how_to_reach_a_person(store, moves):
    """Who did not give the code away themselves hears of it."""
    old, new = await moves.rest("old"), await store.write(meet("new"))
    code = await moves.code(old)
    await moves.resume(code, new)
    await moves.resume(code, await store.write(meet("thief")))
    assert await moves.told(old) == [NoticeCode.WENT_ELSEWHERE]


@pytest.mark.parametrize("safe", [False, True])
async def test_nothing_is_written_where_it_is_not_safe(store, moves, safe):
    """An address from which nothing ever came must be marked so."""
    old, new = await store.write(_unheard("old", safe=safe)), await store.write(meet("new"))
    assert await moves.resume(await moves.code(old), new)
    assert await moves.told(old) == ([NoticeCode.WENT_ELSEWHERE] if safe else [])


async def test_a_code_given_where_it_is_from_says_nothing_of_elsewhere(store, moves):
    """It is the same place; what is open there is put again."""
    old = await moves.rest("old")
    assert await moves.resume(await moves.code(old), old)
    assert await moves.told(old) == []
    assert (await moves.session(old)).asks
    assert await moves.arrives(old)


async def test_a_volunteer_takes_over_nobody(store, moves):
    """Their tasks would be told to somebody else; the code stays good for whom it is."""
    old = await moves.rest("old")
    page = await store.write(lambda conn: volunteer(conn, group(conn), "vera"))
    page = await store.read(lambda conn: addresses.address_of(conn, page.address_id))
    code = await moves.code(old)
    assert not await moves.resume(code, page)
    assert await moves.owner(page) == page.person_id
    assert await moves.resume(code, await store.write(meet("new")))


async def test_a_volunteer_comes_back_to_their_own_conversation(store, moves):
    """They become nobody else by it."""
    await store.write(lambda conn: volunteer(conn, group(conn), "vera"))
    old, page = await moves.rest("vera"), await store.write(meet("page", Channel.WEB))
    assert await moves.resume(await moves.code(old), page)
    assert await moves.resume(await moves.code(page), old)
    assert (await moves.session(old)).state == {"serial": 7}


def _unheard(name, *, safe):
    def unit(conn):
        known = addresses.address_for(conn, Channel.TELEGRAM, name, now=NOON)
        ways = [SafeContact.MESSAGE] if safe else []
        addresses.set_safe_contact(conn, known.id, ways)
        return known

    return unit
