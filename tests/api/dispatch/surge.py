"""A district of 318 groups in which far more is asked for than can be done, in memory.

Every decision is dispatch's own: who is next (`drain`), who is asked (`plan`), how much room there
is, when to look again. Only what rows and clocks do in service is done here by lists.
"""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime

from api.dispatch.rules import Askable, Past, Reach, Scene, as_urgent, next_look, plan, room
from api.dispatch.service.waiting import LOOKED_AT, WOKEN
from api.matching.index import Index
from api.matching.rules import Able, Wanted
from api.requests.rules import drain
from api.settings import Settings
from api.vocabulary import LEAVES, Leaf, OfferStatus, Urgency
from tests.api.district import DAY, HOME, NOW

SETTINGS = Settings()
NEEDS = frozenset(need for need in LEAVES)
COMMON, RARE, RAREST = Leaf.MEAL, Leaf.GROCERIES, Leaf.REPAIR
LASTS = (1, 5)
"""So many days a task takes its volunteer, 3 on average: a district of 318 does 106 a day."""
RESPONDS = 0.3
"""Of those asked 17-47 % respond (decision 31)."""
URGENCIES = (Urgency.NOW, *[Urgency.TODAY] * 3, *[Urgency.WEEK] * 8, *[Urgency.LATER] * 8)


@dataclass(eq=False)
class Asked:
    """A request as the queue has it."""

    id: str
    leaf: Leaf
    urgency: Urgency
    at: datetime
    rarity: int
    next_at: datetime
    wanted: Wanted
    wave: int = 0
    looks: int = 0
    offers: dict = field(default_factory=dict)
    past: defaultdict = field(default_factory=lambda: defaultdict(list))
    groups: set = field(default_factory=set)
    taken_at: datetime | None = None


class Surge:
    """Groups with two volunteers and one place each; what was asked, done and looked at."""

    def __init__(self, count=318, seed=7):
        self.chance = random.Random(seed)  # noqa: S311 - an invented district
        self.groups = {one.id: one for one in map(self._group, range(count))}
        self.index = Index(self.groups.values())
        self.load = dict.fromkeys(self.groups, 0)
        self.people = {
            f"{group_id} {one}": Askable(
                f"{group_id} {one}",
                group_id,
                NEEDS,
                frozenset({"in_person", "by_phone", "by_text"}),
                frozenset({"en"}),
                frozenset(),
                ("any_time",),
            )
            for group_id in self.groups
            for one in "ab"
        }
        self.of = defaultdict(list)
        for one in self.people.values():
            self.of[one.group_id].append(one.person_id)
        self.able = Counter(leaf for one in self.groups.values() for leaf in one.in_person)
        self.asked, self.queue, self.tasks, self.freed = [], [], [], []
        self.heard, self.took, self.looks = Counter(), Counter(), Counter()
        self.open_for = defaultdict(Counter)
        self.most_tasks = self.most_offers = 0
        for group_id in self.groups:  # everybody is busy already
            self._take(f"{group_id} a", NOW + self.chance.uniform(0, LASTS[1]) * DAY)

    def _group(self, number):
        """One in ten shops as well, three repair; all within reach of everybody."""
        leaves = {COMMON} | ({RARE} if number % 10 == 0 else set())
        leaves |= {RAREST} if number % 106 == 1 else set()
        at = tuple(one + self.chance.uniform(-0.01, 0.01) for one in HOME)
        return Able(
            f"g{number:03}", at, 9000, frozenset(leaves), frozenset(), frozenset({"en"}),
            frozenset(), frozenset({"voice", "text"}), capacity=1,
        )  # fmt: skip

    def ask(self, now, count):
        """So many residents ask: one in ten for what few do, one in a hundred for the rarest."""
        for _ in range(count):
            number = len(self.asked)
            leaf = RAREST if number % 100 == 5 else RARE if number % 10 == 0 else COMMON
            rarity = self.able[leaf]
            there = tuple(one + self.chance.uniform(-0.01, 0.01) for one in HOME)
            wanted = Wanted(frozenset({leaf}), language="en", point=there)
            urgency = self.chance.choice(URGENCIES)
            self.asked.append(Asked(f"{number:06}", leaf, urgency, now, rarity, now, wanted))
            self.queue.append(self.asked[-1])

    def waiting(self, now):
        """Who has nobody yet, who is next first."""
        return sorted(self.queue, key=lambda one: self._order(one, now))

    def _order(self, one, now):
        return drain(one.urgency, one.rarity, (one.at, one.id), now, SETTINGS.usual_wait)

    def live(self, now):
        """What is over ends, who is next is asked, some of those asked say yes."""
        self.now = now
        self._end()
        self._wake()
        due = [one for one in self.queue if one.next_at <= now]
        for one in sorted(due, key=lambda one: self._order(one, now)):
            self._look(one)
        self._answer()

    def _end(self):
        for until, person_id in [one for one in self.tasks if one[0] <= self.now]:
            self.tasks.remove((until, person_id))
            group_id = self.people[person_id].group_id
            self._change(person_id, tasks=-1)
            self._set_load(group_id, self.load[group_id] - 1)
            self.freed.append(group_id)
        for one in self.queue:
            for person_id, until in [*one.offers.items()]:
                if until <= self.now:
                    self._close(one, person_id, OfferStatus.EXPIRED)

    def _wake(self):
        """As `service.waiting.wake` does it: the next few who fit a group with room."""
        if not self.freed:
            return
        queue = [one for one in self.waiting(self.now) if one.looks]
        for group_id in self.freed:
            able = self.groups[group_id]
            left = min(WOKEN, max(1, room(1, self.load[group_id], self.asks(group_id), SETTINGS)))
            fits = [one for one in queue if one.leaf in able.in_person][:LOOKED_AT]
            for one in [one for one in fits if group_id not in one.groups][:left]:
                one.next_at = self.now
        self.freed.clear()

    def asks(self, group_id, urgencies=tuple(Urgency), but=None):
        """For how many requests of these urgencies, but one, a group is asked now."""
        return sum(one.urgency in urgencies and one is not but for one in self.open_for[group_id])

    def _look(self, one):
        self.looks[self.now] += 1
        scene = Scene(
            one.wanted, one.urgency, one.wave + 1, Port(self, one), SETTINGS, past=one.past
        )
        shares, _ = plan(scene, self.now, SETTINGS.wave_size)
        found = [each for share in shares for each in share.candidates]
        if not found:
            one.looks += not one.offers
            one.next_at = next_look(one.urgency, max(1, one.looks), self.now, SETTINGS)
            return
        one.wave, one.looks = one.wave + 1, 0
        wave = SETTINGS.wave_after[one.urgency]
        one.next_at = self.now + wave
        for each in found:
            one.offers[each.person_id] = self.now + wave * SETTINGS.offer_lasts_waves
            group_id = each.group.group_id
            one.groups.add(group_id)
            self.open_for[group_id][one] += 1
            self.heard[each.person_id] += 1
            self._change(each.person_id, offers=1, asked_at=self.now)
            self.index.set_asked(group_id, self.now)

    def _close(self, one, person_id, status):
        del one.offers[person_id]
        one.past[person_id].append(Past(status, one.wave, answered=False))
        mine = self.open_for[self.people[person_id].group_id]
        mine[one] -= 1
        if not mine[one]:
            del mine[one]
        self._change(person_id, offers=-1)

    def _answer(self):
        """Who says yes takes the most urgent that is still to be had, if their group has room."""
        for person_id in [*self.people]:
            group_id = self.people[person_id].group_id
            mine = [one for one in self.open_for[group_id] if person_id in one.offers]
            if not mine or self.load[group_id] or self.chance.random() > RESPONDS:
                continue
            one = min(mine, key=lambda each: self._order(each, self.now))
            one.taken_at = self.now
            self.queue.remove(one)
            self.took[group_id] += 1
            self._take(person_id, self.now + self.chance.uniform(*LASTS) * DAY)
            for other in [*one.offers]:
                self._close(one, other, OfferStatus.WITHDRAWN)

    def _take(self, person_id, until):
        group_id = self.people[person_id].group_id
        self.tasks.append((until, person_id))
        self._set_load(group_id, self.load[group_id] + 1)
        self._change(person_id, tasks=1)

    def _set_load(self, group_id, load):
        self.load[group_id] = load
        self.index.set_load(group_id, load)

    def _change(self, person_id, *, tasks=0, offers=0, asked_at=None):
        before = self.people[person_id]
        after = replace(
            before,
            tasks=before.tasks + tasks,
            offers=before.offers + offers,
            asked_at=asked_at or before.asked_at,
        )
        self.people[person_id] = after
        self.most_tasks = max(self.most_tasks, after.tasks)
        self.most_offers = max(self.most_offers, after.offers)


class Port:
    """The groups as a scene asks for them."""

    def __init__(self, surge, one):
        self._surge, self._one = surge, one

    def best(self, wanted, k=None):
        """As the index has them now."""
        return self._surge.index.best(wanted, self._surge.now, k)

    def doing(self, leaves):
        """Only an explanation asks for it."""
        raise NotImplementedError

    def reach(self, group_ids):
        """Each volunteer of a group, while it may be asked for more."""
        surge, one = self._surge, self._one
        asks = {each: surge.asks(each, as_urgent(one.urgency), one) for each in group_ids}
        return {
            group_id: Reach(
                [surge.people[one] for one in surge.of[group_id]],
                room=room(1, surge.load[group_id], asks[group_id], SETTINGS),
            )
            for group_id in group_ids
        }
