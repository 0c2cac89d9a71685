"""A whole Linli on SQLite whose Telegram is the emulator behind the fault proxy."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
import uvicorn

from api.addresses.service import hear
from api.database.engine import after_commit_wake
from api.database.tables.calls import calls
from api.database.tables.inbound import inbound
from api.database.tables.notices import notices
from api.database.tables.people import addresses
from api.database.tables.requests import requests as requests_table
from api.groups import service as groups
from api.groups.schemas import GroupIn, InviteIn, Service
from api.people import service as people
from api.requests import service as requests
from api.vocabulary import ABLE_ACCOMMODATIONS, REMOTE_LEAVES, Channel, Leaf, Mode, Role
from bot.app import Whole
from tests.peers.fault_proxy import FaultProxy
from tests.peers.telegram_emulator import TelegramEmulator
from tests.world import HERE, settings_for

SECRET = "only-telegram-knows-it"  # noqa: S105 - of a test
TOPICS = ("inbound", "notices", "dispatch")
PATIENCE_S = 60.0


class District:
    """A deployment under test; its clock is the real one, moved forward by `later`."""

    def __init__(self, folder, telegram: TelegramEmulator, proxy: FaultProxy, **settings):
        values = {
            "on_duty": "00:00-24:00",
            "safeguarding": "terminal:lead",
            "telegram_token": telegram.token,
            "telegram_api": proxy.base_url.removesuffix("/bot"),
            **settings,
        }
        settings = settings_for(f"sqlite:///{folder}/linli.sqlite3", folder, **values)
        self.telegram, self.proxy = telegram, proxy
        self.ahead = timedelta()
        self.whole = Whole(settings, clock=self.now)

    def now(self):
        """The moment."""
        return datetime.now(UTC) + self.ahead

    async def later(self, **span):
        """Let time jump forward, and everybody who waits look at the clock."""
        self.ahead += timedelta(**span)
        await self.write(lambda c: [after_commit_wake(c, topic) for topic in TOPICS])

    async def write(self, unit):
        """The result of a unit of work."""
        return await self.whole.node.store.write(unit)

    async def add_group(self, *leaves: Leaf, name="Hongmei"):
        """A group next door that does these, for everybody; its id."""
        services = [Service(leaf=leaf, mode=Mode.IN_PERSON) for leaf in leaves]
        services += [Service(leaf=x, mode=Mode.REMOTE) for x in leaves if x in REMOTE_LEAVES]
        group = GroupIn(
            name=name,
            latitude=HERE[0],
            longitude=HERE[1],
            radius_m=20_000,
            services=services,
            languages=["en"],
            able=sorted(ABLE_ACCOMMODATIONS),
            talks_by=["voice", "text"],
            capacity=20,
        )
        return await self.write(lambda c: groups.create(c, group, now=self.now()))

    async def invite(self, group_id, role=Role.VOLUNTEER):
        """The code of an invite that many may use."""
        wanted = InviteIn(uses=20, role=role)
        made = await self.write(lambda c: groups.invite(c, group_id, wanted, now=self.now()))
        return made.code

    async def requests_of(self, person):
        """Everything a person asked for, as the volunteers would come to know it."""

        def unit(conn):
            here = people.address_for(conn, Channel.TELEGRAM, str(person.id), now=self.now())
            table = requests_table
            query = sa.select(table.c.id).where(table.c.resident_id == here.person_id)
            ids = conn.execute(query.order_by(table.c.id)).scalars().all()
            return [(requests.get(conn, one), requests.private(conn, one)) for one in ids]

        return await self.write(unit)

    async def heard(self):
        """How many messages are kept, and how many of these are answered."""
        table = inbound
        count = sa.select(sa.func.count(), sa.func.count(table.c.settled_at)).select_from(table)
        return tuple(await self.write(lambda c: c.execute(count).one()))

    async def dead(self, person):
        """Whether a person's address is known not to reach them."""

        def unit(conn):
            here = people.address_for(conn, Channel.TELEGRAM, str(person.id), now=self.now())
            query = sa.select(addresses.c.dead_at).where(addresses.c.id == here.id)
            return conn.execute(query).scalar() is not None

        return await self.write(unit)

    async def add_address(self, person, channel, address):
        """Another address of a person, from which something came."""

        def unit(conn):
            here = people.address_for(conn, Channel.TELEGRAM, str(person.id), now=self.now())
            there = people.address_for(
                conn, channel, address, now=self.now(), person_id=here.person_id
            )
            hear(conn, there.id, now=self.now())
            return there.id

        return await self.write(unit)

    async def pause(self, person):
        """A volunteer is asked nothing in private for a while, yet belongs to the group."""

        def unit(conn):
            here = people.address_for(conn, Channel.TELEGRAM, str(person.id), now=self.now())
            groups.pause(conn, here.person_id, "until_i_return", now=self.now())

        await self.write(unit)

    async def told(self, channel, address):
        """The codes of everything said, or to be said, at an address."""

        def unit(conn):
            there = people.address_for(conn, channel, address, now=self.now())
            found = sa.select(notices.c.code).where(notices.c.address_id == there.id)
            return list(conn.execute(found.order_by(notices.c.position)).scalars())

        return await self.write(unit)

    async def calls_of(self, person):
        """Why a person is to be called."""

        def unit(conn):
            here = people.address_for(conn, Channel.TELEGRAM, str(person.id), now=self.now())
            table = calls
            found = sa.select(table.c.reason).where(table.c.person_id == here.person_id)
            return list(conn.execute(found).scalars())

        return await self.write(unit)

    async def until(self, seen, what):
        """Wait until something is so; AssertionError when it stays away."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                while True:
                    if await seen():
                        return
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError(f"{what}: it never came") from None

    async def settled(self, count):
        """Wait until so many messages were kept and answered."""

        async def seen():
            return await self.heard() == (count, count)

        await self.until(seen, f"{count} messages answered, not {await self.heard()}")


@asynccontextmanager
async def running(district):
    """The district at work."""
    await district.whole.open()
    district.whole.work()
    try:
        yield district
    finally:
        await district.whole.close()


@asynccontextmanager
async def served(district, listening):
    """The district at work with its web pages and webhook on a socket."""
    config = uvicorn.Config(
        district.whole.web, lifespan="off", log_level="warning", access_log=False
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        async with running(district):
            yield district
    finally:
        server.should_exit = True
        await serving
