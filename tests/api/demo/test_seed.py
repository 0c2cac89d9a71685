"""The practice district as it is kept: once, whole, able to help, open to a newcomer."""

import asyncio
import shutil
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from api.addresses import service as addresses
from api.auth import service as auth
from api.database.engine import open_store
from api.database.tables.people import addresses as addresses_table
from api.demo import service as demo
from api.demo.district import LEAVES_OF
from api.groups import service as groups
from api.groups.schemas import Joining
from api.matching import service as matching
from api.people import service as people
from api.places import service as places
from api.places.schemas import PlaceSearch
from api.requests.schemas import Place, RequestIn
from api.vocabulary import ABLE_ACCOMMODATIONS, Channel, Mode, Role, Urgency

MIDNIGHT = datetime(2026, 3, 4, 16, 0, tzinfo=UTC)
"""Midnight in the district, whose groups are then as few as ever."""
LEAVES = [leaf for leaves in LEAVES_OF.values() for leaf in leaves]


@pytest.fixture(scope="module")
def seeded_file(blank_file, keys, tmp_path_factory):
    """An SQLite file with the district in it, made once and copied."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite3"
    shutil.copyfile(blank_file, path)

    async def fill():
        store = open_store(f"sqlite:///{path}", keys=keys)
        await store.open()
        assert await store.write(seed)
        await store.close()

    asyncio.run(fill())
    return path


@pytest.fixture
async def district(seeded_file, keys, tmp_path):
    """A store with the district."""
    path = tmp_path / "demo.sqlite3"
    shutil.copyfile(seeded_file, path)
    store = open_store(f"sqlite:///{path}", keys=keys)
    await store.open()
    yield store
    await store.close()


def seed(conn):
    """The unit of work under test."""
    return demo.seed(conn, now=MIDNIGHT)


def everything(conn):
    """What a second seeding would change."""
    people_there = conn.scalar(sa.select(sa.func.count()).select_from(addresses_table))
    return [group.id for group in groups.open_groups(conn)], people_there


@pytest.mark.full
async def test_either_engine_keeps_the_whole_district(store):
    """318 groups, none lost on the way."""
    assert await store.write(seed)
    assert len(await store.read(groups.open_groups)) == 318


async def test_a_district_that_is_there_is_kept(district):
    """Restarting the demo loses nothing and doubles nothing."""
    before = await district.read(everything)
    assert not await district.write(seed)
    assert await district.read(everything) == before


async def test_what_is_kept_has_the_counts_of_the_plan(district):
    """286 groups help from afar, 177 in person, 32 of them have only a phone."""
    kept = await district.read(groups.open_groups)
    ways = [{mode for _, mode in group.services} for group in kept]
    assert sum(Mode.REMOTE in one for one in ways) == 286
    assert sum(Mode.IN_PERSON in one for one in ways) == 177
    assert sum(group.phone_only for group in kept) == 32


async def test_a_group_with_only_a_phone_has_a_leader_whose_number_never_rings(district):
    """The number is one of those that are set aside for drama."""

    def phones(conn):
        leaders = [one.leader_id for one in groups.open_groups(conn) if one.phone_only]
        return [people.person(conn, leader).phone for leader in leaders]

    found = await district.read(phones)
    assert len(set(found)) == 32
    assert all(phone.startswith("+447700900") for phone in found)


async def test_nobody_waits_for_a_word_after_seeding(district):
    """The volunteers are there already; not one message is to be sent to them."""
    listed = sa.text("select count(*) from notices")
    assert await district.read(lambda conn: conn.scalar(listed)) == 0


async def test_everywhere_in_the_district_somebody_can_do_every_leaf_at_any_hour(district):
    """A newcomer who practises at midnight is helped as well."""

    def lacking(conn):
        found = places.search(conn, PlaceSearch(query="rain well", limit=1)).places[0]
        spots = [found, places.search(conn, PlaceSearch(query="桂花苑", limit=1)).places[0]]
        return [
            (spot.name, leaf) for spot in spots for leaf in LEAVES if not able(conn, spot, leaf)
        ]

    assert await district.read(lacking) == []


async def test_each_accommodation_can_be_given_by_somebody_near(district):
    """A resident who signs, or wants a woman to come, is not left with nobody."""

    def lacking(conn):
        spot = places.search(conn, PlaceSearch(query="Kite Square", limit=1)).places[0]
        return [
            one
            for one in ABLE_ACCOMMODATIONS
            if not able(conn, spot, "groceries", accommodations=[one])
        ]

    assert await district.read(lacking) == []


def able(conn, spot, leaf, **fields):
    """The groups able to do a leaf at a place; not those with only a phone."""
    place = Place(text=spot.name, latitude=spot.latitude, longitude=spot.longitude)
    asked = RequestIn(needs=[leaf], urgency=Urgency.NOW, place=place, **fields)
    chosen = {one.group_id for one in matching.match_of(conn, asked, now=MIDNIGHT).chosen}
    return [one for one in groups.open_groups(conn) if one.id in chosen and not one.phone_only]


async def test_each_start_makes_an_invite_that_a_newcomer_can_use(district):
    """Invites of earlier starts stay good too."""

    def join(conn, code, name):
        newcomer = addresses.address_for(conn, Channel.WEB, name, now=MIDNIGHT)
        joining = Joining(
            name=name, services=["food"], how=["in_person"], languages=["en"], hours=["any_time"]
        )
        return groups.enrol(conn, newcomer.person_id, code, joining, now=MIDNIGHT)

    first = await district.write(lambda conn: demo.invite(conn, now=MIDNIGHT))
    second = await district.write(lambda conn: demo.invite(conn, now=MIDNIGHT))
    for code in (first, second):
        enrolled = await district.write(lambda conn, code=code: join(conn, code, code))
        assert isinstance(enrolled, groups.Enrolled)


async def test_a_sign_in_is_the_coordinators_once_and_soon_over(district):
    """One click, one link: copied elsewhere it is worth nothing."""
    hour = timedelta(hours=1)

    def use(conn, secret, now):
        lasting = auth.exchange(conn, secret, now=now, lifetime=hour)
        return auth.actor_of(conn, lasting, now=now)

    secret = await district.write(lambda conn: demo.sign_in(conn, now=MIDNIGHT))
    actor = await district.write(lambda conn: use(conn, secret, MIDNIGHT))
    assert actor.role is Role.COORDINATOR
    assert actor.person_id is not None
    for used, now in ((secret, MIDNIGHT), (None, MIDNIGHT + hour)):
        late = used or await district.write(lambda conn: demo.sign_in(conn, now=MIDNIGHT))
        with pytest.raises(auth.LinkRefused):
            await district.write(lambda conn, late=late, now=now: use(conn, late, now))
