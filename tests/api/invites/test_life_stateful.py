"""Whatever is done in whatever order: one call a person, and nobody is kept who did not join."""

import os
import tempfile
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

from hypothesis import settings as examples
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import api.database.tables  # noqa: F401 - declares every table
from api.calls import service as calls
from api.database.metadata import metadata
from api.database.private import Vault, load_keys
from api.database.wake import start_marks
from api.errors import Refusal
from api.groups import service as groups
from api.invites import store as kept
from api.people import service as people
from api.vocabulary import CallOutcome, CallReason, CallStatus, InviteStatus
from tests.api.dispatch.test_ladder_stateful import opened
from tests.api.district import NOW, SETTINGS, group
from tests.api.invites.conftest import EVA, IDA, closes, invited, looked_at, says_yes, takes, tries

EXAMPLES = 60 if os.environ.get("LINLI_TESTS") == "all" else 10
WHICH = st.integers(0, 3)
OUTCOMES = st.sampled_from([*CallOutcome, CallOutcome.NO_HELP_WANTED, CallOutcome.COMPLETED])
"""Those that end a call as often as those that do not."""


class Life(RuleBasedStateMachine):
    """One number, whoever shares it, and a worker that always runs; any deed may be refused."""

    @initialize()
    def begin(self):
        """A group, and somebody invited to it."""
        self.folder = tempfile.TemporaryDirectory()
        vault = Vault(load_keys(Path(self.folder.name) / "keys.json"))
        self.engine = opened(Path(self.folder.name) / "linli.sqlite3", vault)
        metadata.create_all(self.engine)
        self.now, self.made = NOW, []
        with self.unit() as conn:
            self.group_id = group(conn)
        self.a_coordinator_invites(name="Mr. Chen", somebody_else=False)

    def teardown(self):
        """Close what was opened."""
        if hasattr(self, "engine"):
            self.engine.dispose()
            self.folder.cleanup()

    @contextmanager
    def unit(self):
        """A unit of work, refused or not, followed by the worker."""
        with self.engine.begin() as conn:
            start_marks(conn)
            with suppress(Refusal), conn.begin_nested():
                yield conn
            calls.due(conn, self.now, SETTINGS)
            looked_at(conn, self.now)

    def one(self, which):
        """One of those who were invited; None while nobody is."""
        return self.made[which % len(self.made)] if self.made else None

    @rule(name=st.sampled_from(["", "Mr. Chen", "Mei"]), somebody_else=st.booleans())
    def a_coordinator_invites(self, name, somebody_else):
        """At the same number, always."""
        with self.unit() as conn:
            more = {"name": name, "somebody_else": somebody_else, "days": 7}
            self.made.append(invited(conn, self.group_id, now=self.now, **more))

    @rule(which=WHICH)
    def they_agree(self, which):
        """To the caller who has them on the phone."""
        with self.unit() as conn:
            if one := self.one(which):
                takes(conn, one, self.now)
                says_yes(conn, one, now=self.now)

    @rule(which=WHICH, outcome=st.sampled_from(CallOutcome))
    def a_caller_notes(self, which, outcome):
        """What came of a try, whichever it was."""
        with self.unit() as conn:
            if one := self.one(which):
                tries(conn, one, outcome, self.now)

    @rule(which=WHICH, outcome=OUTCOMES, by=st.sampled_from([EVA, IDA]))
    def somebody_closes(self, which, outcome, by):
        """A caller, or a coordinator."""
        with self.unit() as conn:
            if one := self.one(which):
                closes(conn, one, outcome, self.now, by)

    @rule(which=WHICH)
    def they_leave(self, which):
        """Who joined."""
        with self.unit() as conn:
            if one := self.one(which):
                groups.leave(conn, one.person_id, now=self.now)

    @rule(hours=st.sampled_from([1, 20, 24 * 8]))
    def time_passes(self, hours):
        """The clock is set forward."""
        self.now += timedelta(hours=hours)
        with self.unit():
            pass

    @invariant()
    def nobody_is_rung_twice_or_kept_without_a_word(self):
        """The laws of this file."""
        if not hasattr(self, "engine"):
            return
        with self.engine.begin() as conn:
            names = []
            for one in kept.listed(conn):
                person, call = people.person(conn, one.person_id), calls.get(conn, one.call_id)
                rings = call.status is not CallStatus.CLOSED and call.reason is CallReason.INVITED
                waits = one.status is InviteStatus.WAITING
                names += [person.name.casefold()] if waits else []
                assert rings or not waits, "who waits has a call"
                joined = one.status is InviteStatus.JOINED
                assert waits or joined or not (person.phone or person.name), "or is forgotten"
                assert joined or not groups.is_volunteer(conn, one.person_id)
            assert len(names) == len(set(names)), "one person has one call"


TestLife = Life.TestCase
TestLife.settings = examples(max_examples=EXAMPLES, stateful_step_count=20)
