"""People and their addresses: met once, sealed, and never merged."""

import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.addresses import service as addresses
from api.auth.service import LinkRefused
from api.database.tables.people import addresses as address_table
from api.database.tables.people import people as people_table
from api.people import service as people
from api.vocabulary import Accommodation, Channel
from tests.api.world import HOUR, MINUTE, NOON, meet

CANARY = "Zebra Quokka"


async def test_first_contact_makes_a_person_and_later_contact_finds_them(store):
    """On each channel its own."""
    first = await store.write(meet("one"))
    assert await store.write(meet("one")) == first
    assert (await store.write(meet("one", Channel.SMS))).person_id != first.person_id


async def test_two_first_contacts_at_once_make_one_person(store):
    """Two workers, one message each."""
    met = await asyncio.gather(*(store.write(meet("one")) for _ in range(8)))
    assert len({one.person_id for one in met}) == 1
    count = sa.select(sa.func.count()).select_from(people_table)
    assert await store.read(lambda conn: conn.execute(count).scalar_one()) == 1


async def test_two_people_with_one_phone_stay_two(store):
    """Nobody is merged by a number."""
    one, other = await store.write(meet("one")), await store.write(meet("other"))
    for met in (one, other):
        await store.write(
            lambda conn, met=met: people.set_phone(conn, met.person_id, "+8613800000000")
        )
    assert one.person_id != other.person_id


async def test_what_is_known_of_a_person_is_told_again(store):
    """Name, phone, language and accommodations, and "" for what is not known."""
    met = await store.write(meet())
    fresh = await store.read(lambda conn: people.person(conn, met.person_id))
    assert (fresh.language, fresh.name, fresh.phone, fresh.accommodations) == ("", "", "", ())

    def learn(conn):
        people.set_language(conn, met.person_id, "zh-Hans")
        people.set_name(conn, met.person_id, CANARY)
        people.set_phone(conn, met.person_id, "+493012345")
        wanted = [Accommodation.SLOW, Accommodation.BLIND, Accommodation.SLOW]
        people.set_accommodations(conn, met.person_id, wanted)
        return people.person(conn, met.person_id)

    known = await store.write(learn)
    assert (known.language, known.name, known.phone) == ("zh-Hans", CANARY, "+493012345")
    assert known.accommodations == (Accommodation.BLIND, Accommodation.SLOW)


async def test_names_and_addresses_rest_sealed(store):
    """In no column can they be read."""
    met = await store.write(meet(CANARY))
    await store.write(lambda conn: people.set_name(conn, met.person_id, CANARY))
    for table in (people_table, address_table):
        rows = await store.read(lambda conn, table=table: conn.execute(sa.select(table)).all())
        assert CANARY not in repr(rows)
    assert await store.read(lambda conn: addresses.wire_address(conn, met.id)) == CANARY


async def test_a_name_can_be_forgotten(store):
    """An empty one leaves nothing behind."""
    met = await store.write(meet())
    for name in (CANARY, ""):
        await store.write(lambda conn, name=name: people.set_name(conn, met.person_id, name))
    assert (await store.read(lambda conn: people.person(conn, met.person_id))).name == ""


async def test_consent_is_given_until_it_is_withdrawn(store):
    """Each purpose for itself, and it may be given again."""
    who = (await store.write(meet())).person_id
    has = lambda: store.read(lambda conn: people.has_consented(conn, who))  # noqa: E731 - three times
    assert not await has()
    await store.write(lambda conn: people.record_consent(conn, who, "other", now=NOON))
    assert not await has()
    await store.write(lambda conn: people.record_consent(conn, who, "ask", now=NOON))
    assert await has()
    await store.write(lambda conn: people.withdraw_consent(conn, who, "ask", now=NOON))
    assert not await has()


async def test_a_person_is_reached_where_they_were_heard_last(store):
    """Unless it is dead; when all are dead, nowhere."""
    old = await store.write(meet("old"))
    new = await store.write(meet("new", now=NOON + MINUTE))
    await store.write(lambda conn: addresses.link(conn, new.id, old.person_id))
    reached = lambda: store.read(lambda conn: people.living_address(conn, old.person_id))  # noqa: E731 - three times
    assert (await reached()).id == new.id
    await store.write(lambda conn: people.mark_dead(conn, new.id, now=NOON))
    assert (await reached()).id == old.id
    await store.write(lambda conn: people.mark_dead(conn, old.id, now=NOON))
    assert await reached() is None


async def test_a_renamed_address_stays_the_same_address(store):
    """Group chats are renamed by their wire."""
    was = await store.write(meet("old"))
    channel = Channel.TELEGRAM
    await store.write(lambda conn: people.move(conn, channel, "old", "new", now=NOON))
    assert (await store.write(meet("new"))).id == was.id
    assert await store.read(lambda conn: addresses.known(conn, channel, "old")) is None


async def test_a_name_that_was_known_takes_over_from_the_renamed_one(store):
    """Something came from the new name before the wire told that it is new."""
    was, new = await store.write(meet("old")), await store.write(meet("new"))
    channel = Channel.TELEGRAM
    now_at = await store.write(lambda conn: people.move(conn, channel, "old", "new", now=NOON))
    assert (now_at.id, now_at.person_id) == (new.id, was.person_id)
    assert (await store.read(lambda conn: people.address_of(conn, was.id))).dead_at == NOON


async def test_an_unknown_address_cannot_be_renamed(store):
    """Nothing is made of it."""
    channel = Channel.TELEGRAM
    moved = await store.write(lambda conn: people.move(conn, channel, "old", "new", now=NOON))
    assert moved is None


async def test_a_personal_link_leads_to_the_persons_own_page(store):
    """The same page each time, until the link is over."""
    met = await store.write(meet())
    lifetime = timedelta(hours=1)
    secret = await store.write(
        lambda conn: people.link_for(conn, met.person_id, now=NOON, lifetime=lifetime)
    )
    follow = lambda now: store.write(lambda conn: people.follow_link(conn, secret, now=now))  # noqa: E731 - three times
    channel, address = await follow(NOON)
    assert channel is Channel.WEB
    assert await follow(NOON + MINUTE) == (channel, address)
    page = await store.read(lambda conn: addresses.known(conn, channel, address))
    assert page.person_id == met.person_id
    with pytest.raises(LinkRefused):
        await follow(NOON + HOUR)
