"""Whatever people do in whatever order, no need has two holders and no request rests unseen."""

import itertools
import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

import sqlalchemy as sa
from hypothesis import settings as examples
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from api.database.metadata import metadata
from api.database.private import Vault, load_keys
from api.database.sqlite import writing_engine
from api.database.tables.groups import groups
from api.database.tables.requests import requests as request_rows
from api.database.wake import start_marks
from api.dispatch import service as dispatch
from api.dispatch import store as kept
from api.errors import Refusal
from api.notices import service as notices
from api.requests import service as requests
from api.requests.schemas import Change, Confirm, Place
from api.vocabulary import (
    Arrival,
    Leaf,
    NoticeCode,
    OfferStatus,
    RequestStatus,
    TaskStatus,
    Urgency,
)
from tests.api.district import HOME, NOW, SETTINGS, Person, group, person, request, volunteer

LEAVES = [Leaf.GROCERIES, Leaf.MEDICINE, Leaf.WATER]
MEMBERS = st.integers(0, 5)
GOING = (RequestStatus.OPEN, RequestStatus.OFFERED, RequestStatus.TAKEN)


LOADS = sa.select(groups.c.id, groups.c.load, groups.c.capacity)
FAST = ("journal_mode=MEMORY", "synchronous=OFF", "foreign_keys=ON")
EXAMPLES = 60 if os.environ.get("LINLI_TESTS") == "all" else 8


@dataclass(frozen=True)
class Town:
    """A database to be copied: two groups and six people; one group does all."""

    folder: tempfile.TemporaryDirectory
    vault: Vault
    groups: list[str]
    crowd: list[Person]


@cache
def town():
    """Built once: every example begins with the same people."""
    folder = tempfile.TemporaryDirectory()
    vault = Vault(load_keys(Path(folder.name) / "keys.json"))
    engine = opened(Path(folder.name) / "town.sqlite3", vault)
    metadata.create_all(engine)
    with engine.begin() as conn:
        start_marks(conn)
        ids = [
            group(conn, "all", leaves=LEAVES, capacity=2),
            group(conn, "food", east_m=600, leaves=LEAVES[:1]),
        ]
        crowd = [volunteer(conn, ids[n % 2], f"volunteer {n}") for n in range(6)]
    engine.dispose()
    return Town(folder, vault, ids, crowd)


def opened(path, vault):
    """A database that is as fast as it is easily lost."""
    return writing_engine(path, FAST, vault)


class Ladder(RuleBasedStateMachine):
    """Two groups of three volunteers, residents who ask, and a worker that always runs."""

    @initialize()
    def begin(self):
        """A town of its own at noon."""
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "linli.sqlite3"
        shutil.copyfile(Path(town().folder.name) / "town.sqlite3", path)
        self.engine = opened(path, town().vault)
        self.groups, self.crowd = town().groups, town().crowd
        self.now = NOW
        self.names = itertools.count()

    def teardown(self):
        """Close what was opened."""
        if hasattr(self, "engine"):
            self.engine.dispose()
            self.folder.cleanup()

    @contextmanager
    def unit(self):
        """A unit of work, followed by the worker."""
        with self.engine.begin() as conn:
            start_marks(conn)
            yield conn
            while dispatch.due(conn, self.now, SETTINGS):
                pass

    @rule(leaves=st.sets(st.sampled_from(LEAVES), min_size=1), urgency=st.sampled_from(Urgency))
    def somebody_asks(self, leaves, urgency):
        """A request of a new resident."""
        with self.unit() as conn:
            resident = person(conn, f"resident {next(self.names)}", now=self.now)
            request(conn, resident, *sorted(leaves), now=self.now, urgency=urgency)

    @rule(minutes=st.sampled_from([1, 3, 15, 60, 240, 1500, 5000]))
    def time_passes(self, minutes):
        """The clock is set forward."""
        self.now += timedelta(minutes=minutes)
        with self.unit():
            pass

    @rule(member=MEMBERS, answer=st.sampled_from(["accept", "decline", "not_now"]))
    def a_volunteer_answers(self, member, answer):
        """Their newest open offer."""
        someone = self.crowd[member].id
        with self.unit() as conn:
            mine = dispatch.offers_of(conn, someone)
            if mine and answer == "accept":
                dispatch.accept(conn, mine[-1].id, someone, settings=SETTINGS, now=self.now)
            elif mine:
                later = answer == "not_now"
                dispatch.decline(
                    conn, mine[-1].id, someone, not_now=later, settings=SETTINGS, now=self.now
                )

    @rule(member=MEMBERS, what=st.sampled_from(["start", "done", "partly", "hand_back", "word"]))
    def a_volunteer_goes_on(self, member, what):
        """With their newest task."""
        someone, how = self.crowd[member].id, {"settings": SETTINGS, "now": self.now}
        with self.unit() as conn:
            if not dispatch.tasks_of(conn, someone):
                return
            if what == "start":
                dispatch.start(conn, None, someone, minutes=30, **how)
            elif what == "hand_back":
                dispatch.hand_back(conn, None, someone, **how)
            elif what == "word":
                dispatch.send_word(conn, None, someone, "Hello.", **how)
            else:
                dispatch.finish(conn, None, someone, TaskStatus(what), **how)

    @rule(pick=st.integers(0, 9), what=st.sampled_from(["cancel", "move", "sooner", *Arrival]))
    def a_resident_goes_on(self, pick, what):
        """With one of the requests."""
        with self.unit() as conn:
            ids = conn.scalars(sa.select(request_rows.c.id)).all()
            if not ids:
                return
            one = ids[pick % len(ids)]
            try:
                self._do(conn, one, what)
            except Refusal:
                assert requests.get(conn, one).closed_at is not None

    def _do(self, conn, one, what):
        if what == "cancel":
            requests.cancel(conn, one, now=self.now)
        elif what == "move":
            place = Place(text="elsewhere", latitude=HOME[0], longitude=HOME[1] + 0.001)
            requests.change(conn, one, Change(place=place), now=self.now)
        elif what == "sooner":
            requests.change(conn, one, Change(urgency=Urgency.NOW), now=self.now)
        else:
            requests.confirm(conn, one, Confirm(arrival=what), now=self.now)

    @invariant()
    def everything_fits(self):
        """Needs, offers, tasks and loads say the same; whatever is open has a time to be seen."""
        if not hasattr(self, "engine"):
            return
        with self.engine.begin() as conn:
            ids = conn.scalars(sa.select(request_rows.c.id)).all()
            tasks = [task for one in ids for task in kept.tasks_for(conn, one)]
            for one, carried, capacity in conn.execute(LOADS):
                assert carried == sum(task.group_id == one for task in tasks) <= capacity
            for one in ids:
                said = notices.told_about(conn, one, NoticeCode.VOLUNTEER_FOUND)
                offers = kept.offers_of(conn, one)
                _fits(requests.get(conn, one), offers, tasks, announced=bool(said))


def _fits(one, offers, tasks, *, announced):
    mine = [task for task in tasks if task.request_id == one.id]
    accepted = [offer for offer in offers if offer.status is OfferStatus.ACCEPTED]
    assert accepted or not announced, "nobody is announced before they accepted"
    holders = [leaf for task in mine for leaf in task.leaves]
    waits = {leaf for offer in offers if offer.status is OfferStatus.SENT for leaf in offer.leaves}
    assert len(holders) == len(set(holders)), "a need has one holder at most"
    assert set(holders) == set(one.leaves(RequestStatus.TAKEN))
    assert waits == set(one.leaves(RequestStatus.OFFERED))
    if one.closed_at is None:
        seen = one.next_at or any(task.next_at for task in mine)
        assert seen, "an open request is looked at some day"
    elif one.status not in GOING:
        assert not mine
        assert not waits
    for who in {offer.person_id for offer in offers}:
        theirs = [offer.status for offer in offers if offer.person_id == who]
        assert not {OfferStatus.SENT, OfferStatus.DECLINED} <= set(theirs), "no is no"


TestLadder = Ladder.TestCase
TestLadder.settings = examples(max_examples=EXAMPLES, stateful_step_count=20)
