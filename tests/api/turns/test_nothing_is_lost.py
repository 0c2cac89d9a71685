"""Nothing acknowledged is lost, nothing happens twice, order is kept, one worker has a lane.

Workers here die, repeat themselves and come late; whatever they do, the laws hold.
"""

import asyncio
import itertools
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.addresses.service import address_for
from api.database.engine import open_store
from api.notices import service as notices
from api.sessions.service import StaleTurn
from api.vocabulary import Channel
from tests.api.deliveries.conftest import Sender, report
from tests.api.turns.conftest import Bot, turn_of
from tests.api.world import MINUTE, NOON, SECOND, hear, message

PEOPLE = ("anna", "bao", "chen")
LEASE_S = 30

steps = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.sampled_from(PEOPLE), st.integers(0, 4)),
        st.tuples(st.just("tell"), st.sampled_from(PEOPLE)),
        st.tuples(st.just("claim")),
        st.tuples(st.just("answer"), st.integers(0, 5)),
        st.tuples(st.just("fetch")),
        st.tuples(st.just("report"), st.integers(0, 5), st.booleans()),
        st.tuples(st.just("wait"), st.sampled_from([1, LEASE_S, 200])),
    ),
    max_size=40,
)


@dataclass
class Run:
    """What happened, kept beside the database; `name` keeps runs on one database apart."""

    store: Any
    name: str
    now: Any = NOON
    said: dict = field(default_factory=lambda: defaultdict(list))
    settled: dict = field(default_factory=lambda: defaultdict(list))
    told: dict = field(default_factory=lambda: defaultdict(list))
    sent: dict = field(default_factory=lambda: defaultdict(list))
    held: dict = field(default_factory=dict)
    works: list = field(default_factory=list)
    letters: list = field(default_factory=list)

    @property
    def bot(self):
        """A worker that answers."""
        return Bot(self.store)

    @property
    def sender(self):
        """A worker that sends."""
        return Sender(self.store)

    async def say(self, who, number):
        """A wire brings a message, perhaps again."""
        came = message(address=f"{self.name} {who}", number=f"{number}")
        (received,) = await self.store.write(hear(came, now=self.now))
        known = received.inbound_id in self.said[received.address_id]
        assert received.again == known
        if not known:
            self.said[received.address_id].append(received.inbound_id)

    async def tell(self, who):
        """Somebody is told something."""

        def unit(conn):
            met = address_for(conn, Channel.TELEGRAM, f"{self.name} {who}", now=self.now)
            return met.id, notices.put(conn, met.id, "ask.need", {}, now=self.now)

        address_id, notice_id = await self.store.write(unit)
        self.told[address_id].append(notice_id)

    async def claim(self):
        """A worker takes a lane, which nobody else may have."""
        work = await self.bot.claim(self.now, LEASE_S)
        if work is not None:
            self.hold("in", work)
            self.works.append(work)
        return work

    def hold(self, way, given):
        """The law of leases: a lane is free when it is given away."""
        _, until = self.held.get((way, given.address_id), ("", self.now))
        assert until <= self.now
        self.held[way, given.address_id] = (given.lease, self.now + LEASE_S * SECOND)

    def release(self, way, given):
        """The lane is free again, if it was still this one who had it."""
        lease, _ = self.held.get((way, given.address_id), ("", self.now))
        if lease == given.lease:
            del self.held[way, given.address_id]

    async def answer(self, which):
        """A worker brings a turn back, perhaps one of long ago, perhaps again."""
        if not self.works:
            return
        work = self.works[which % len(self.works)]
        try:
            await self.bot.take(turn_of(work), self.now)
        except StaleTurn:
            return
        self.release("in", work)
        self.settled[work.address_id].append(work.inbound.id)

    async def fetch(self):
        """A worker takes what is to be sent."""
        claimed = await self.sender.claim(now=self.now, lease_s=LEASE_S)
        for notice in claimed:
            self.hold("out", notice)
        self.letters += claimed
        return claimed

    async def report(self, which, good):
        """A worker sent something and says so, or could not."""
        if not self.letters:
            return
        letter = self.letters[which % len(self.letters)]
        changed = {} if good else {"failure": "throttled", "retry_after_s": 5}
        kept = await self.sender.kept(letter.notice_id)
        await self.sender.out(report(letter, **changed), now=self.now, limit=0)
        if good and kept.ended_at is None:
            self.sent[letter.address_id].append(letter.notice_id)
            self.release("out", letter)

    async def wait(self, seconds):
        """Time passes."""
        self.now += seconds * SECOND

    async def finish(self):
        """Good workers do what is left."""
        self.now += 60 * MINUTE
        while await self.claim():
            await self.answer(len(self.works) - 1)
        while claimed := await self.fetch():
            for number in range(len(claimed)):
                await self.report(len(self.letters) - 1 - number, good=True)

    def check(self):
        """The laws, at the end."""
        assert {k: v for k, v in self.settled.items() if v} == {
            k: v for k, v in self.said.items() if v
        }
        for address_id, ids in self.told.items():
            ours = [one for one in self.sent[address_id] if one in set(ids)]
            assert ours == ids
        for ids in self.sent.values():
            assert len(ids) == len(set(ids))


runs = itertools.count()


@given(steps)
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
async def test_whatever_workers_do_the_laws_hold(store, steps):
    """Every message settled once, in order; every notice sent, in order; one holder a lane."""
    run = Run(store, f"run {next(runs)}")
    for name, *arguments in steps:
        await getattr(run, name)(*arguments)
    await run.finish()
    run.check()


async def test_many_workers_at_once_settle_everything_once(store):
    """Four that answer and four that send, on one database, while messages still come in."""
    run = Run(store, "many")
    rounds = 5
    everything = rounds * len(PEOPLE)

    async def people():
        for number in range(rounds):
            await asyncio.gather(*(run.say(who, number) for who in PEOPLE))

    workers = [job(run, everything) for job in (_answering, _sending) for _ in range(4)]
    await asyncio.wait_for(asyncio.gather(people(), *workers), 60)
    run.check()


async def _answering(run, everything):
    """Answer until everything is settled."""
    while sum(map(len, run.settled.values())) < everything:
        work = await run.bot.claim(NOON, LEASE_S)
        if work is not None:
            await run.bot.take(turn_of(work), NOON)
            run.settled[work.address_id].append(work.inbound.id)


async def _sending(run, everything):
    """Send until every answer was sent."""
    while sum(map(len, run.sent.values())) < everything:
        claimed = await run.sender.claim(lease_s=LEASE_S, limit=2)
        await run.sender.out(*(report(one) for one in claimed), limit=0)
        for one in claimed:
            run.sent[one.address_id].append(one.notice_id)


async def test_what_was_acknowledged_is_there_after_a_restart(store_url, keys):
    """A message, its lane and its order."""
    for number in range(2):
        store = open_store(store_url, keys=keys)
        await store.open()
        (received,) = await store.write(hear(message(number="1")))
        assert received.again == bool(number)
        assert (await Bot(store).claim(NOON + number * MINUTE)).inbound.id == received.inbound_id
        await store.close()
