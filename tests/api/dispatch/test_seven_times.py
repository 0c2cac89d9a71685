"""Seven times more is asked for than can be done, for days: it stays stable and fair."""

import random
from collections import Counter

import pytest

from api.database.tables.backlog import freed_groups, waits
from api.dispatch import service as dispatch
from api.dispatch import store as kept
from api.requests import service as requests
from api.vocabulary import Leaf, NoticeCode, RequestStatus, TaskStatus, Urgency
from tests.api.dispatch.test_laws import BEFORE_ANYBODY_ACCEPTS
from tests.api.district import (
    DAY,
    HOUR,
    NOW,
    SETTINGS,
    forget,
    group,
    load,
    person,
    request,
    told,
    volunteer,
    work,
)

GROUPS = 5
A_DAY = 7 * GROUPS
"""Each group has one place, and does one thing a day."""
DAYS = 2
STEP = 6
STILL_NOBODY = {NoticeCode.STILL_WAITING, NoticeCode.LOOKING_FURTHER}
URGENCIES = (Urgency.NOW, *[Urgency.TODAY] * 2, *[Urgency.WEEK] * 3, *[Urgency.LATER] * 2)


class District:
    """Groups, each with a place; the first alone also shops. What was done of what was asked."""

    def __init__(self, conn):
        self.chance = random.Random(7)  # noqa: S311 - an invented district
        self.conn = conn
        self.groups, self.people = [], {}
        for number in range(GROUPS):
            leaves = (Leaf.MEAL, Leaf.GROCERIES) if number == 0 else (Leaf.MEAL,)
            one = group(conn, f"group {number}", capacity=1, leaves=leaves)
            self.groups.append(one)
            for name in "ab":
                self.people[volunteer(conn, one, f"{number}{name}")] = one
        self.asked, self.heard, self.took, self.residents = [], Counter(), Counter(), {}

    def ask(self, now, count):
        """So many residents ask for something; every tenth for what one group does."""
        for _ in range(count):
            number = len(self.asked)
            leaf = Leaf.GROCERIES if number % 10 == 0 else Leaf.MEAL
            urgency = URGENCIES[self.chance.randrange(len(URGENCIES))]
            resident = person(self.conn, f"resident {number}")
            one = request(self.conn, resident, leaf, now=now, urgency=urgency)
            self.asked.append((one, urgency, leaf, now))
            self.residents[one] = resident

    def live(self, now):
        """Volunteers finish what they took a day ago, and take the newest of what is offered."""
        for someone in self.people:
            for task in kept.tasks_of(self.conn, someone.id):
                if now - task.accepted_at >= DAY - HOUR:
                    dispatch.finish(
                        self.conn, task.id, someone.id, TaskStatus.DONE, settings=SETTINGS, now=now
                    )
                else:
                    dispatch.send_word(
                        self.conn, task.id, someone.id, "soon", settings=SETTINGS, now=now
                    )
        work(self.conn, now)
        for someone, group_id in self.people.items():
            self.heard[someone.id] += sum(code == "offer" for code in told(self.conn, someone))
            forget(self.conn, someone)
            offers = sorted(
                kept.open_offers_to(self.conn, someone.id),
                key=lambda one: list(Urgency).index(
                    requests.get(self.conn, one.request_id).urgency
                ),
            )
            if offers and load(self.conn, group_id) == 0:
                found = dispatch.accept(
                    self.conn, offers[0].id, someone.id, settings=SETTINGS, now=now
                )
                self.took[group_id] += isinstance(found, dispatch.Accepted)
        work(self.conn, now)


@pytest.mark.full
async def test_with_seven_times_the_demand_it_stays_stable_and_fair(store):
    """What is urgent first, the rare at their share, every group its share, and no storm."""

    def unit(conn):
        district = District(conn)
        looks = []
        for step in range(DAYS * 24 // STEP):
            now = NOW + step * STEP * HOUR
            district.ask(now, A_DAY * STEP // 24)
            district.live(now)
            looks.append(sum(row.looks for row in conn.execute(waits.select())))
        served = {
            one: requests.get(conn, one).status in {RequestStatus.TAKEN, RequestStatus.DONE}
            for one, *_ in district.asked
        }
        waits_for = conn.execute(freed_groups.select()).all()
        said = {one: told(conn, resident) for one, resident in district.residents.items()}
        return district, served, looks, waits_for, said

    district, served, looks, freed, said = await store.write(unit)
    by_urgency = Counter(urgency for one, urgency, *_ in district.asked if served[one])
    asked = Counter(urgency for _, urgency, *_ in district.asked)
    share = {urgency: by_urgency[urgency] / asked[urgency] for urgency in Urgency}
    # all that could be done was done, and the urgent of it first
    assert sum(served.values()) >= GROUPS * DAYS
    assert share[Urgency.NOW] >= share[Urgency.TODAY] >= share[Urgency.LATER]
    assert share[Urgency.NOW] >= 0.6
    # no group did more than its share
    assert max(district.took.values()) - min(district.took.values()) <= 1
    # nobody was asked by the dozen: three requests a place and urgency, each anew once a day or so
    assert max(district.heard.values()) <= 3 * len(Urgency) * DAYS
    # looks in vain grow with the queue and not with the time it waits
    assert looks[-1] <= 8 * len(district.asked)
    assert freed == []
    _hear_the_truth(district, served, said)


def _hear_the_truth(district, served, said):
    """Whoever waits hears so, at once and then once a day at most; nobody hears of a name."""
    for one, urgency, _, at in district.asked:
        waits_still = [code for code in said[one] if code in STILL_NOBODY]
        if not served[one]:
            assert set(said[one]) <= BEFORE_ANYBODY_ACCEPTS | {NoticeCode.CALL_DELAYED}
            assert waits_still or at > NOW + (DAYS - 1) * DAY
        if urgency in {Urgency.WEEK, Urgency.LATER}:
            assert len(waits_still) <= 1 + DAYS
