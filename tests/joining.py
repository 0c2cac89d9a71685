"""Groups, and the people who volunteer in them."""

from __future__ import annotations

from api.addresses import service as addresses
from api.groups import service as groups
from api.groups.schemas import GroupChange, GroupIn, InviteIn, Joining, Service
from api.people import service as people
from api.vocabulary import (
    ABLE_ACCOMMODATIONS,
    REMOTE_LEAVES,
    Channel,
    InboundKind,
    Leaf,
    Mode,
    Need,
    Role,
)
from tests.saying import Saying

HERE = (31.2304, 121.4737)
METRES_PER_DEGREE = 111_195.0


class Groups(Saying):
    """The verbs that put neighbours where they are needed."""

    async def add_group(
        self,
        name: str,
        metres: int,
        leaves: list[str],
        *,
        phone_only: bool = False,
        languages: list[str] | None = None,
        capacity: int = 20,
    ) -> None:
        """A group so many metres north of the middle of the world."""
        group = GroupIn(
            name=name,
            latitude=HERE[0] + metres / METRES_PER_DEGREE,
            longitude=HERE[1],
            radius_m=20_000,
            services=[
                Service(leaf=Leaf(leaf), mode=mode)
                for leaf in leaves
                for mode in (Mode.IN_PERSON, *((Mode.REMOTE,) if leaf in REMOTE_LEAVES else ()))
            ],
            languages=languages or ["en"],
            able=sorted(ABLE_ACCOMMODATIONS),
            talks_by=["voice"] if phone_only else ["voice", "text"],
            capacity=capacity,
            phone_only=phone_only,
        )
        self.groups[name] = await self.write(lambda c: groups.create(c, group, now=self.now))

    async def add_volunteer(self, name: str, group: str, channel: str) -> None:
        """A volunteer of a group, enrolled and reachable."""
        self.channel_of[name] = Channel(channel)

        def unit(conn):
            invite = groups.invite(conn, self.groups[group], InviteIn(), now=self.now)
            here = people.address_for(conn, Channel(channel), self.address(name), now=self.now)
            addresses.hear(conn, here.id, now=self.now)
            people.set_language(conn, here.person_id, "en")
            joining = Joining(
                name=name,
                services=[need for need in Need if need is not Need.OTHER],
                how=["in_person", "by_phone", "by_text"],
                languages=["en"],
                able=sorted(ABLE_ACCOMMODATIONS),
                hours=["any_time"],
            )
            groups.enrol(
                conn, here.person_id, invite.code, joining, address_id=here.id, now=self.now
            )

        await self.write(unit)
        await self.settle()
        self.read_up_to[name] = len(self.heard(name))

    async def add_caller(self, name: str, group: str, channel: str) -> None:
        """Somebody who takes calls by phone and in writing, and has a chat of their own."""
        self.channel_of[name] = Channel(channel)
        role = InviteIn(role=Role.CALLER)

        def unit(conn):
            invite = groups.invite(conn, self.groups[group], role, now=self.now)
            here = people.address_for(conn, Channel(channel), self.address(name), now=self.now)
            addresses.hear(conn, here.id, now=self.now)
            people.set_language(conn, here.person_id, "en")
            joining = Joining(
                name=name,
                languages=["en"],
                hours=["any_time"],
                takes_calls=["by_phone", "by_text"],
            )
            groups.enrol(conn, here.person_id, invite.code, joining, now=self.now)

        await self.write(unit)
        await self.settle()
        self.read_up_to[name] = len(self.heard(name))

    async def open_invite(self, name: str, group: str) -> None:
        """A person follows a coordinator's invite link."""
        invite = await self.write(
            lambda c: groups.invite(c, self.groups[group], InviteIn(), now=self.now)
        )
        await self.receive(name, InboundKind.START, link=invite.code)

    async def add_leader(self, name: str, group: str) -> None:
        """The leader of a group, who has only a telephone."""

        def unit(conn):
            leader = people.add_person(
                conn,
                language="en",
                name=name,
                phone="+862155550199",
                accommodations=[],
                now=self.now,
            )
            groups.change(conn, self.groups[group], GroupChange(leader_id=leader), now=self.now)
            self.address_of[name] = leader

        await self.write(unit)
