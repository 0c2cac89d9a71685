"""A neighbourhood with a desk: people who need a person, and those who sit there."""

from __future__ import annotations

import asyncio

from api.addresses import service as addresses
from api.audit import service as audit
from api.people import service as people
from api.requests import service as requests
from api.requests.schemas import Place, RequestIn
from api.vocabulary import Channel, Role
from bot.app import Whole
from bot.app.channels import frame_of
from bot.channels.web import Web
from tests.bot.desk.visitor import Visitor
from tests.world import HERE, World, settings_for

PHONE = "+8613800138000"
MASKED = "•" * 12 + "00"
PATIENCE_S = 30.0
THERE = Place(text="Block 7, door 3", latitude=HERE[0], longitude=HERE[1])


def _arranged(settings, wires, clock):
    return Whole(settings, {**wires, Channel.WEB: Web(frame_of(settings))}, clock)


class Office(World):
    """A world whose desk can be visited; its clock stands still unless a test moves it."""

    def __init__(self, folder):
        super().__init__(settings_for(f"sqlite:///{folder}/linli.sqlite3", folder), _arranged)
        self.visitors: list[Visitor] = []

    async def link(self, name, role=Role.COORDINATOR, language="en"):
        """The path of a one-use sign-in link, as `linli token` makes it."""
        wanted = {"role": role, "label": "desk", "name": name, "language": language, "days": 1}
        made = await self._send(
            await self.secret(Role.ADMIN), "POST", "/v1/tokens", {**wanted, "one_use": True}
        )
        return f"/desk/sign-in/{made.json()['secret']}"

    def visitor(self, language="en"):
        """A browser that has never been here."""
        self.visitors.append(Visitor(self.whole.web, language))
        return self.visitors[-1]

    async def at_the_desk(self, name, role=Role.COORDINATOR, language="en"):
        """Somebody who signed in, with the queue before them."""
        visitor = self.visitor()
        await visitor.opens(await self.link(name, role, language))
        await visitor.presses("Sign in")
        return visitor

    async def give_phone(self, name, phone=PHONE):
        """A number is known."""
        person_id = await self.person_id(name)
        await self.write(lambda c: people.set_phone(c, person_id, phone))

    async def waits(self, names, leaf, urgency):
        """Residents who asked for something; how they were asked is for others to prove."""

        def unit(conn):
            for name in names:
                here = addresses.address_for(
                    conn, Channel.TERMINAL, self.address(name), now=self.now
                )
                addresses.hear(conn, here.id, now=self.now)
                made = RequestIn(needs=[leaf], urgency=urgency, place=THERE, name=name)
                requests.create(
                    conn, made, resident_id=here.person_id, address_id=here.id, now=self.now
                )

        await self.write(unit)
        await self.settle()

    async def in_the_middle(self, name, *said):
        """Somebody who has begun to ask: safe, agreed, and then what they said."""
        for text in ("hello", "1", "1", "1", *said):
            await self.say(name, text)

    async def actions(self, subject_id):
        """What was done to a row, oldest first, as the audit has it."""
        found = await self.read(
            lambda c: audit.entries(c, subject_id=subject_id, before=None, limit=100)
        )
        return [entry.action for entry in reversed(found)]

    async def until(self, seen, what):
        """Wait until something is so; AssertionError when it stays away."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                while not await seen():  # noqa: ASYNC110 - what is waited for is in the database
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError(f"{what}: it never came") from None

    async def close(self):
        """Nothing is left open."""
        for visitor in self.visitors:
            await visitor.client.aclose()
        await self.whole.close()
