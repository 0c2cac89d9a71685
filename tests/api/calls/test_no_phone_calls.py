"""The law: who needs no phone calls is never queued by voice, whatever happens in any order."""

from datetime import timedelta
from functools import partial

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.addresses import service as addresses
from api.calls import service as calls
from api.calls.schemas import AttemptIn, CloseIn, Filters
from api.calls.service.queueing import way
from api.database.tables.calls import calls as table
from api.errors import Refusal
from api.notices import service as notices
from api.people import service as people
from api.people.schemas import Contact
from api.vocabulary import (
    TALKING,
    Accommodation,
    CallBy,
    CallOutcome,
    CallReason,
    Channel,
    NoticeCode,
    PartOfDay,
    Role,
)
from tests.api.calls.conftest import DUTY, NOW, SETTINGS, resident, who

BOSS = who(Role.COORDINATOR)
PHONE = "+4930123456"
WRONG = (CallOutcome.WRONG_NUMBER, CallOutcome.NUMBER_DEAD)
WIRES = (Channel.TELEGRAM, Channel.WEB, Channel.PHONE)


class Story:
    """One resident, and everything that may become of a call with them."""

    def __init__(self, conn, number):
        self.conn, self.now, self.number = conn, NOW, number
        self.person_id = resident(conn, f"{number}", phone=PHONE).person_id

    def queued(self, reason, by):
        """They are to be called, as a resident or as a leader; it is queued as the law wants."""
        made = calls.queue(self.conn, self.person_id, reason, by=by, now=self.now, duty=DUTY)
        self._lawful(made.by)
        self._lawful(self._kept(made.call_id))

    def needs(self, needs):
        """What they need in talking, from now on."""
        people.set_accommodations(self.conn, self.person_id, sorted(needs))

    def contact(self, may_call, when):
        """What a caller learned of how to phone safely."""
        people.set_contact(self.conn, self.person_id, Contact(may_call=may_call, when=when))

    def number_given(self, phone):
        """Their number, or that we have none."""
        people.set_phone(self.conn, self.person_id, phone)

    def heard(self, channel):
        """They wrote from somewhere."""
        name = f"{self.number} {channel}"
        found = addresses.address_for(
            self.conn, channel, name, now=self.now, person_id=self.person_id
        )
        addresses.hear(self.conn, found.id, now=self.now)

    def addresses_die(self):
        """Nothing reaches them in writing any more."""
        for one in addresses.addresses_of(self.conn, self.person_id):
            addresses.mark_dead(self.conn, one.id, now=self.now)

    def tried(self, outcome):
        """A caller tries."""
        act = partial(calls.attempt, tried=AttemptIn(outcome=outcome))

        def once(call_id):
            act(self.conn, call_id, actor=BOSS, **self._when)
            if outcome in WRONG:  # whoever cannot be rung there is called another way from now
                self._lawful(self._kept(call_id))
                self._chosen(call_id)

        self._held(once)

    def closed(self, outcome):
        """A caller ends the call."""
        closing = CloseIn(outcome=outcome)
        self._held(lambda call_id: calls.close(self.conn, call_id, closing, BOSS, **self._when))

    def given_back(self):
        """A caller who held it puts it back."""

        def once(call_id):
            calls.release(self.conn, call_id, BOSS, now=self.now)
            self._lawful(self._kept(call_id))

        self._held(once)

    def time_passes(self, hours):
        """So many hours pass, and what is due is done."""
        self.now += timedelta(hours=hours)
        calls.due(self.conn, self.now, SETTINGS)

    @property
    def _when(self):
        return {"settings": SETTINGS, "now": self.now}

    def _held(self, act):
        listed = calls.listed(self.conn, Filters(), BOSS, now=self.now).items
        for mine in [one for one in listed if one.person_id == self.person_id]:
            try:
                calls.claim(self.conn, mine.id, BOSS, **self._when)
                act(mine.id)
            except Refusal:
                continue

    def _chosen(self, call_id):
        """The way is kept as all their needs want it, not only this one."""
        call = calls.get(self.conn, call_id)
        here = addresses.written_to(self.conn, self.person_id)
        if call.handed_on_at is None and here is not None:
            assert self._kept(call_id) is way(people.person(self.conn, self.person_id), here)

    def _kept(self, call_id):
        """The way in the row itself, whatever is made of it when it is read."""
        row = sa.select(table.c.by).where(table.c.id == call_id)
        return self.conn.execute(row).scalar_one()

    def _lawful(self, by):
        assert not (self.refuses and by is CallBy.VOICE)

    @property
    def refuses(self):
        """Whether they need no phone calls, by all that is known now."""
        needs = people.person(self.conn, self.person_id).accommodations
        return Accommodation.NO_PHONE_CALLS in needs

    def check(self):
        """Nothing that is read or told says that they are rung."""
        if not self.refuses:
            return
        listed = calls.listed(self.conn, Filters(), BOSS, now=self.now).items
        theirs = [one for one in listed if one.person_id == self.person_id]
        assert all(one.by is not CallBy.VOICE for one in theirs)
        assert all(calls.get(self.conn, one.id).by is not CallBy.VOICE for one in theirs)
        spoken = calls.listed(self.conn, Filters(by=CallBy.VOICE), BOSS, now=self.now).items
        assert self.person_id not in {one.person_id for one in spoken}
        known = calls.open_of(self.conn, self.person_id)
        assert known is None or known.by is not CallBy.VOICE
        assert all(calls.find(self.conn, one.id).by is not CallBy.VOICE for one in theirs)
        opened = [calls.detail(self.conn, one.id, BOSS, now=self.now) for one in theirs]
        assert all(one.call.by is not CallBy.VOICE for one in opened)

    def promises(self):
        """How they were told that somebody gets in touch, oldest first."""
        codes = {NoticeCode.CALL_QUEUED, NoticeCode.CALL_DELAYED, NoticeCode.CALL_TRIED}
        return [
            notice.id
            for one in addresses.addresses_of(self.conn, self.person_id)
            for notice in notices.waiting(self.conn, one.id)
            if notice.code in codes and notice.values["by"] == CallBy.VOICE
        ]


def step(name, *values):
    """A step of a story, by the method of that name."""
    return st.tuples(st.just(name), *values)


STEPS = st.one_of(
    step("queued", st.sampled_from(CallReason), st.none() | st.sampled_from(CallBy)),
    step("needs", st.sets(st.sampled_from(TALKING))),
    step("needs", st.just({Accommodation.NO_PHONE_CALLS})),
    step(
        "contact",
        st.sampled_from(["", "yes", "no"]),
        st.sets(st.sampled_from(PartOfDay)).map(lambda parts: tuple(sorted(parts))),
    ),
    step("number_given", st.sampled_from(["", PHONE])),
    step("heard", st.sampled_from(WIRES)),
    step("addresses_die"),
    step("tried", st.sampled_from(CallOutcome)),
    step("closed", st.sampled_from(CallOutcome)),
    step("given_back"),
    step("time_passes", st.sampled_from([1, 5, 24])),
)


async def test_the_law_holds_after_every_step_of_any_story(store):
    """Needs, numbers, addresses and outcomes change as they like; voice stays ruled out."""

    def unit(conn):
        @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
        @given(st.lists(STEPS, min_size=3, max_size=14))
        def told(steps):
            with conn.begin_nested() as story:
                _follow(Story(conn, 1), steps)
                story.rollback()

        told()

    await store.write(unit)


@pytest.mark.parametrize("reason", CallReason)
@pytest.mark.parametrize("by", [None, *CallBy])
async def test_for_no_reason_are_they_queued_by_voice(store, reason, by):
    """Danger, news, an offer or a follow-up: none weighs more; and none does for who held it."""
    refuses = ("needs", {Accommodation.NO_PHONE_CALLS})
    steps = [refuses, ("queued", reason, by), ("given_back",), ("queued", reason, by)]
    await store.write(lambda conn: _follow(Story(conn, 1), steps))


@pytest.mark.parametrize(
    "after",
    [
        [("time_passes", 1)] * 6,
        [("tried", CallOutcome.NO_ANSWER), ("time_passes", 5), ("tried", CallOutcome.BUSY)],
        [("tried", CallOutcome.WRONG_NUMBER)],
        [("queued", CallReason.MISUNDERSTOOD, CallBy.VOICE)],
    ],
    ids=["promise breaks", "nobody answers", "wrong number", "asks again"],
)
async def test_what_is_learned_of_them_after_they_were_queued_by_voice_counts_at_once(
    store, after
):
    """Whatever comes of the call then: no words of ours promise that they are rung."""
    asked = ("queued", CallReason.ASKED, CallBy.VOICE)
    learned = ("needs", {Accommodation.NO_PHONE_CALLS})
    await store.write(lambda conn: _follow(Story(conn, 1), [asked, learned, *after]))


@pytest.mark.parametrize("need", TALKING)
async def test_after_a_wrong_number_the_way_is_chosen_by_what_they_need(store, need):
    """Whoever needs an interpreter gets one; nobody is rung at a number that is not theirs."""
    steps = [
        ("needs", {need}),
        ("heard", Channel.TELEGRAM),
        ("queued", CallReason.ASKED, None),
        ("needs", {need, Accommodation.INTERPRETER}),
        ("tried", CallOutcome.WRONG_NUMBER),
    ]

    def unit(conn):
        story = Story(conn, 1)
        _follow(story, steps)
        (row,) = conn.execute(sa.select(table.c.by)).all()
        return row.by

    expected = CallBy.TEXT if need is Accommodation.NO_PHONE_CALLS else CallBy.INTERPRETER
    assert await store.write(unit) is expected


def _follow(story, steps):
    for name, *values in steps:
        before = set(story.promises())
        getattr(story, name)(*values)
        story.check()
        if story.refuses:
            assert set(story.promises()) <= before
