"""A neighbourhood with a chat page; its time passes by itself from where a test put it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from api.database.tables.calls import calls
from api.database.tables.inbound import inbound
from api.database.tables.requests import requests
from api.groups import service as groups
from api.groups.schemas import InviteIn, Joining
from api.people import service as people
from api.places import service as places
from api.places.schemas import PlaceIn
from api.vocabulary import ABLE_ACCOMMODATIONS, Channel, Need
from bot.app import Whole
from bot.app.channels import frame_of
from bot.channels.web import Web
from tests.world import HERE, World, settings_for

WEEK = timedelta(days=7)
PLACE = "Hongmei Road 12"


def arranged(settings, wires, clock):
    """Everything in one process, with the page beside the made-up wires."""
    return Whole(settings, {**wires, Channel.WEB: Web(frame_of(settings))}, clock)


class Neighbourhood(World):
    """A world with a page, and what a test of the page asks about it."""

    def __init__(self, folder, **changes):
        settings = settings_for(f"sqlite:///{folder}/linli.sqlite3", folder, **changes)
        super().__init__(settings, arranged)

    @property
    def now(self):
        """The moment."""
        return datetime.now(UTC) + self._ahead

    @now.setter
    def now(self, moment):
        self._ahead = moment - datetime.now(UTC)

    async def volunteer(self, name, group):
        """A volunteer of a group, and the secret of their personal link."""
        joining = Joining(
            name=name,
            services=[need for need in Need if need is not Need.OTHER],
            how=["in_person", "by_phone", "by_text"],
            languages=["en"],
            able=sorted(ABLE_ACCOMMODATIONS),
            hours=["any_time"],
        )

        def unit(conn):
            person_id = people.add_person(
                conn, language="en", name=name, phone="", accommodations=[], now=self.now
            )
            groups.join(conn, self.groups[group], person_id, joining, now=self.now)
            return people.link_for(conn, person_id, now=self.now, lifetime=WEEK)

        link = await self.write(unit)
        await self.whole.channels[Channel.WEB].ports.who_is(link)
        return link

    async def know_places(self):
        """The gazetteer has the place where residents of these tests live."""
        latitude, longitude = HERE
        place = PlaceIn(name=PLACE, latitude=latitude, longitude=longitude)
        await self.write(lambda c: places.add(c, [place], now=self.now))

    async def invite(self, group):
        """The code of an invite of a group."""
        wanted = InviteIn(uses=5)
        made = await self.write(
            lambda c: groups.invite(c, self.groups[group], wanted, now=self.now)
        )
        return made.code

    async def requests(self):
        """Everything that was asked for."""
        return await self.read(lambda c: c.execute(sa.select(requests)).all())

    async def calls(self):
        """Why somebody is to be called."""
        return list(await self.read(lambda c: c.execute(sa.select(calls.c.reason)).scalars()))

    async def kept(self):
        """How many messages are kept."""
        count = sa.select(sa.func.count()).select_from(inbound)
        return await self.read(lambda c: c.execute(count).scalar())
